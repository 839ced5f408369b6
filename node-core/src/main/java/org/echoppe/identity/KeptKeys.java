package org.echoppe.identity;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.util.Map;
import org.echoppe.domain.Did;
import org.echoppe.repo.BadRepository;
import org.echoppe.repo.DagCbor;
import org.echoppe.repo.Ipld;

/**
 * What stays in the keystore beside the identity key when the root secret has left it.
 *
 * @param recovery public half only: its private half is on paper
 * @param encryptionNumber which encryption key is the current one, from 1
 * @param nextEncryption the link of the chain that the next encryption key is derived from
 */
record KeptKeys(byte[] databaseKey, Did recovery, int encryptionNumber, KeyPair encryption, byte[] nextEncryption) {

    static KeptKeys of(byte[] root) {
        byte[] link = Derivation.ENCRYPTION_CHAIN.from(root);
        return new KeptKeys(
                Derivation.DATABASE_KEY.from(root),
                KeyPairs.did(KeyPairs.of(Derivation.RECOVERY_KEY.from(root))),
                1,
                KeyPairs.of(Derivation.ENCRYPTION_KEY.from(link)),
                Derivation.ENCRYPTION_NEXT.from(link));
    }

    byte[] toBytes() {
        var scalar = ((ECPrivateKey) encryption.getPrivate()).getS();
        return DagCbor.encode(new Ipld.Fields(Map.of(
                "databaseKey", new Ipld.Bytes(databaseKey),
                "recovery", new Ipld.Text(recovery.value()),
                "encryptionNumber", new Ipld.Int(encryptionNumber),
                "encryption", new Ipld.Bytes(scalar.toByteArray()),
                "nextEncryption", new Ipld.Bytes(nextEncryption))));
    }

    /** @throws IllegalArgumentException when they are not what {@link #toBytes} wrote */
    static KeptKeys read(byte[] bytes) {
        try {
            if (!(DagCbor.decode(bytes) instanceof Ipld.Fields fields)) {
                throw new IllegalArgumentException("not a map");
            }
            return new KeptKeys(
                    bytes(fields, "databaseKey"),
                    new Did(fields.text("recovery").orElseThrow(() -> missing("recovery"))),
                    Math.toIntExact(fields.integer("encryptionNumber").orElseThrow(() -> missing("number"))),
                    KeyPairs.ofScalar(new BigInteger(bytes(fields, "encryption"))),
                    bytes(fields, "nextEncryption"));
        } catch (BadRepository e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static byte[] bytes(Ipld.Fields fields, String name) {
        if (fields.entries().get(name) instanceof Ipld.Bytes(byte[] value)) {
            return value;
        }
        throw missing(name);
    }

    private static IllegalArgumentException missing(String name) {
        return new IllegalArgumentException("no " + name);
    }

    @Override
    public String toString() {
        return "KeptKeys";
    }
}
