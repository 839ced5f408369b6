package org.echoppe.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.jooq.DSLContext;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The node's tables in one encrypted file. What a write changed is on the disk before the call returns; others may read it a
 * moment earlier, so what leaves the node is {@link #settle settled} first.
 */
public final class Database implements AutoCloseable {
    /** Room that must be left on the disk before a write begins, bytes: below it H2 itself could run full halfway. */
    static final long RESERVE = 24L << 20;

    static {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    /** Commits that nobody waits for may stay in memory: so many, then a chunk takes them along. */
    static final int MOST_BEHIND = 256;

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private static final Settings SETTINGS = new Settings()
            .withRenderSchema(false)
            .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED)
            .withExecuteLogging(false);

    /** Something that is ahead of the tables after a failure, and brings them after. */
    @FunctionalInterface
    public interface Leader {
        /**
         * Called before every write, with the lock of writes in hand; what it writes itself goes through {@link #writeBehind}.
         *
         * @param doubtful the tables may have lost writes that were not waited for
         */
        void catchUp(boolean doubtful);
    }

    /** What calls inside a write or read join. */
    private record Scope(DSLContext sql, boolean writes, List<Runnable> afterwards) {}

    private final ScopedValue<Scope> scope = ScopedValue.newInstance();
    private final ReentrantLock writing = new ReentrantLock(true);
    private final HomeLock lock;
    private final H2File file;
    private final Clock clock;
    private final HikariDataSource readers;
    private final HikariDataSource writers;
    private final GroupCommit durability;
    private volatile Leader leader = _ -> {};
    private volatile boolean doubtful;
    /** Guarded by {@link #writing}. */
    private boolean catchingUp;
    /** Commits since the last chunk; only who holds {@link #writing} looks. */
    private int behind;

    private Database(HomeLock lock, H2File file, Clock clock) {
        this.lock = lock;
        this.file = file;
        this.clock = clock;
        writers = pool("write", 2);
        readers = pool("read", 16);
        durability = new GroupCommit(this::checkpoint);
    }

    /**
     * Opens the home's database, making or migrating it.
     *
     * @param key 32 bytes
     * @throws Rejected HOME_IN_USE, HOME_TOO_NEW, DATABASE_DAMAGED (also for a wrong key), DISK_FULL
     */
    public static Database open(Path home, byte[] key, Clock clock) {
        return open(home, new H2File(home, key), clock);
    }

    /**
     * The same for a program that holds the home's lock already, and hands it over: it is let go with the database.
     *
     * @throws Rejected HOME_TOO_NEW, DATABASE_DAMAGED (also for a wrong key), DISK_FULL
     */
    public static Database open(Path home, HomeLock lock, byte[] key, Clock clock) {
        return open(home, lock, new H2File(home, key), clock);
    }

    static Database open(Path home, H2File file, Clock clock) {
        return open(home, HomeLock.take(home), file, clock);
    }

    private static Database open(Path home, HomeLock lock, H2File file, Clock clock) {
        try {
            return new Migration(home, file, lock, clock, "classpath:org/echoppe/store/migration")
                    .thenOpen(() -> new Database(lock, file, clock));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Runs several store calls as one transaction: all of it is durable when this returns, or none of it happened. One
     * write runs at a time; calls inside join it.
     *
     * @throws Rejected DISK_FULL
     */
    public <T extends @Nullable Object, X extends Exception> T write(Work<T, X> work) throws X {
        return writing(sql -> work.run());
    }

    /** As {@link #write(Work)}. */
    public <X extends Exception> void write(Step<X> step) throws X {
        writeAll(sql -> step.run());
    }

    /**
     * As {@link #write(Work)}, without waiting for the disk: for what stands elsewhere and is brought again by the
     * {@link #lead leader}, or by a mark written in the same write, should the tables lose it. A later durable write makes it
     * durable, too, so the tables are always as they were after one of the writes, never with a later one and without an
     * earlier one.
     */
    public <T extends @Nullable Object, X extends Exception> T writeBehind(Work<T, X> work) throws X {
        return writing(sql -> work.run(), false);
    }

    /** From now on the tables follow this leader. */
    public void lead(Leader newLeader) {
        leader = newLeader;
    }

    /**
     * Runs several store calls on one state of the database: no write of others shows, wholly or halfway. It occupies one
     * of 16 connections until it ends, so nothing in it may wait for a stranger.
     */
    public <T extends @Nullable Object, X extends Exception> T read(Work<T, X> work) throws X {
        return reading(sql -> work.run());
    }

    /** As {@link #read(Work)}. */
    public <X extends Exception> void read(Step<X> step) throws X {
        readAll(sql -> step.run());
    }

    /** Work with tables. */
    @FunctionalInterface
    interface SqlWork<T extends @Nullable Object, X extends Exception> {
        T run(DSLContext sql) throws X;
    }

    /** Work with tables that gives nothing back. */
    @FunctionalInterface
    interface SqlStep<X extends Exception> {
        void run(DSLContext sql) throws X;
    }

    <X extends Exception> void writeAll(SqlStep<X> step) throws X {
        writing(sql -> {
            step.run(sql);
            return true;
        });
    }

    <X extends Exception> void readAll(SqlStep<X> step) throws X {
        reading(sql -> {
            step.run(sql);
            return true;
        });
    }

    <T extends @Nullable Object, X extends Exception> T writing(SqlWork<T, X> work) throws X {
        return writing(work, true);
    }

    private <T extends @Nullable Object, X extends Exception> T writing(SqlWork<T, X> work, boolean lasting) throws X {
        if (scope.isBound()) {
            if (!scope.get().writes) {
                throw new IllegalStateException("a write inside a read");
            }
            return work.run(scope.get().sql);
        }
        needRoom(0);
        try {
            T result;
            long commit;
            writing.lock();
            try {
                catchUp();
                var ending = new Commit(lasting);
                result = transaction(writers, work, ending);
                commit = ending.number;
            } finally {
                writing.unlock();
            }
            if (lasting) {
                durability.await(commit);
            }
            return result;
        } catch (SQLException | DataAccessException e) {
            throw failed(e);
        }
    }

    <T extends @Nullable Object, X extends Exception> T reading(SqlWork<T, X> work) throws X {
        if (scope.isBound()) {
            return work.run(scope.get().sql);
        }
        try {
            return transaction(readers, work, null);
        } catch (SQLException | DataAccessException e) {
            throw failed(e);
        }
    }

    /**
     * Inside a write: runs when all of it is committed, in the order of commits, before the next write begins; never when it
     * is rolled back. For what memory holds of the tables.
     */
    void afterCommit(Runnable news) {
        scope.get().afterwards.add(news);
    }

    /** Whether this is called inside a write. */
    public boolean isWriting() {
        return scope.isBound() && scope.get().writes;
    }

    /**
     * Waits until all that was read before this call is on the disk. To be called outside of {@link #read} and {@link #write},
     * before an answer leaves: a shop that lost what a peer has already seen would sign a second history after a power cut.
     */
    void settle() {
        try {
            durability.settle();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * Copies the file as it is after everything that was committed, and lets {@code meanwhile} copy what belongs to that moment: nobody
     * writes until both are done.
     *
     * @throws Rejected DISK_FULL when there is no room for the copy
     */
    public void copyTo(Path target, Work<?, IOException> meanwhile) throws IOException {
        needRoom(file.path().toFile().length());
        writing.lock();
        try {
            catchUp();
            checkpoint();
            file.copyOpenTo(target);
            meanwhile.run();
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            writing.unlock();
        }
    }

    /** @throws Rejected DISK_FULL when so many bytes more would not leave the reserve */
    void needRoom(long bytes) {
        if (file.usableSpace() < RESERVE + bytes) {
            throw Rejected.because(Fault.DISK_FULL);
        }
    }

    /** The time as the tables keep it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void catchUp() {
        if (!catchingUp) {
            catchingUp = true;
            try {
                boolean wasDoubtful = doubtful;
                leader.catchUp(wasDoubtful);
                doubtful &= !wasDoubtful;
            } finally {
                catchingUp = false;
            }
        }
    }

    /** The end of a transaction that writes. */
    private final class Commit {
        private final boolean atOnce;
        private long number;

        /** @param lasting somebody waits for the disk; what nobody waits for stands elsewhere, and needs no chunk of its own in the file */
        Commit(boolean lasting) {
            this.atOnce = lasting || behind + 1 >= MOST_BEHIND;
        }

        void prepare(Connection connection) throws SQLException {
            H2File.beforeCommit(connection, atOnce);
        }

        void make(Connection connection) throws SQLException {
            prepare(connection);
            number = durability.commit(connection::commit);
            behind = atOnce ? 0 : behind + 1;
        }
    }

    /** @param commit null for one that only reads */
    private <T extends @Nullable Object, X extends Exception> T transaction(
            HikariDataSource pool, SqlWork<T, X> work, @Nullable Commit commit) throws SQLException, X {
        try (Connection connection = pool.getConnection()) {
            var sql = DSL.using(connection, H2File.DIALECT, SETTINGS);
            var joined = new Scope(sql, commit != null, new ArrayList<>());
            boolean done = false;
            try {
                if (commit != null) {
                    commit.prepare(connection);
                }
                T result = ScopedValue.where(scope, joined).call(() -> work.run(sql));
                done = commit != null;
                if (commit != null) {
                    commit.make(connection);
                    joined.afterwards.forEach(Runnable::run);
                }
                return result;
            } finally {
                if (!done) {
                    rollBack(connection);
                }
            }
        }
    }

    /** What goes wrong here says nothing to the caller, who has an answer or a reason already; others must not stumble over it. */
    private void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            LOG.warn("Rolling back failed", failed(e));
        }
    }

    /** Never in the middle of somebody's write: H2 takes its tables one after the other, so a part of that write would be on the disk. */
    private void checkpoint() throws SQLException {
        writing.lock();
        try (Connection connection = writers.getConnection()) {
            H2File.beforeCommit(connection, true);
            file.checkpoint(connection);
            connection.commit();
        } finally {
            writing.unlock();
        }
    }

    private RuntimeException failed(Exception e) {
        if (H2File.isClosedBy(e)) {
            // H2 shuts its file after a failed write. New connections open it again, at its last good state.
            doubtful = true;
            readers.getHikariPoolMXBean().softEvictConnections();
            writers.getHikariPoolMXBean().softEvictConnections();
        }
        return file.refusal(e);
    }

    private HikariDataSource pool(String name, int size) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(file.source());
        config.setAutoCommit(false);
        config.setMinimumIdle(1);
        config.setMaximumPoolSize(size);
        config.setConnectionInitSql(H2File.SNAPSHOT_ISOLATION);
        return new HikariDataSource(config);
    }

    /** Waits for a running write, then closes the file cleanly. */
    @Override
    public void close() {
        writing.lock();
        try {
            file.shutdown(() -> {
                readers.close();
                writers.close();
            });
        } finally {
            writing.unlock();
            lock.close();
        }
    }
}
