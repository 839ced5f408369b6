package org.echoppe.identity;

import java.security.KeyPair;
import java.security.SecureRandom;
import org.echoppe.domain.Did;

/** The 32 random bytes that all keys of an identity come from. */
final class RootSecret {
    static final int BYTES = 32;

    private RootSecret() {}

    static byte[] random(SecureRandom random) {
        byte[] root = new byte[BYTES];
        random.nextBytes(root);
        return root;
    }

    static KeyPair identity(byte[] root) {
        return KeyPairs.of(Derivation.IDENTITY_KEY.from(root));
    }

    static Did did(byte[] root) {
        return KeyPairs.did(identity(root));
    }
}
