package org.echoppe.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** A recovery sheet is read again after years: what comes out of a root secret never changes. */
class DerivationTest {
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private static final byte[] ROOT =
            HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

    /** Expected values from forty lines of Python: its own HKDF over hmac, its own point arithmetic. */
    @Test
    void aRootSecretGivesTheKeysThatAnIndependentComputationGives() {
        var kept = KeptKeys.of(ROOT);
        assertThat(RootSecret.did(ROOT)).hasToString("did:key:zDnaesNUfpLKJNtrZE6QMpvoPXnnJ5eKXM8QvHQtpQz1Z6BfA");
        assertThat(kept.recovery()).hasToString("did:key:zDnaefnWjsbnYgmgPJtYqNKf2P4whM3BksLw1JnJsSbMtNeye");
        assertThat(KeyPairs.did(kept.encryption()))
                .hasToString("did:key:zDnaezVD2PXDL4XTNtQZ45QXTBGcZPFiJg7XMSEFpsX9n5sCE");
        assertThat(kept.databaseKey())
                .asHexString()
                .isEqualToIgnoringCase("e982c3cd04549125a91b5b747238a4710170ac45486e8c0efb2ce5bce5464545");
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
        assertThat(read.nextEncryption()).isEqualTo(kept.nextEncryption());
        assertThat(read.recovery()).isEqualTo(kept.recovery());
        assertThat(read.encryption().getPublic()).isEqualTo(kept.encryption().getPublic());
        assertThat(read.toString()).isEqualTo("KeptKeys");
    }
}
