package org.echoppe.repo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import org.echoppe.domain.Did;
import org.junit.jupiter.api.Test;

class P256Test {
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    @Test
    void aKeyAndItsDidAreTheSameThing() throws Exception {
        for (int i = 0; i < 20; i++) {
            var key = (ECPublicKey) pairs("secp256r1").generateKeyPair().getPublic();
            assertThat(P256.publicKey(P256.did(key)).getW()).isEqualTo(key.getW());
        }
    }

    @Test
    void keysOfOtherCurvesHaveNoDid() throws Exception {
        var key = (ECPublicKey) pairs("secp384r1").generateKeyPair().getPublic();
        assertThatThrownBy(() -> P256.did(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPointBesideTheCurveIsNoKey() {
        int refused = 0;
        for (int i = 0; i < 40; i++) {
            byte[] point = new byte[33];
            point[0] = 2;
            point[32] = (byte) i;
            refused += isKey(Did.of(point)) ? 0 : 1;
        }
        // About half of all x have no point.
        assertThat(refused).isBetween(10, 30);
    }

    @Test
    void onlyTheLowerOfTheTwoSignaturesIsAccepted() throws Exception {
        var pair = pairs("secp256r1").generateKeyPair();
        var did = P256.did((ECPublicKey) pair.getPublic());
        byte[] message = "bread".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        for (int i = 0; i < 20; i++) {
            var signer = Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(pair.getPrivate());
            signer.update(message);
            byte[] low = P256.lowS(signer.sign());
            byte[] high = high(low);
            assertThat(P256.verify(did, message, low)).isTrue();
            assertThat(P256.verify(did, message, high)).isFalse();
            assertThat(P256.lowS(high)).isEqualTo(low);
        }
    }

    @Test
    void brokenSignaturesAreFalseAndNeverAnError() throws Exception {
        var did = P256.did((ECPublicKey) pairs("secp256r1").generateKeyPair().getPublic());
        for (int length : new int[] {0, 1, 63, 64, 65}) {
            assertThat(P256.verify(did, new byte[1], new byte[length])).isFalse();
        }
    }

    private static byte[] high(byte[] low) {
        byte[] high = low.clone();
        var s = new BigInteger(1, java.util.Arrays.copyOfRange(low, 32, 64));
        byte[] other = ORDER.subtract(s).toByteArray();
        java.util.Arrays.fill(high, 32, 64, (byte) 0);
        int length = Math.min(32, other.length);
        System.arraycopy(other, other.length - length, high, 64 - length, length);
        return high;
    }

    private static boolean isKey(Did did) {
        try {
            P256.publicKey(did);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static KeyPairGenerator pairs(String curve) throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator;
    }
}
