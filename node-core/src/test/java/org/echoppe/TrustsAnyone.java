package org.echoppe;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Believes every certificate: what is tested or measured is here, or is to be refused by the other side. */
public final class TrustsAnyone extends X509ExtendedTrustManager {
    private TrustsAnyone() {}

    /** For a caller who shows no certificate. */
    public static SSLContext context() {
        return context(null);
    }

    /** @param keys of the certificate the caller shows; null for none */
    public static SSLContext context(KeyManager @Nullable [] keys) {
        try {
            var context = SSLContext.getInstance("TLSv1.3");
            context.init(keys, new TrustManager[] {new TrustsAnyone()}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
