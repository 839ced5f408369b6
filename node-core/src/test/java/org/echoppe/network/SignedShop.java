package org.echoppe.network;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Tid;
import org.echoppe.repo.BadRepository;
import org.echoppe.repo.Block;
import org.echoppe.repo.CarWriter;
import org.echoppe.repo.Commit;
import org.echoppe.repo.MerkleSearchTree;
import org.echoppe.repo.Signer;
import org.echoppe.repo.TestSigner;
import org.echoppe.repo.ThinDiff;
import org.echoppe.repo.Update;
import org.jspecify.annotations.Nullable;

/** One state of a shop's repository as its merchant signed it, with what leads to it from the state before. */
record SignedShop(Signer signer, Update update, Map<Cid, byte[]> records) {
    /** The first commit of a new shop, a minute ago. */
    static SignedShop of(int products) {
        return of(new TestSigner(), products, minutes(-1));
    }

    static SignedShop of(Signer signer, int products, Tid rev) {
        return next(signer, MerkleSearchTree.empty(), null, rev, Goods.shop("Aux Pommes", products), Map.of());
    }

    /** The next commit, in which so many products cost something else. */
    SignedShop next(Tid rev, int changed, long cents) {
        var changes = new TreeMap<String, Optional<byte[]>>();
        for (int i = 0; i < changed; i++) {
            changes.put(Goods.key(i), Optional.of(Goods.product(i, cents)));
        }
        return next(rev, changes);
    }

    SignedShop next(Tid rev, Map<String, Optional<byte[]>> changes) {
        return next(signer, update.tree(), update.commit(), rev, changes, records);
    }

    private static SignedShop next(
            Signer signer,
            MerkleSearchTree tree,
            @Nullable Commit head,
            Tid rev,
            Map<String, Optional<byte[]>> changes,
            Map<Cid, byte[]> before) {
        try {
            var update = Update.sign(signer, tree, head, rev, changes);
            var records = new HashMap<>(before);
            update.changes().values().forEach(block -> block.ifPresent(b -> records.put(b.cid(), b.bytes())));
            return new SignedShop(signer, update, records);
        } catch (BadRepository e) {
            throw new IllegalStateException(e);
        }
    }

    static Tid minutes(long fromNow) {
        return Tid.of(System.currentTimeMillis() * 1_000 + fromNow * 60_000_000, 1);
    }

    Commit commit() {
        return update.commit();
    }

    byte[] car() {
        return car(records);
    }

    /** The CAR of this repository with these records in place of the right ones. */
    byte[] car(Map<Cid, byte[]> others) {
        try {
            var out = new ByteArrayOutputStream();
            var car = new CarWriter(out, commit().cid());
            car.write(commit().block());
            update.tree().forEachNode(car::write);
            for (var record : others.entrySet()) {
                car.write(record.getKey(), record.getValue());
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BadRepository e) {
            throw new IllegalStateException(e);
        }
    }

    ThinDiff diff() {
        var changes = new TreeMap<String, Optional<Cid>>();
        var changed = new HashMap<Cid, byte[]>();
        update.changes().forEach((key, block) -> {
            changes.put(key, block.map(Block::cid));
            block.ifPresent(b -> changed.put(b.cid(), b.bytes()));
        });
        return new ThinDiff(commit(), changes, changed);
    }
}
