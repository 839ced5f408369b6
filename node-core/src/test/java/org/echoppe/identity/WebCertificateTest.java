package org.echoppe.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.util.io.pem.PemObject;
import org.echoppe.domain.Rejected;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebCertificateTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final char[] PASSWORD = "x".repeat(52).toCharArray();

    @TempDir
    Path home;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = home.resolve("web.p12");
    }

    @Test
    void aSelfMadeOneNamesThisMachineAndIsKept() throws Exception {
        var made = selfMade(NOW, "boutique.local", "192.168.1.20", "fe80::1");
        assertThat(made.certificate().getSubjectAlternativeNames())
                .extracting(name -> name.get(1).toString())
                .contains(
                        "localhost",
                        "127.0.0.1",
                        "0:0:0:0:0:0:0:1",
                        "boutique.local",
                        "192.168.1.20",
                        "fe80:0:0:0:0:0:0:1");
        assertThat(selfMade(NOW, "boutique.local", "192.168.1.20", "fe80::1").certificate())
                .isEqualTo(made.certificate());
        assertThat(selfMade(NOW).certificate()).as("fewer hosts").isEqualTo(made.certificate());
    }

    @Test
    void itIsMadeAnewForANewHostNearItsEndAndWhenItIsBroken() throws Exception {
        var made = selfMade(NOW).certificate();
        assertThat(selfMade(NOW, "10.0.0.7").certificate()).isNotEqualTo(made);
        var later = selfMade(NOW.plus(SelfMadeWebKey.VALIDITY).minus(Duration.ofDays(29)))
                .certificate();
        assertThat(later.getNotAfter().toInstant()).isAfter(NOW.plus(SelfMadeWebKey.VALIDITY));
        Files.writeString(file, "nonsense");
        assertThat(selfMade(NOW).certificate()).isNotEqualTo(later);
    }

    @Test
    void theOperatorsFilesAreShown() throws Exception {
        var pair = FakeSigner.of(4).pair();
        var certificate =
                Certificates.web(pair, List.of("shop.example"), NOW, NOW.plusSeconds(1_000), new SecureRandom());
        var certificates = write("cert.pem", certificate);
        // As openssl ecparam -genkey writes it.
        var sec1 = new ECPrivateKey(
                256,
                ((java.security.interfaces.ECPrivateKey) pair.getPrivate()).getS(),
                SECObjectIdentifiers.secp256r1);
        var keys = List.of(
                write(
                        "pkcs8.pem",
                        new PemObject("PRIVATE KEY", pair.getPrivate().getEncoded())),
                write("sec1.pem", new PemObject("EC PRIVATE KEY", sec1.getEncoded())));
        for (var key : keys) {
            var shown = new PemWebKey(certificates, key).current();
            assertThat(shown.certificate()).isEqualTo(certificate);
        }
        assertThat(WebCertificate.ofPem(certificates, home.resolve("sec1.pem")).isSelfMade())
                .isFalse();
    }

    @Test
    void filesThatDoNotBelongTogetherAreRefused() throws Exception {
        var pair = FakeSigner.of(4).pair();
        var certificates = write(
                "cert.pem",
                Certificates.web(pair, List.of("shop.example"), NOW, NOW.plusSeconds(9), new SecureRandom()));
        var otherKey = write("other.pem", FakeSigner.of(5).pair().getPrivate());
        var empty = Files.writeString(home.resolve("empty.pem"), "");
        var broken = Files.writeString(
                home.resolve("broken.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        for (var key : List.of(otherKey, empty, broken, home.resolve("missing.pem"))) {
            assertThatThrownBy(() -> WebCertificate.ofPem(certificates, key)).isInstanceOf(Rejected.class);
        }
        assertThatThrownBy(() -> WebCertificate.ofPem(empty, otherKey)).isInstanceOf(Rejected.class);
    }

    private KeyWithCertificate selfMade(Instant now, String... hosts) {
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        return new SelfMadeWebKey(file, PASSWORD, Set.of(hosts), clock, new SecureRandom()).current();
    }

    private Path write(String name, Object object) throws Exception {
        var text = new StringWriter();
        try (var pem = new JcaPEMWriter(text)) {
            pem.writeObject(object);
        }
        return Files.writeString(home.resolve(name), text.toString());
    }
}
