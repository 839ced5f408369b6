package org.echoppe.identity;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Judges a peer by its key and nothing else: no authority, no dates, no host name. It extends the extended kind, for the JDK wraps a
 * plain one in checks of its own.
 */
abstract class KeyTrust extends X509ExtendedTrustManager {
    /** @param address what the engine was told of the other side, or empty */
    abstract void check(X509Certificate certificate, String address) throws CertificateException;

    private void check(X509Certificate[] chain, @Nullable SSLSession session, @Nullable String address)
            throws CertificateException {
        if (chain.length == 0) {
            throw new CertificateException("no certificate");
        }
        if (session != null && !"TLSv1.3".equals(session.getProtocol())) {
            throw new CertificateException("not TLS 1.3");
        }
        check(chain[0], address == null ? "" : address);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        check(chain, engine.getHandshakeSession(), engine.getPeerHost());
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        check(chain, engine.getHandshakeSession(), engine.getPeerHost());
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        check(chain, null, socket.getInetAddress().getHostAddress());
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        check(chain, null, socket.getInetAddress().getHostAddress());
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        check(chain, null, null);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        check(chain, null, null);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
