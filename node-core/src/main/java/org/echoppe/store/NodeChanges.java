package org.echoppe.store;

import static org.echoppe.store.jooq.Tables.TREE_NODE;

import java.util.ArrayList;
import java.util.List;
import org.echoppe.domain.Cid;
import org.echoppe.repo.Block;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Changed tree nodes on their way into their table, a batch at a time. */
final class NodeChanges {
    private static final int BATCH = 500;
    private static final Field<Long> SIZE = DSL.field("sum(octet_length({0}))", Long.class, TREE_NODE.BLOCK);

    private final DSLContext sql;
    private final long repository;
    private final List<Block> added = new ArrayList<>();
    private final List<String> removed = new ArrayList<>();
    private long bytes;

    NodeChanges(DSLContext sql, long repository) {
        this.sql = sql;
        this.repository = repository;
    }

    void add(Block node) {
        added.add(node);
        if (added.size() == BATCH) {
            insert();
        }
    }

    void remove(Cid node) {
        removed.add(node.toString());
        if (removed.size() == BATCH) {
            delete();
        }
    }

    void flush() {
        delete();
        insert();
    }

    /** Bytes more than before, after {@link #flush}. */
    long byteDelta() {
        return bytes;
    }

    private void delete() {
        if (!removed.isEmpty()) {
            // joined, because H2 would compare each of a list of CIDs with every node of the repository
            var gone = DSL.unnest(removed.toArray(String[]::new)).as("gone", "gone_cid");
            Long size = sql.select(SIZE)
                    .from(gone)
                    .join(TREE_NODE)
                    .on(TREE_NODE.REPOSITORY_ID.eq(repository), TREE_NODE.CID.eq(gone.field("gone_cid", String.class)))
                    .fetchOne(SIZE);
            bytes -= size == null ? 0 : size;
            BatchBindStep batch = sql.batch(
                    sql.deleteFrom(TREE_NODE).where(TREE_NODE.REPOSITORY_ID.eq(repository), TREE_NODE.CID.eq("")));
            for (String cid : removed) {
                batch = batch.bind(repository, cid);
            }
            batch.execute();
            removed.clear();
        }
    }

    private void insert() {
        if (!added.isEmpty()) {
            BatchBindStep batch = sql.batch(sql.insertInto(TREE_NODE)
                    .columns(TREE_NODE.REPOSITORY_ID, TREE_NODE.CID, TREE_NODE.BLOCK)
                    .values((Long) null, null, null));
            for (Block node : added) {
                batch = batch.bind(repository, node.cid().toString(), node.bytes());
                bytes += node.bytes().length;
            }
            batch.execute();
            added.clear();
        }
    }
}
