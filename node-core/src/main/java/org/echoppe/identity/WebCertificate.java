package org.echoppe.identity;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Set;
import javax.net.ssl.SSLContext;

/** What browsers see on the web port: never the identity key. */
@SuppressWarnings({"DoNotCallSuggester", "unused", "UnusedVariable"})
public final class WebCertificate {
    private WebCertificate() {}

    /**
     * Self-made, kept in {@code web.p12}; made anew when it is missing, unreadable, near its end or lacks a host.
     *
     * @param hosts names and addresses beside localhost and the loopback addresses
     */
    public static WebCertificate selfMade(
            Path home, Passphrase passphrase, Set<String> hosts, Clock clock, SecureRandom random) {
        throw new UnsupportedOperationException();
    }

    /** @throws org.echoppe.domain.Rejected when a file is unreadable, or the key is not that of the certificate */
    public static WebCertificate ofPem(Path certificates, Path key) {
        throw new UnsupportedOperationException();
    }

    /** Stays the same while the certificate is renewed below it. */
    public SSLContext sslContext() {
        throw new UnsupportedOperationException();
    }

    /** Whether a browser will warn. */
    public boolean isSelfMade() {
        throw new UnsupportedOperationException();
    }

    public X509Certificate certificate() {
        throw new UnsupportedOperationException();
    }

    /** SHA-256 of the certificate as browsers show it: {@code AB:CD:…}. */
    public String fingerprint() {
        throw new UnsupportedOperationException();
    }

    /** Once a day: renews a self-made certificate 30 days before its end, reads changed PEM files again. */
    public void refresh() {}
}
