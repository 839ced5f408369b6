package org.echoppe.identity;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.Arrays;
import org.echoppe.domain.Did;
import org.echoppe.repo.P256;
import org.echoppe.repo.Signer;

/** A signer whose key comes from a number. */
record FakeSigner(KeyPair pair) implements Signer {
    static FakeSigner of(int number) {
        byte[] root = new byte[RootSecret.BYTES];
        Arrays.fill(root, (byte) number);
        return new FakeSigner(RootSecret.identity(root));
    }

    @Override
    public Did did() {
        return KeyPairs.did(pair);
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(pair.getPrivate());
            signature.update(message);
            return P256.lowS(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
