package org.echoppe.store;

import static org.echoppe.store.jooq.Tables.HELD_COMMIT;
import static org.echoppe.store.jooq.Tables.REMOVED_RECORD;
import static org.echoppe.store.jooq.Tables.REPOSITORY;
import static org.echoppe.store.jooq.Tables.STORED_RECORD;
import static org.echoppe.store.jooq.Tables.TREE_NODE;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.domain.Tid;
import org.echoppe.repo.BadRepository;
import org.echoppe.repo.Block;
import org.echoppe.repo.Commit;
import org.echoppe.repo.MerkleSearchTree;
import org.echoppe.repo.Snapshot;
import org.echoppe.repo.Update;
import org.echoppe.store.jooq.tables.records.RepositoryRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Brings a repository to a new head, inside one transaction. */
final class RepoWriter {
    /** Heads remembered of each repository. */
    private static final int COMMITS_KEPT = 200;

    private final DSLContext sql;
    private final Instant now;

    RepoWriter(DSLContext sql, Instant now) {
        this.sql = sql;
        this.now = now;
    }

    StoreOutcome apply(Update update, @Nullable Cid expectedHead) {
        RepositoryRecord row = begin(update.commit().did(), expectedHead);
        if (row == null) {
            return StoreOutcome.HEAD_MOVED;
        }
        var changes = new RecordChanges(sql, row.getId(), update.commit().rev());
        update.changes()
                .forEach((key, block) -> block.ifPresentOrElse(b -> changes.put(key, b), () -> changes.remove(key)));
        changes.flush();
        Removals.limit(sql, row, changes.removals());
        var nodes = new NodeChanges(sql, row.getId());
        update.removedNodes().forEach(nodes::remove);
        if (expectedHead == null) {
            // not the difference to an empty tree: that one's only node is not stored
            addAll(update.tree(), nodes);
        } else {
            update.addedNodes().forEach(nodes::add);
        }
        nodes.flush();
        Block commit = update.commit().block();
        long commits = (long) commit.bytes().length - row.getCommitBlock().length;
        row.setRecordCount(row.getRecordCount() + changes.countDelta());
        row.setByteCount(row.getByteCount() + changes.byteDelta() + nodes.byteDelta() + commits);
        finish(row, update.commit(), commit);
        return StoreOutcome.STORED;
    }

    private static void addAll(MerkleSearchTree tree, NodeChanges nodes) {
        try {
            tree.forEachNode(nodes::add);
        } catch (BadRepository e) {
            throw new IllegalStateException("a tree just made", e);
        }
    }

    StoreOutcome replace(Snapshot snapshot, @Nullable Cid expectedHead) throws IOException {
        RepositoryRecord row = begin(snapshot.commit().did(), expectedHead);
        if (row == null) {
            return StoreOutcome.HEAD_MOVED;
        }
        Tid rev = snapshot.commit().rev();
        if (row.getDamaged()) {
            // what is stored can't be compared with: all of it is news
            empty(row.getId());
            row.setKnownSince(rev.value());
        }
        int removals = new WholeRepository(sql, row.getId(), rev).become(snapshot);
        Removals.limit(sql, row, removals);
        row.setRecordCount(snapshot.records());
        row.setByteCount(snapshot.bytes());
        row.setDamaged(false);
        finish(row, snapshot.commit(), snapshot.commit().block());
        return StoreOutcome.STORED;
    }

    StoreOutcome rebuild(Commit commit, MerkleSearchTree tree, Map<String, Block> records, Cid expectedHead) {
        RepositoryRecord row = begin(commit.did(), expectedHead);
        if (row == null) {
            return StoreOutcome.HEAD_MOVED;
        }
        empty(row.getId());
        var written = new RecordChanges(sql, row.getId(), commit.rev());
        records.forEach(written::put);
        written.flush();
        var nodes = new NodeChanges(sql, row.getId());
        addAll(tree, nodes);
        nodes.flush();
        Block block = commit.block();
        row.setKnownSince(commit.rev().value());
        row.setRecordCount(written.countDelta());
        row.setByteCount(written.byteDelta() + nodes.byteDelta() + block.bytes().length);
        row.setDamaged(false);
        finish(row, commit, block);
        return StoreOutcome.STORED;
    }

    void drop(Did did) {
        RepositoryRecord row = RepoStore.repository(sql, did);
        if (row != null) {
            empty(row.getId());
            sql.deleteFrom(HELD_COMMIT)
                    .where(HELD_COMMIT.REPOSITORY_ID.eq(row.getId()))
                    .execute();
            row.delete();
        }
    }

    /** The row to change, a new one when none was expected; null when the head is another than expected. */
    private @Nullable RepositoryRecord begin(Did did, @Nullable Cid expectedHead) {
        RepositoryRecord row = RepoStore.repository(sql, did);
        String head = row == null ? null : row.getHead();
        if (!Objects.equals(head, expectedHead == null ? null : expectedHead.toString())) {
            return null;
        }
        return row == null ? insert(did) : row;
    }

    private RepositoryRecord insert(Did did) {
        RepositoryRecord row = sql.newRecord(REPOSITORY);
        row.setDid(did.value());
        row.setRev("");
        row.setHead("");
        row.setData("");
        row.setCommitBlock(new byte[0]);
        row.setRecordCount(0);
        row.setByteCount(0L);
        row.setKnownSince("");
        row.setDamaged(false);
        row.setReceivedAt(now);
        row.insert();
        return row;
    }

    private void finish(RepositoryRecord row, Commit commit, Block block) {
        row.setRev(commit.rev().value());
        row.setHead(block.cid().toString());
        row.setData(commit.data().toString());
        row.setCommitBlock(block.bytes());
        row.setReceivedAt(now);
        if (row.getKnownSince().isEmpty()) {
            row.setKnownSince(commit.rev().value());
        }
        row.update();
        remember(row.getId(), commit, block);
    }

    private void remember(long repository, Commit commit, Block block) {
        sql.insertInto(HELD_COMMIT)
                .set(HELD_COMMIT.REPOSITORY_ID, repository)
                .set(HELD_COMMIT.CID, block.cid().toString())
                .set(HELD_COMMIT.REV, commit.rev().value())
                .set(
                        HELD_COMMIT.PREV,
                        commit.prev() == null ? null : commit.prev().toString())
                .set(HELD_COMMIT.BLOCK, block.bytes())
                .set(HELD_COMMIT.RECEIVED_AT, now)
                .onConflictDoNothing()
                .execute();
        Long oldest = sql.select(HELD_COMMIT.ID)
                .from(HELD_COMMIT)
                .where(HELD_COMMIT.REPOSITORY_ID.eq(repository))
                .orderBy(HELD_COMMIT.ID.desc())
                .limit(1)
                .offset(COMMITS_KEPT)
                .fetchOne(HELD_COMMIT.ID);
        if (oldest != null) {
            sql.deleteFrom(HELD_COMMIT)
                    .where(HELD_COMMIT.REPOSITORY_ID.eq(repository), HELD_COMMIT.ID.le(oldest))
                    .execute();
        }
    }

    private void empty(long repository) {
        sql.deleteFrom(STORED_RECORD)
                .where(STORED_RECORD.REPOSITORY_ID.eq(repository))
                .execute();
        sql.deleteFrom(REMOVED_RECORD)
                .where(REMOVED_RECORD.REPOSITORY_ID.eq(repository))
                .execute();
        sql.deleteFrom(TREE_NODE).where(TREE_NODE.REPOSITORY_ID.eq(repository)).execute();
    }
}
