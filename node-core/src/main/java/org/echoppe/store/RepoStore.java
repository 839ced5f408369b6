package org.echoppe.store;

import static org.echoppe.store.jooq.Tables.FORK;
import static org.echoppe.store.jooq.Tables.HELD_COMMIT;
import static org.echoppe.store.jooq.Tables.REPOSITORY;
import static org.echoppe.store.jooq.Tables.STORED_RECORD;
import static org.echoppe.store.jooq.Tables.TREE_NODE;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.domain.Tid;
import org.echoppe.repo.BadRepository;
import org.echoppe.repo.Block;
import org.echoppe.repo.Commit;
import org.echoppe.repo.MerkleSearchTree;
import org.echoppe.repo.Snapshot;
import org.echoppe.repo.ThinDiff;
import org.echoppe.repo.Update;
import org.echoppe.store.jooq.tables.records.RepositoryRecord;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The repositories held here: the shop's own and the replicas of others. */
public final class RepoStore {
    private static final int ASKED_AT_ONCE = 500;

    private final Database database;

    public RepoStore(Database database) {
        this.database = database;
    }

    /**
     * Waits until all that was read of repositories so far is on the disk, which is to be true before any of it leaves this node
     * ({@link Database#settle}).
     */
    public void settle() {
        database.settle();
    }

    public Optional<Head> head(Did did) {
        return database.reading(sql -> Optional.ofNullable(repository(sql, did)).map(RepoStore::head));
    }

    /** By DID, beginning behind the one given. */
    public List<Head> heads(@Nullable Did after, int limit) {
        return database.reading(sql -> sql.selectFrom(REPOSITORY)
                .where(after == null ? DSL.noCondition() : REPOSITORY.DID.gt(after.value()))
                .orderBy(REPOSITORY.DID)
                .limit(limit)
                .fetch(RepoStore::head));
    }

    /** The rev of every repository. */
    public Map<Did, Tid> revs() {
        return database.reading(sql -> sql.select(REPOSITORY.DID, REPOSITORY.REV)
                .from(REPOSITORY)
                .fetchMap(row -> new Did(row.value1()), row -> new Tid(row.value2())));
    }

    public Optional<Commit> commit(Did did) {
        return database.reading(sql -> Optional.ofNullable(repository(sql, did)).map(RepoStore::commit));
    }

    /**
     * The held tree, empty when none is. Its nodes are loaded from here when they are needed: what may change meanwhile is
     * to be walked over inside {@link Database#read} or {@link Database#write}.
     */
    public MerkleSearchTree tree(Did did) {
        return database.reading(sql -> {
            RepositoryRecord held = repository(sql, did);
            return held == null
                    ? MerkleSearchTree.empty()
                    : MerkleSearchTree.load(Cid.parse(held.getData()), cid -> node(held.getId(), cid));
        });
    }

    /** @param key {@code collection/rkey} */
    public Optional<StoredRecord> record(Did did, String key) {
        return database.reading(sql -> sql.select(
                        STORED_RECORD.RECORD_KEY, STORED_RECORD.CID, STORED_RECORD.BLOCK, STORED_RECORD.CHANGED)
                .from(STORED_RECORD)
                .join(REPOSITORY)
                .on(REPOSITORY.ID.eq(STORED_RECORD.REPOSITORY_ID))
                .where(REPOSITORY.DID.eq(did.value()), STORED_RECORD.RECORD_KEY.eq(key))
                .fetchOptional(row -> Records.stored(did, row)));
    }

    /** Where a record lies. */
    public record Place(Did did, String key) {}

    /** Every place where one of these blocks is a record, in any repository. */
    public List<Place> places(Collection<Cid> records) {
        var all = records.stream().map(Cid::toString).toList();
        var places = new ArrayList<Place>();
        for (int from = 0; from < all.size(); from += ASKED_AT_ONCE) {
            var some = all.subList(from, Math.min(all.size(), from + ASKED_AT_ONCE));
            places.addAll(database.reading(sql -> sql.select(REPOSITORY.DID, STORED_RECORD.RECORD_KEY)
                    .from(STORED_RECORD)
                    .join(REPOSITORY)
                    .on(REPOSITORY.ID.eq(STORED_RECORD.REPOSITORY_ID))
                    .where(STORED_RECORD.CID.in(some))
                    .fetch(row -> new Place(new Did(row.value1()), row.value2()))));
        }
        return places;
    }

    /** Who walks over records. */
    @FunctionalInterface
    public interface RecordVisitor<X extends Exception> {
        void visit(StoredRecord record) throws X;
    }

    /**
     * In key order, a page in memory at a time, all of one commit.
     *
     * @param prefix of the keys wanted, such as a collection and its slash; null for all
     */
    public <X extends Exception> void forEachRecord(Did did, @Nullable String prefix, RecordVisitor<X> visitor)
            throws X {
        database.readAll(sql -> {
            RepositoryRecord held = repository(sql, did);
            if (held != null) {
                Records.forEach(sql, held.getId(), did, prefix == null ? "" : prefix, visitor);
            }
        });
    }

    /** Who walks over tree nodes. */
    @FunctionalInterface
    public interface NodeVisitor<X extends Exception> {
        void visit(Block node) throws X;
    }

    /** All tree nodes of one commit, in no order, a page in memory at a time. */
    public <X extends Exception> void forEachNode(Did did, NodeVisitor<X> visitor) throws X {
        database.readAll(sql -> {
            RepositoryRecord held = repository(sql, did);
            if (held != null) {
                Nodes.forEach(sql, held.getId(), visitor);
            }
        });
    }

    /** A record, tree node or commit of any repository. */
    public Optional<byte[]> block(Cid cid) {
        return database.reading(sql -> block(sql, STORED_RECORD.CID, STORED_RECORD.BLOCK, cid)
                .or(() -> block(sql, TREE_NODE.CID, TREE_NODE.BLOCK, cid))
                .or(() -> block(sql, HELD_COMMIT.CID, HELD_COMMIT.BLOCK, cid)));
    }

    /** Every key changed after that rev; empty when it is unknown, too long ago, or the whole costs hardly more. */
    public Optional<ThinDiff> changesSince(Did did, Tid since) {
        return database.reading(sql -> {
            RepositoryRecord held = repository(sql, did);
            return held == null ? Optional.empty() : Changes.since(sql, held, commit(held), since);
        });
    }

    /**
     * Makes the snapshot what is held of its repository.
     *
     * @param expectedHead the head that it was compared with; null when none was held
     */
    public StoreOutcome replace(Snapshot snapshot, @Nullable Cid expectedHead) throws IOException {
        database.needRoom(2 * snapshot.bytes());
        return database.writing(sql -> new RepoWriter(sql, database.now()).replace(snapshot, expectedHead));
    }

    /**
     * Writes the whole repository anew, whatever the disk made of it.
     *
     * @param records all that the tree names, by key
     * @param expectedHead the head that it was damaged at
     */
    public StoreOutcome rebuild(
            Commit commit, MerkleSearchTree tree, SortedMap<String, Block> records, Cid expectedHead) {
        return database.writing(
                sql -> new RepoWriter(sql, database.now()).rebuild(commit, tree, records, expectedHead));
    }

    /**
     * A damaged repository stays marked as such.
     *
     * @param expectedHead the head that the update starts from; null for the first commit
     */
    public StoreOutcome apply(Update update, @Nullable Cid expectedHead) {
        database.needRoom(2 * weight(update));
        return database.writing(sql -> new RepoWriter(sql, database.now()).apply(update, expectedHead));
    }

    private static long weight(Update update) {
        long records = update.changes().values().stream()
                .flatMap(Optional::stream)
                .mapToLong(record -> record.bytes().length)
                .sum();
        return records
                + update.addedNodes().stream()
                        .mapToLong(node -> node.bytes().length)
                        .sum();
    }

    /** Whether this commit is or recently was the head here. */
    public boolean knows(Did did, Cid commit) {
        return database.reading(sql -> sql.fetchExists(DSL.selectOne()
                .from(HELD_COMMIT)
                .join(REPOSITORY)
                .on(REPOSITORY.ID.eq(HELD_COMMIT.REPOSITORY_ID))
                .where(REPOSITORY.DID.eq(did.value()), HELD_COMMIT.CID.eq(commit.toString()))));
    }

    /** The commits that are or recently were the head here, newest first. */
    public List<Commit> recentCommits(Did did) {
        return database.reading(sql -> sql.select(HELD_COMMIT.BLOCK)
                .from(HELD_COMMIT)
                .join(REPOSITORY)
                .on(REPOSITORY.ID.eq(HELD_COMMIT.REPOSITORY_ID))
                .where(REPOSITORY.DID.eq(did.value()))
                .orderBy(HELD_COMMIT.ID.desc())
                .fetch(row -> commit(did, row.value1())));
    }

    /** Runs several calls on one state of the repositories, see {@link Database#read}. */
    public <T extends @Nullable Object, X extends Exception> T inOneState(Work<T, X> work) throws X {
        return database.read(work);
    }

    /** Keeps the evidence; once for each pair. */
    public void addFork(Fork fork) {
        database.writing(sql -> sql.insertInto(FORK)
                .columns(FORK.DID, FORK.HELD_CID, FORK.HELD_BLOCK, FORK.OTHER_CID, FORK.OTHER_BLOCK, FORK.SEEN_AT)
                .values(
                        fork.did().value(),
                        fork.held().cid().toString(),
                        fork.held().bytes(),
                        fork.other().cid().toString(),
                        fork.other().bytes(),
                        fork.seenAt())
                .onConflictDoNothing()
                .execute());
    }

    /** Newest first. */
    public List<Fork> forks(Did did) {
        return database.reading(sql -> sql.selectFrom(FORK)
                .where(FORK.DID.eq(did.value()))
                .orderBy(FORK.ID.desc())
                .fetch(f -> new Fork(
                        did,
                        new Block(Cid.parse(f.getHeldCid()), f.getHeldBlock()),
                        new Block(Cid.parse(f.getOtherCid()), f.getOtherBlock()),
                        f.getSeenAt())));
    }

    /** Forgets the repository, except forks. */
    public void drop(Did did) {
        database.writeAll(sql -> new RepoWriter(sql, database.now()).drop(did));
    }

    /** Forgets which records were removed before then; whoever asks for changes since an older rev gets the whole. */
    public void forgetRemovalsBefore(Instant time) {
        Tid rev = Tid.of(Math.max(0, time.toEpochMilli()) * 1000, 0);
        database.writeAll(sql -> Removals.forgetBefore(sql, rev));
    }

    /**
     * Notes what a check found, unless there is another head meanwhile.
     *
     * @param head that was checked; null when not even that could be read
     */
    void checked(Did did, @Nullable String head, boolean damaged) {
        database.writing(sql -> sql.update(REPOSITORY)
                .set(REPOSITORY.DAMAGED, damaged)
                .set(REPOSITORY.CHECKED_AT, damaged ? null : database.now())
                .where(REPOSITORY.DID.eq(did.value()), head == null ? DSL.noCondition() : REPOSITORY.HEAD.eq(head))
                .execute());
    }

    static @Nullable RepositoryRecord repository(DSLContext sql, Did did) {
        return sql.fetchOne(REPOSITORY, REPOSITORY.DID.eq(did.value()));
    }

    static Head head(RepositoryRecord row) {
        return new Head(
                new Did(row.getDid()),
                new Tid(row.getRev()),
                Cid.parse(row.getHead()),
                Cid.parse(row.getData()),
                row.getRecordCount(),
                row.getByteCount(),
                row.getDamaged(),
                row.getReceivedAt(),
                row.getCheckedAt());
    }

    private static Commit commit(RepositoryRecord row) {
        return commit(new Did(row.getDid()), row.getCommitBlock());
    }

    private static Commit commit(Did did, byte[] block) {
        try {
            return Commit.read(block);
        } catch (BadRepository e) {
            throw new IllegalStateException("a stored commit of " + did + " is damaged", e);
        }
    }

    private byte @Nullable [] node(long repository, Cid cid) {
        return database.reading(sql -> sql.select(TREE_NODE.BLOCK)
                .from(TREE_NODE)
                .where(TREE_NODE.REPOSITORY_ID.eq(repository), TREE_NODE.CID.eq(cid.toString()))
                .fetchOne(TREE_NODE.BLOCK));
    }

    private static Optional<byte[]> block(DSLContext sql, TableField<?, String> address, Field<byte[]> bytes, Cid cid) {
        return sql.select(bytes)
                .from(address.getTable())
                .where(address.eq(cid.toString()))
                .limit(1)
                .fetchOptional(bytes);
    }
}
