package org.echoppe.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.function.Consumer;
import org.h2.store.fs.FileBaseDefault;

/** An open file whose writes end only when what they began with is on the disk, and which overwrites nothing before that. */
final class OrderedFile extends FileBaseDefault {
    /** What a disk writes wholly or not at all, bytes. H2's mark at the end of a chunk is smaller. */
    private static final int SECTOR = 512;

    /** Where chunks begin, bytes: behind the head of the encryption and two copies of H2's, each of which fits into a sector. */
    private static final int CHUNKS = 3 * 4_096;

    private final FileChannel base;
    private final Consumer<OrderedFile> closed;
    /** Whether something may not be on the disk yet: at first what a program that was killed had written. */
    private boolean unforced = true;

    OrderedFile(FileChannel base, Consumer<OrderedFile> closed) {
        this.base = base;
        this.closed = closed;
    }

    @Override
    public synchronized int write(ByteBuffer source, long position) throws IOException {
        int length = source.remaining();
        if (unforced && position < base.size()) {
            // this is the head, and names the last chunk, or takes room that only who begins there can do without
            forceBase(false);
        }
        if (position >= CHUNKS && length > SECTOR) {
            int body = length - SECTOR;
            // zeros at the end: with half a block there the encryption would not see the whole one before it
            writeAll(ByteBuffer.allocate(length).put(0, source, source.position(), body), position);
            forceBase(false);
            source.position(source.position() + body);
            position += body;
        }
        writeAll(source, position);
        unforced = true;
        return length;
    }

    private void forceBase(boolean metaData) throws IOException {
        base.force(metaData);
        unforced = false;
    }

    private void writeAll(ByteBuffer source, long position) throws IOException {
        while (source.hasRemaining()) {
            position += base.write(source, position);
        }
    }

    // the file below reads at a position by itself: a reader need not wait for a writer's disk
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    @Override
    public int read(ByteBuffer target, long position) throws IOException {
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
    public synchronized void force(boolean metaData) throws IOException {
        forceBase(metaData);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return base.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        closed.accept(this);
        base.close();
    }
}
