package org.echoppe.store;

import static org.echoppe.store.jooq.Tables.TREE_NODE;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Tid;
import org.echoppe.repo.Block;
import org.echoppe.repo.Snapshot;
import org.jooq.DSLContext;

/**
 * Makes the stored repository equal to a snapshot by walking over both in key order: what is the same is not written again,
 * and what differs is known afterwards to have changed at this rev.
 */
final class WholeRepository {
    private final DSLContext sql;
    private final long repository;
    private final Tid rev;

    WholeRepository(DSLContext sql, long repository, Tid rev) {
        this.sql = sql;
        this.repository = repository;
        this.rev = rev;
    }

    /** How many records it removed. */
    int become(Snapshot snapshot) throws IOException {
        int removals = records(snapshot);
        nodes(snapshot);
        return removals;
    }

    private int records(Snapshot snapshot) throws IOException {
        var changes = new RecordChanges(sql, repository, rev);
        var held = new HeldKeys(sql, repository);
        snapshot.forEachRecord((key, cid, bytes) -> {
            while (held.isBefore(key)) {
                changes.remove(held.next());
            }
            boolean same = held.isAt(key) && held.cid().equals(cid.toString());
            if (held.isAt(key)) {
                held.next();
            }
            if (!same) {
                changes.put(key, new Block(cid, bytes));
            }
        });
        while (held.hasNext()) {
            changes.remove(held.next());
        }
        changes.flush();
        return changes.removals();
    }

    private void nodes(Snapshot snapshot) throws IOException {
        var changes = new NodeChanges(sql, repository);
        Set<String> old = new HashSet<>(sql.select(TREE_NODE.CID)
                .from(TREE_NODE)
                .where(TREE_NODE.REPOSITORY_ID.eq(repository))
                .fetch(TREE_NODE.CID));
        snapshot.forEachNode(node -> {
            if (!old.remove(node.cid().toString())) {
                changes.add(node);
            }
        });
        old.forEach(cid -> changes.remove(Cid.parse(cid)));
        changes.flush();
    }
}
