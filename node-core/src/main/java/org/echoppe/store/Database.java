package org.echoppe.store;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;

/** The node's tables in one encrypted file. What a write changed is on the disk before it returns. */
@SuppressWarnings("DoNotCallSuggester")
public final class Database implements AutoCloseable {
    private Database() {}

    /**
     * Opens the home's database, making or migrating it.
     *
     * @param key 32 bytes
     * @throws org.echoppe.domain.Rejected HOME_IN_USE, HOME_TOO_NEW, DATABASE_DAMAGED (also for a wrong key), DISK_FULL
     */
    public static Database open(Path home, byte[] key, Clock clock) {
        throw new UnsupportedOperationException();
    }

    /**
     * Runs several store calls as one transaction: all of it is durable when this returns, or none of it happened.
     * One write runs at a time; calls inside join it.
     *
     * @throws org.echoppe.domain.Rejected DISK_FULL
     */
    public <T> T write(Supplier<T> work) {
        throw new UnsupportedOperationException();
    }

    /** As {@link #write(Supplier)}. */
    public void write(Runnable work) {
        throw new UnsupportedOperationException();
    }

    /** Runs several store calls on one state of the database: nobody's write shows halfway through. */
    public <T> T read(Supplier<T> work) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
