package org.echoppe.peerport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.store.Head;
import org.jspecify.annotations.Nullable;

/**
 * Whole repositories as gzipped CAR files, written once a commit and not once a caller: a caller that reads slowly holds a
 * file, and no place in the database. The last {@value #KEPT} are kept. A large one being written keeps nobody from the
 * others.
 */
final class CarFiles implements AutoCloseable {
    private static final int KEPT = 16;
    private static final int BUFFER = 64 * 1024;
    /** Each holds a connection of the database. */
    private static final int WRITERS = 2;

    /** Writes a repository as it is now. */
    interface Writing {
        /** @return the commit written */
        Cid write(Did did, OutputStream out) throws IOException;
    }

    private final Writing writing;
    private final Path spool;
    private final Semaphore writers = new Semaphore(WRITERS);
    /** One writes a repository; the others wait for its file. Only of those held here. */
    private final Map<Did, ReentrantLock> locks = new ConcurrentHashMap<>();

    private final Map<Did, CarFile> files = new LinkedHashMap<>(16, 0.75f, true);

    /** A file being read. */
    record Opened(Cid commit, InputStream gzip) {}

    CarFiles(Writing writing, Path spool) {
        this.writing = writing;
        this.spool = spool;
    }

    /** The repository as it is now, or a moment later. */
    Opened open(Head head) throws IOException {
        var own = locks.computeIfAbsent(head.did(), _ -> new ReentrantLock());
        own.lock();
        try {
            var held = held(head);
            return held == null ? kept(head.did(), write(head.did())) : held;
        } finally {
            own.unlock();
        }
    }

    private @Nullable Opened held(Head head) throws IOException {
        synchronized (files) {
            var file = files.get(head.did());
            return file == null || !file.commit().equals(head.commitCid())
                    ? null
                    : new Opened(file.commit(), file.open());
        }
    }

    private Opened kept(Did did, CarFile file) throws IOException {
        synchronized (files) {
            var before = files.put(did, file);
            if (before != null) {
                before.giveUp();
            }
            var oldest = files.values().iterator();
            while (files.size() > KEPT) {
                oldest.next().giveUp();
                oldest.remove();
            }
            return new Opened(file.commit(), file.open());
        }
    }

    private CarFile write(Did did) throws IOException {
        var file = Files.createTempFile(spool, "repository", ".car.gz");
        writers.acquireUninterruptibly();
        try (var out = new FastGzip(Files.newOutputStream(file))) {
            return new CarFile(writing.write(did, out), file);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        } finally {
            writers.release();
        }
    }

    @Override
    public void close() {
        synchronized (files) {
            files.values().forEach(CarFile::giveUp);
            files.clear();
        }
    }

    /** Gzip that costs less time than a shop's line. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
