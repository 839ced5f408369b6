package org.echoppe.identity;

import java.util.HashMap;
import org.echoppe.domain.Did;
import org.echoppe.repo.BadRepository;
import org.echoppe.repo.DagCbor;
import org.echoppe.repo.Ipld;

/**
 * What stays in the keystore beside the identity key when the root secret has left it.
 *
 * @param recovery public half only: its private half is on paper
 */
record KeptKeys(byte[] databaseKey, Did recovery, EncryptionKeys encryption) {

    static KeptKeys of(byte[] root) {
        return new KeptKeys(
                Derivation.DATABASE_KEY.from(root),
                KeyPairs.did(KeyPairs.of(Derivation.RECOVERY_KEY.from(root))),
                EncryptionKeys.first(Derivation.ENCRYPTION_CHAIN.from(root)));
    }

    KeptKeys with(EncryptionKeys newer) {
        return new KeptKeys(databaseKey, recovery, newer);
    }

    byte[] toBytes() {
        var fields = new HashMap<String, Ipld>();
        fields.put("databaseKey", new Ipld.Bytes(databaseKey));
        fields.put("recovery", new Ipld.Text(recovery.value()));
        encryption.addTo(fields);
        return DagCbor.encode(new Ipld.Fields(fields));
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
                    EncryptionKeys.of(fields));
        } catch (BadRepository | ClassCastException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static byte[] bytes(Ipld.Fields fields, String name) {
        if (fields.entries().get(name) instanceof Ipld.Bytes(byte[] value)) {
            return value;
        }
        throw missing(name);
    }

    static IllegalArgumentException missing(String name) {
        return new IllegalArgumentException("no " + name);
    }

    @Override
    public String toString() {
        return "KeptKeys";
    }
}
