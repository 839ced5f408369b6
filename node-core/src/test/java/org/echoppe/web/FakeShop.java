package org.echoppe.web;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.echoppe.domain.Did;
import org.echoppe.domain.RecordKey;
import org.echoppe.domain.Tid;
import org.echoppe.records.ProductRecord;
import org.echoppe.records.ShopProfile;
import org.echoppe.repo.Block;
import org.echoppe.repo.Collections;
import org.echoppe.repo.DagCbor;
import org.echoppe.repo.P256;
import org.echoppe.repo.Signer;

/** A shop with a key of its own, whose records a test writes by hand. */
final class FakeShop implements Signer {
    private final KeyPair keys;
    private final Did did;
    private final TreeMap<String, Block> records = new TreeMap<>();
    private long next = 1;

    FakeShop(ShopProfile profile) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        did = P256.did((ECPublicKey) keys.getPublic());
        rename(profile);
    }

    /** Takes another profile, for the next commit. */
    void rename(ShopProfile profile) {
        records.put(Collections.keyOf(Collections.PROFILE, RecordKey.SELF), DagCbor.block(profile.toFields()));
    }

    /** Adds a product made at that time. */
    RecordKey add(ProductRecord product, Instant made) {
        var rkey = RecordKey.of(Tid.of(made.toEpochMilli() * 1_000 + next++, 7));
        records.put(
                Collections.keyOf(Collections.PRODUCT, rkey),
                DagCbor.block(product.withCreatedAt(made).toFields()));
        return rkey;
    }

    /** Another version of one of its products. */
    void change(RecordKey rkey, ProductRecord product, Instant made) {
        records.put(
                Collections.keyOf(Collections.PRODUCT, rkey),
                DagCbor.block(product.withCreatedAt(made).toFields()));
    }

    /** The records by key. */
    Map<String, Block> records() {
        return records;
    }

    @Override
    public Did did() {
        return did;
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(keys.getPrivate());
            signature.update(message);
            return P256.lowS(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
