package org.echoppe.repo;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import org.echoppe.domain.Did;

/** A merchant's key made for one test. */
public final class TestSigner implements Signer {
    private final KeyPair pair;
    private final Did did;

    public TestSigner() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        did = P256.did((ECPublicKey) pair.getPublic());
    }

    @Override
    public Did did() {
        return did;
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            var es256 = Signature.getInstance("SHA256withECDSAinP1363Format");
            es256.initSign(pair.getPrivate());
            es256.update(message);
            return P256.lowS(es256.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
