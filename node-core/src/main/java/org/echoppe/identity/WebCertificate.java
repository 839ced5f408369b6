package org.echoppe.identity;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import org.echoppe.domain.Rejected;
import org.echoppe.domain.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What browsers see on the web port: never the identity key. */
public final class WebCertificate {
    public static final String FILE = "web.p12";

    private static final Logger LOG = LoggerFactory.getLogger(WebCertificate.class);

    private final WebKeySource source;
    private final SSLContext context;
    private volatile KeyWithCertificate shown;

    private WebCertificate(WebKeySource source) {
        this.source = source;
        this.shown = source.current();
        this.context = context(new ShownKey(() -> shown));
    }

    /**
     * Kept in {@code web.p12}, under a password of the identity's; made anew when it is missing, unreadable, near its end or lacks a
     * host.
     *
     * @param hosts names and addresses beside localhost and the loopback addresses
     */
    public static WebCertificate selfMade(
            Path home, Identity identity, Set<String> hosts, Clock clock, SecureRandom random) {
        return new WebCertificate(
                new SelfMadeWebKey(home.resolve(FILE), identity.webKeystorePassword(), hosts, clock, random));
    }

    /** @throws Rejected CERTIFICATE_UNUSABLE when a file is unreadable, or the key is not that of the certificate */
    public static WebCertificate ofPem(Path certificates, Path key) {
        return new WebCertificate(new PemWebKey(certificates, key));
    }

    /** Stays the same while the certificate is renewed below it. */
    public SSLContext sslContext() {
        return context;
    }

    /** Whether a browser will warn. */
    public boolean isSelfMade() {
        return source instanceof SelfMadeWebKey;
    }

    public X509Certificate certificate() {
        return shown.certificate();
    }

    /** The names and addresses that it is for; of a wildcard none. */
    public Set<String> names() {
        try {
            var all = certificate().getSubjectAlternativeNames();
            return all == null
                    ? Set.of()
                    : all.stream()
                            .map(name -> name.get(1).toString())
                            .filter(name -> !name.startsWith("*"))
                            .collect(Collectors.toUnmodifiableSet());
        } catch (CertificateParsingException e) {
            return Set.of();
        }
    }

    /** SHA-256 of the certificate as browsers show it: {@code AB:CD:…}. */
    public String fingerprint() {
        try {
            byte[] hash = Sha256.of(certificate().getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Once a day: renews a self-made certificate 30 days before its end, reads the operator's files again. */
    public void refresh() {
        try {
            shown = source.current();
        } catch (Rejected | java.io.UncheckedIOException e) {
            // A file that is being replaced just now: the one that is shown still serves.
            LOG.warn("The web certificate could not be renewed; the old one stays.", e);
        }
    }

    private static SSLContext context(ShownKey key) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {key}, null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }
}
