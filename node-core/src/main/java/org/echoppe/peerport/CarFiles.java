package org.echoppe.peerport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.replicas.Repositories;
import org.echoppe.store.Head;
import org.echoppe.store.RepoStore;

/**
 * Whole repositories as gzipped CAR files, written once a commit and not once a caller: a caller that reads slowly holds a
 * file, and no place in the database. The last {@value #KEPT} are kept.
 */
final class CarFiles implements AutoCloseable {
    private static final int KEPT = 16;
    private static final int BUFFER = 64 * 1024;

    private final RepoStore store;
    private final Path spool;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Did, CarFile> files = new LinkedHashMap<>(16, 0.75f, true);

    /** A file being read. */
    record Opened(Cid commit, InputStream gzip) {}

    CarFiles(RepoStore store, Path spool) {
        this.store = store;
        this.spool = spool;
    }

    /** The repository as it is now, or a moment later. */
    Opened open(Head head) throws IOException {
        lock.lock();
        try {
            var file = files.get(head.did());
            if (file == null || !file.commit().equals(head.commitCid())) {
                if (file != null) {
                    file.giveUp();
                }
                file = write(head.did());
                files.put(head.did(), file);
                giveUpOldest();
            }
            return new Opened(file.commit(), file.open());
        } finally {
            lock.unlock();
        }
    }

    private void giveUpOldest() {
        var oldest = files.values().iterator();
        while (files.size() > KEPT) {
            oldest.next().giveUp();
            oldest.remove();
        }
    }

    private CarFile write(Did did) throws IOException {
        var file = Files.createTempFile(spool, "repository", ".car.gz");
        try (var out = new FastGzip(Files.newOutputStream(file))) {
            return new CarFile(Repositories.write(store, did, out).cid(), file);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            files.values().forEach(CarFile::giveUp);
            files.clear();
        } finally {
            lock.unlock();
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
