package org.echoppe.identity;

import java.security.KeyManagementException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * A context that cannot be used loosely: an SSLContext of the JDK leaves protocols and client certificates to whoever takes an engine
 * from it, and one forgotten line there would open the peer port.
 */
final class PeerContext extends SSLContext {
    private PeerContext(SSLContext jdk, boolean server) {
        super(new Strict(jdk, server), jdk.getProvider(), jdk.getProtocol());
    }

    static SSLContext of(ShownKey key, KeyTrust trust, boolean server, SecureRandom random) {
        try {
            var jdk = SSLContext.getInstance("TLSv1.3");
            jdk.init(new KeyManager[] {key}, new TrustManager[] {trust}, random);
            return new PeerContext(jdk, server);
        } catch (NoSuchAlgorithmException | KeyManagementException e) {
            throw new IllegalStateException("this Java has no TLS 1.3", e);
        }
    }

    private static final class Strict extends SSLContextSpi {
        private final SSLContext jdk;
        private final boolean server;

        Strict(SSLContext jdk, boolean server) {
            this.jdk = jdk;
            this.server = server;
        }

        private SSLParameters parameters() {
            var parameters = jdk.getDefaultSSLParameters();
            parameters.setProtocols(new String[] {"TLSv1.3"});
            parameters.setNamedGroups(new String[] {"x25519", "secp256r1"});
            parameters.setNeedClientAuth(server);
            return parameters;
        }

        private SSLEngine strict(SSLEngine engine) {
            engine.setUseClientMode(!server);
            engine.setSSLParameters(parameters());
            return engine;
        }

        @Override
        protected SSLEngine engineCreateSSLEngine() {
            return strict(jdk.createSSLEngine());
        }

        @Override
        protected SSLEngine engineCreateSSLEngine(String host, int port) {
            return strict(jdk.createSSLEngine(host, port));
        }

        @Override
        protected SSLParameters engineGetDefaultSSLParameters() {
            return parameters();
        }

        @Override
        protected SSLParameters engineGetSupportedSSLParameters() {
            return parameters();
        }

        @Override
        protected SSLSocketFactory engineGetSocketFactory() {
            throw new UnsupportedOperationException("peers speak through engines");
        }

        @Override
        protected SSLServerSocketFactory engineGetServerSocketFactory() {
            throw new UnsupportedOperationException("peers speak through engines");
        }

        @Override
        protected void engineInit(
                KeyManager @Nullable [] keys, TrustManager @Nullable [] trust, @Nullable SecureRandom random) {
            throw new UnsupportedOperationException("it is initialised");
        }

        @Override
        protected SSLSessionContext engineGetServerSessionContext() {
            return jdk.getServerSessionContext();
        }

        @Override
        protected SSLSessionContext engineGetClientSessionContext() {
            return jdk.getClientSessionContext();
        }
    }
}
