package org.echoppe.store.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;

/** An open file that passes everything on to the real one and writes down what would reach a disk. */
final class RecordingChannel extends FileBaseDefault {
    private final FileChannel base;
    private final DiskLog log;
    private final String file;

    RecordingChannel(FileChannel base, DiskLog log, String file) {
        this.base = base;
        this.log = log;
        this.file = file;
    }

    @Override
    public synchronized int write(ByteBuffer source, long position) throws IOException {
        log.refuseWhenFull(file, position + source.remaining() > base.size());
        byte[] bytes = new byte[source.remaining()];
        source.duplicate().get(bytes);
        log.add(new DiskEvent.Write(file, position, bytes));
        return base.write(source, position);
    }

    @Override
    protected void implTruncate(long size) throws IOException {
        log.add(new DiskEvent.Truncate(file, size));
        base.truncate(size);
    }

    @Override
    public void force(boolean metaData) {
        // the real disk need not be waited for: only the order of events counts
        log.add(new DiskEvent.Force(file));
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
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return base.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        base.close();
    }
}
