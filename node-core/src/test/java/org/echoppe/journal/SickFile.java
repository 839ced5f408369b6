package org.echoppe.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.function.BooleanSupplier;
import org.h2.store.fs.FileBaseDefault;

/** A file whose disk may be full, or fail to force. */
final class SickFile extends FileBaseDefault {
    private final FileChannel base;
    private final BooleanSupplier failsForce;
    private final BooleanSupplier full;

    SickFile(FileChannel base, BooleanSupplier failsForce, BooleanSupplier full) {
        this.base = base;
        this.failsForce = failsForce;
        this.full = full;
    }

    @Override
    public synchronized int write(ByteBuffer source, long position) throws IOException {
        if (full.getAsBoolean()) {
            base.write(source.slice(source.position(), source.remaining() / 2), position);
            throw new IOException("No space left on device");
        }
        return base.write(source, position);
    }

    @Override
    public void force(boolean metaData) throws IOException {
        if (failsForce.getAsBoolean()) {
            throw new IOException("Input/output error");
        }
        base.force(metaData);
    }

    @Override
    public synchronized int read(ByteBuffer target, long position) throws IOException {
        return base.read(target, position);
    }

    @Override
    public long size() throws IOException {
        return base.size();
    }

    @Override
    protected void implTruncate(long size) throws IOException {
        base.truncate(size);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return base.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        base.close();
    }
}
