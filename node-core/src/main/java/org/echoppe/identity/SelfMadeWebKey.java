package org.echoppe.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** {@code web.p12}: a key and certificate made here, and made anew when they no longer serve. Nothing is lost with them but a browser's memory. */
record SelfMadeWebKey(Path file, char[] password, Set<String> hosts, Clock clock, SecureRandom random)
        implements WebKeySource {
    /** The longest that Apple's browsers accept. */
    static final Duration VALIDITY = Duration.ofDays(824);

    static final Duration RENEWED_BEFORE_END = Duration.ofDays(30);

    private static final List<String> OWN = List.of("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
    private static final String WEB = "web";
    /** The password is 256 random bits: there is no guess to slow down. */
    private static final int ITERATIONS = 1_000;

    SelfMadeWebKey {
        var all = new TreeSet<>(hosts);
        all.addAll(OWN);
        hosts = all;
    }

    @Override
    public KeyWithCertificate current() {
        return read().filter(this::serves).orElseGet(this::make);
    }

    private Optional<KeyWithCertificate> read() {
        try {
            return Files.exists(file)
                    ? Keystore.read(Files.readAllBytes(file), password).key(WEB)
                    : Optional.empty();
        } catch (IOException | Keystore.Damaged | Keystore.WrongPassword e) {
            return Optional.empty();
        }
    }

    private boolean serves(KeyWithCertificate key) {
        var certificate = key.certificate();
        var now = clock.instant();
        return now.isAfter(certificate.getNotBefore().toInstant())
                && now.plus(RENEWED_BEFORE_END)
                        .isBefore(certificate.getNotAfter().toInstant())
                && names(certificate)
                        .containsAll(hosts.stream().map(SelfMadeWebKey::plain).toList());
    }

    private KeyWithCertificate make() {
        byte[] seed = new byte[KeyPairs.SEED_BYTES];
        random.nextBytes(seed);
        var pair = KeyPairs.of(seed);
        var now = clock.instant();
        var certificate = Certificates.web(pair, hosts, now, now.plus(VALIDITY), random);
        var keystore = Keystore.empty(password);
        keystore.put(WEB, pair.getPrivate(), certificate);
        try {
            OwnerOnly.write(file, keystore.toBytes(ITERATIONS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new KeyWithCertificate(pair.getPrivate(), certificate);
    }

    private static Set<String> names(X509Certificate certificate) {
        try {
            var names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? Set.of()
                    : names.stream().map(name -> plain((String) name.get(1))).collect(Collectors.toSet());
        } catch (CertificateParsingException e) {
            return Set.of();
        }
    }

    /** An address in one spelling: IPv6 has many. */
    private static String plain(String host) {
        return Certificates.isAddress(host)
                ? java.net.InetAddress.ofLiteral(host).getHostAddress()
                : host;
    }

    @Override
    public String toString() {
        return "SelfMadeWebKey " + file;
    }
}
