package org.echoppe.store;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Makes commits durable. Writers that wait at the same time share one flush of the disk. A commit can be read by others a moment
 * before it is durable: whoever passes on what they read settles it first.
 */
final class GroupCommit {
    /** Makes a commit; or puts on the disk whatever was committed before it began. */
    @FunctionalInterface
    interface Step {
        void run() throws SQLException;
    }

    private final Step flush;
    /** Held while a commit is made and counted, so that none is seen that is not counted. */
    private final ReentrantLock committing = new ReentrantLock();

    private final ReentrantLock flushing = new ReentrantLock();
    private final AtomicLong committed = new AtomicLong();
    private volatile long durable;

    GroupCommit(Step flush) {
        this.flush = flush;
    }

    /** Commits; what it returns is to be awaited. */
    long commit(Step commit) throws SQLException {
        committing.lock();
        try {
            commit.run();
            return committed.incrementAndGet();
        } finally {
            committing.unlock();
        }
    }

    /** Waits until everything that anybody could have read so far is durable: no time at all when nothing is being written. */
    void settle() throws SQLException {
        long seen;
        committing.lock();
        try {
            seen = committed.get();
        } finally {
            committing.unlock();
        }
        await(seen);
    }

    void await(long commit) throws SQLException {
        if (durable >= commit) {
            return;
        }
        flushing.lock();
        try {
            if (durable < commit) {
                long upTo = committed.get();
                flush.run();
                durable = upTo;
            }
        } finally {
            flushing.unlock();
        }
    }
}
