package org.echoppe.identity;

import java.security.KeyPair;
import java.security.SecureRandom;
import org.echoppe.domain.Did;

/** A merchant's encryption key without a keystore around it. */
public final class TestVault {
    private final KeyPair key;

    public TestVault() {
        byte[] seed = new byte[KeyPairs.SEED_BYTES];
        new SecureRandom().nextBytes(seed);
        key = KeyPairs.of(seed);
    }

    public Did key() {
        return KeyPairs.did(key);
    }

    /** @throws BadEnvelope when it was not sealed to this key, or otherwise than it should */
    public String open(String jwe) throws BadEnvelope {
        return Sealing.open(jwe, key, key().value());
    }
}
