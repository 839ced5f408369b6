package org.echoppe.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import org.echoppe.Shared;
import org.echoppe.domain.Did;
import org.echoppe.repo.P256;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A recovery sheet is read again after years: what comes out of a root secret never changes. */
class DerivationTest {
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final byte[] ROOT =
            HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

    /** Expected values from forty lines of Python: its own HKDF over hmac, its own point arithmetic. */
    @Test
    void aRootSecretGivesTheKeysThatAnIndependentComputationGives() {
        var kept = KeptKeys.of(ROOT);
        assertThat(RootSecret.did(ROOT)).hasToString("did:key:zDnaesNUfpLKJNtrZE6QMpvoPXnnJ5eKXM8QvHQtpQz1Z6BfA");
        assertThat(kept.recovery()).hasToString("did:key:zDnaefnWjsbnYgmgPJtYqNKf2P4whM3BksLw1JnJsSbMtNeye");
        assertThat(KeyPairs.did(kept.encryption().current()))
                .hasToString("did:key:zDnaezVD2PXDL4XTNtQZ45QXTBGcZPFiJg7XMSEFpsX9n5sCE");
        assertThat(kept.databaseKey())
                .asHexString()
                .isEqualToIgnoringCase("e982c3cd04549125a91b5b747238a4710170ac45486e8c0efb2ce5bce5464545");
    }

    /** The vector of did:key's authors: the private key gives the DID, and the DID the public key back. */
    @Test
    void aPrivateKeyGivesTheDidThatOthersCompute() throws Exception {
        var vector = new JsonMapper()
                .readTree(Shared.file("fixtures/atproto/crypto/w3c_didkey_P256.json"))
                .get(0);
        var scalar = BigInteger.ZERO;
        for (char digit : vector.get("privateKeyBytesBase58").stringValue().toCharArray()) {
            scalar = scalar.multiply(BigInteger.valueOf(58)).add(BigInteger.valueOf(BASE58.indexOf(digit)));
        }
        var pair = KeyPairs.ofScalar(scalar);
        var did = new Did(vector.get("publicDidKey").stringValue());
        assertThat(KeyPairs.did(pair)).isEqualTo(did);
        assertThat(P256.publicKey(did)).isEqualTo(pair.getPublic());
    }

    @Test
    void theLowestAndTheHighestSeedAreKeysToo() {
        byte[] high = new byte[KeyPairs.SEED_BYTES];
        Arrays.fill(high, (byte) 0xff);
        assertThat(KeyPairs.of(new byte[KeyPairs.SEED_BYTES]).getPublic())
                .isEqualTo(KeyPairs.ofScalar(BigInteger.ONE).getPublic());
        assertThat(KeyPairs.of(high)).isNotNull();
        assertThat(KeyPairs.ofScalar(ORDER.subtract(BigInteger.ONE))).isNotNull();
    }

    @Test
    void whatIsKeptIsReadBack() {
        var kept = KeptKeys.of(ROOT);
        var read = KeptKeys.read(kept.toBytes());
        assertThat(read.databaseKey()).isEqualTo(kept.databaseKey());
        assertThat(read.encryption().next()).isEqualTo(kept.encryption().next());
        assertThat(read.recovery()).isEqualTo(kept.recovery());
        assertThat(read.encryption().current().getPublic())
                .isEqualTo(kept.encryption().current().getPublic());
        assertThat(read.toString()).isEqualTo("KeptKeys");
    }
}
