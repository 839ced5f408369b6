package org.echoppe.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.util.Base64URL;
import java.security.KeyPair;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SealingTest {
    private static final KeyPair KEY = KeyPairs.of(new byte[KeyPairs.SEED_BYTES]);
    private static final PublicKey PUBLIC = PublicKey.of(KeyPairs.did(KEY));
    private static final String KID = KeyPairs.did(KEY).value();

    @ParameterizedTest
    @CsvSource({"1, 4096", "4096, 4096", "4097, 16384", "16385, 65536", "65536, 65536"})
    void onlyThreeLengthsCanBeSeen(int length, int seen) throws Exception {
        var word = "x".repeat(length);
        var sealed = Sealing.seal(word, PUBLIC, KID);
        assertThat(JWEObject.parse(sealed).getCipherText().decode()).hasSize(seen);
        assertThat(Sealing.open(sealed, KEY, KID)).isEqualTo(word);
    }

    @Test
    void aLongerWordIsNotSealed() {
        assertThat(Sealing.fits("x".repeat(65_537))).isFalse();
        assertThatThrownBy(() -> Sealing.seal("x".repeat(65_537), PUBLIC, KID))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anotherKeyOpensNothing() {
        var sealed = Sealing.seal("a.b.c", PUBLIC, KID);
        byte[] seed = new byte[KeyPairs.SEED_BYTES];
        seed[0] = 1;
        assertThatThrownBy(() -> Sealing.open(sealed, KeyPairs.of(seed), KID)).isInstanceOf(BadEnvelope.class);
        assertThatThrownBy(() -> Sealing.open(sealed, KEY, "did:key:another")).hasMessage("sealed to another key");
    }

    @Test
    void eachFlippedCharacterIsNoticed() {
        var sealed = Sealing.seal("a.b.c", PUBLIC, KID);
        for (int at = 0; at < sealed.length(); at += 97) {
            char flipped = sealed.charAt(at) == 'A' ? 'B' : 'A';
            var changed = sealed.substring(0, at) + flipped + sealed.substring(at + 1);
            assertThatThrownBy(() -> Sealing.open(changed, KEY, KID))
                    .as("at " + at)
                    .isInstanceOf(BadEnvelope.class)
                    .message()
                    .doesNotContain("a.b.c");
        }
    }

    static Stream<Arguments> anotherHeader() {
        return Stream.of(
                header("zip", it -> it.compressionAlgorithm(com.nimbusds.jose.CompressionAlgorithm.DEF)),
                header("apu", it -> it.agreementPartyUInfo(Base64URL.encode("x"))),
                header("typ", it -> it.type(com.nimbusds.jose.JOSEObjectType.JWT)),
                header("cty", it -> it.contentType("x")),
                header("unknown", it -> it.customParam("unknown", 1)),
                header("kid", it -> it.keyID(null)));
    }

    @ParameterizedTest
    @MethodSource
    void anotherHeader(String name, Consumer<JWEHeader.Builder> change) throws Exception {
        var sealed = sealed(JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM, change, 4_096);
        assertThatThrownBy(() -> Sealing.open(sealed, KEY, KID)).hasMessageStartingWith("header");
    }

    @ParameterizedTest
    @CsvSource({
        "ECDH-ES, A256GCM",
        "ECDH-ES+A128KW, A256GCM",
        "ECDH-ES+A256KW, A128GCM",
        "ECDH-ES+A256KW, A256CBC-HS512"
    })
    void anotherAlgorithmIsRefused(String alg, String enc) throws Exception {
        var sealed = sealed(JWEAlgorithm.parse(alg), EncryptionMethod.parse(enc), _ -> {}, 4_096);
        assertThatThrownBy(() -> Sealing.open(sealed, KEY, KID)).hasMessageStartingWith("alg");
    }

    @Test
    void anotherLengthThanTheThreeIsRefused() throws Exception {
        var sealed = sealed(JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM, _ -> {}, 4_095);
        assertThatThrownBy(() -> Sealing.open(sealed, KEY, KID)).hasMessageContaining("legal size");
    }

    @Test
    void whatIsNoSealedWordIsRefused() {
        for (var text : new String[] {"", ".", "a.b.c.d.e", "....", "x".repeat(Sealing.MAX_LENGTH + 1)}) {
            assertThatThrownBy(() -> Sealing.open(text, KEY, KID)).isInstanceOf(BadEnvelope.class);
        }
    }

    /** The example key of RFC 7638 is RSA; this one is RFC 7517's first EC key, hashed by Python's hashlib. */
    @Test
    void aThumbprintIsThatOfTheStandard() {
        var key = new PublicKey(
                "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4", "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM");
        assertThat(key.thumbprint().value()).isEqualTo("cn-I_WNMClehiVp51i_0VpOENW1upEerA8sEam5hn-s");
        assertThatThrownBy(() -> new PublicKey(key.x(), key.x())).isInstanceOf(IllegalArgumentException.class);
    }

    private static String sealed(JWEAlgorithm alg, EncryptionMethod enc, Consumer<JWEHeader.Builder> change, int length)
            throws Exception {
        var builder = new JWEHeader.Builder(alg, enc).keyID(KID);
        change.accept(builder);
        var jwe = new JWEObject(builder.build(), new Payload(new byte[length]));
        jwe.encrypt(new ECDHEncrypter(PUBLIC.point()));
        return jwe.serialize();
    }

    private static Arguments header(String name, Consumer<JWEHeader.Builder> change) {
        return Arguments.of(name, change);
    }
}
