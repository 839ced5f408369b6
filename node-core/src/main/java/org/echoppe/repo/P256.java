package org.echoppe.repo;

import java.security.interfaces.ECPublicKey;
import org.echoppe.domain.Did;

/** Signatures of the curve P-256 as AT Protocol wants them: ES256, r and s of 32 bytes each, s the lower of the two possible. */
@SuppressWarnings("DoNotCallSuggester")
public final class P256 {
    private P256() {}

    /** False as well for another length, a high s, or a DID whose point is not on the curve. */
    public static boolean verify(Did did, byte[] message, byte[] signature) {
        throw new UnsupportedOperationException();
    }

    /** @throws IllegalArgumentException when no point of the curve has this x */
    public static ECPublicKey publicKey(Did did) {
        throw new UnsupportedOperationException();
    }

    public static Did did(ECPublicKey key) {
        throw new UnsupportedOperationException();
    }

    /** The same signature with the lower s: each of the two verifies, only this one is legal. */
    public static byte[] lowS(byte[] signature) {
        throw new UnsupportedOperationException();
    }
}
