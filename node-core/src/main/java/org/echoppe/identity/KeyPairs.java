package org.echoppe.identity;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPrivateKeySpec;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.echoppe.domain.Did;
import org.echoppe.repo.P256;

/** P-256 key pairs made from derived bytes. */
final class KeyPairs {
    /** 128 bits more than the order has: reduced, its bias is below 2⁻¹²⁸. */
    static final int SEED_BYTES = 48;

    private KeyPairs() {}

    /**
     * The scalar is (seed mod (n − 1)) + 1, the method by extra random bits of FIPS 186-5 §A.2.1: no rejection, so one seed is one key.
     *
     * @param seed {@value #SEED_BYTES} bytes, big-endian
     */
    static KeyPair of(byte[] seed) {
        if (seed.length != SEED_BYTES) {
            throw new IllegalArgumentException("a seed has " + SEED_BYTES + " bytes");
        }
        var order = CustomNamedCurves.getByName("P-256").getN();
        return ofScalar(
                new BigInteger(1, seed).mod(order.subtract(BigInteger.ONE)).add(BigInteger.ONE));
    }

    static KeyPair ofScalar(BigInteger scalar) {
        var publicKey = publicKey(scalar);
        try {
            var privateKey =
                    KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(scalar, publicKey.getParams()));
            return new KeyPair(publicKey, privateKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no P-256", e);
        }
    }

    static Did did(KeyPair pair) {
        return P256.did((ECPublicKey) pair.getPublic());
    }

    /** The JDK does not multiply points for us; Bouncy Castle does, in constant time. */
    private static ECPublicKey publicKey(BigInteger scalar) {
        var generator = CustomNamedCurves.getByName("P-256").getG();
        byte[] point =
                new FixedPointCombMultiplier().multiply(generator, scalar).getEncoded(true);
        return P256.publicKey(Did.of(point));
    }
}
