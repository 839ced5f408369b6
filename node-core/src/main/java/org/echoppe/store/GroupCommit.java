package org.echoppe.store;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/** Makes commits durable. Writers that wait at the same time share one flush of the disk. */
final class GroupCommit {
    /** Puts on the disk whatever was committed before it began. */
    @FunctionalInterface
    interface Flush {
        void run() throws SQLException;
    }

    private final Flush flush;
    private final ReentrantLock flushing = new ReentrantLock();
    private final AtomicLong committed = new AtomicLong();
    private long durable;

    GroupCommit(Flush flush) {
        this.flush = flush;
    }

    /** To be called after a commit; what it returns is to be awaited. */
    long committed() {
        return committed.incrementAndGet();
    }

    void await(long commit) throws SQLException {
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
