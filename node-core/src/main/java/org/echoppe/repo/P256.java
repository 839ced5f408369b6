package org.echoppe.repo;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import org.echoppe.domain.Did;

/** Signatures of the curve P-256 as AT Protocol wants them: ES256, r and s of 32 bytes each, s the lower of the two possible. */
public final class P256 {
    private static final int COORDINATE = 32;
    private static final ECParameterSpec CURVE = curve();
    private static final BigInteger PRIME = ((ECFieldFp) CURVE.getCurve().getField()).getP();
    private static final BigInteger HALF_ORDER = CURVE.getOrder().shiftRight(1);

    private P256() {}

    /** False as well for another length, a high s, or a DID whose point is not on the curve. */
    public static boolean verify(Did did, byte[] message, byte[] signature) {
        if (signature.length != 2 * COORDINATE || s(signature).compareTo(HALF_ORDER) > 0) {
            return false;
        }
        try {
            var verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
            verifier.initVerify(publicKey(did));
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** @throws IllegalArgumentException when no point of the curve has this x */
    public static ECPublicKey publicKey(Did did) {
        byte[] compressed = did.compressedPoint();
        var x = new BigInteger(1, Arrays.copyOfRange(compressed, 1, compressed.length));
        if (x.compareTo(PRIME) >= 0) {
            throw new IllegalArgumentException("x is not of the field");
        }
        var square = squareOfY(x);
        // The prime is 3 modulo 4, so a square root is one power.
        var y = square.modPow(PRIME.add(BigInteger.ONE).shiftRight(2), PRIME);
        if (!y.multiply(y).mod(PRIME).equals(square)) {
            throw new IllegalArgumentException("no point of P-256 has this x");
        }
        boolean odd = compressed[0] == 3;
        return key(new ECPoint(x, y.testBit(0) == odd ? y : PRIME.subtract(y)));
    }

    /** @throws IllegalArgumentException when the key is on another curve, or its point on none */
    public static Did did(ECPublicKey key) {
        var parameters = key.getParams();
        boolean p256 = parameters.getCurve().equals(CURVE.getCurve())
                && parameters.getGenerator().equals(CURVE.getGenerator())
                && parameters.getOrder().equals(CURVE.getOrder());
        var point = key.getW();
        if (!p256 || !isOnCurve(point)) {
            throw new IllegalArgumentException("not a P-256 key");
        }
        byte[] compressed = new byte[1 + COORDINATE];
        compressed[0] = (byte) (point.getAffineY().testBit(0) ? 3 : 2);
        put(point.getAffineX(), compressed, 1);
        return Did.of(compressed);
    }

    /** The same signature with the lower s: each of the two verifies, only this one is legal. */
    public static byte[] lowS(byte[] signature) {
        var s = s(signature);
        if (s.compareTo(HALF_ORDER) <= 0) {
            return signature;
        }
        byte[] lower = signature.clone();
        put(CURVE.getOrder().subtract(s), lower, COORDINATE);
        return lower;
    }

    private static BigInteger s(byte[] signature) {
        return new BigInteger(1, Arrays.copyOfRange(signature, COORDINATE, 2 * COORDINATE));
    }

    private static boolean isOnCurve(ECPoint point) {
        if (point.equals(ECPoint.POINT_INFINITY)) {
            return false;
        }
        var x = point.getAffineX();
        var y = point.getAffineY();
        return x.signum() >= 0
                && x.compareTo(PRIME) < 0
                && y.signum() >= 0
                && y.compareTo(PRIME) < 0
                && y.multiply(y).mod(PRIME).equals(squareOfY(x));
    }

    private static BigInteger squareOfY(BigInteger x) {
        var curve = CURVE.getCurve();
        return x.pow(3).add(curve.getA().multiply(x)).add(curve.getB()).mod(PRIME);
    }

    /** Big-endian, filled up with zeros to 32 bytes. */
    private static void put(BigInteger number, byte[] target, int at) {
        byte[] bytes = number.toByteArray();
        int length = Math.min(bytes.length, COORDINATE);
        Arrays.fill(target, at, at + COORDINATE - length, (byte) 0);
        System.arraycopy(bytes, bytes.length - length, target, at + COORDINATE - length, length);
    }

    private static ECPublicKey key(ECPoint point) {
        try {
            return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, CURVE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no P-256", e);
        }
    }

    private static ECParameterSpec curve() {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no P-256", e);
        }
    }
}
