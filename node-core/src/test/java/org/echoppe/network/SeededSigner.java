package org.echoppe.network;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import org.echoppe.domain.Did;
import org.echoppe.repo.P256;
import org.echoppe.repo.Signer;

/** A key that is the same for the same seed, and signs the same way each time. */
final class SeededSigner implements Signer {
    private final SecureRandom random;
    private final KeyPair pair;
    private final Did did;

    SeededSigner(long seed) {
        try {
            random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(seed);
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            pair = generator.generateKeyPair();
            did = P256.did((ECPublicKey) pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Did did() {
        return did;
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            var es256 = Signature.getInstance("SHA256withECDSAinP1363Format");
            es256.initSign(pair.getPrivate(), random);
            es256.update(message);
            return P256.lowS(es256.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
