package org.echoppe.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.echoppe.domain.Cid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Blobs as files named by their CID. Two letters of it make a folder, so that none grows past what a file manager opens. */
record BlobFolder(Path directory) {
    private static final Logger LOG = LoggerFactory.getLogger(BlobFolder.class);
    /** What a file takes at least, bytes: many tiny ones fill a disk too. */
    private static final int LEAST = 4096;

    private static final Duration NOTED = Duration.ofHours(1);

    void put(Cid cid, byte[] bytes) {
        var file = file(cid);
        try {
            Files.createDirectories(file.getParent());
            var fresh = Files.createTempFile(file.getParent(), "new", null);
            Files.write(fresh, bytes);
            try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(Cid cid) {
        return Files.exists(file(cid));
    }

    /** Empty when it is not here or its file is damaged. */
    Optional<byte[]> get(Cid cid) {
        var file = file(cid);
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (cid.matches(bytes)) {
                return Optional.of(bytes);
            }
            LOG.warn("the picture {} is damaged on this disk; it is fetched again when it is asked for", cid);
            Files.deleteIfExists(file);
            return Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What all files take on the disk, about. */
    long size() {
        if (!Files.exists(directory)) {
            return 0;
        }
        try (var files = Files.find(directory, 2, (_, found) -> found.isRegularFile())) {
            return files.mapToLong(file -> taken(file.toFile().length())).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One file.
     *
     * @param used when it was looked at last, to about an hour
     */
    record Used(Path file, Instant used, long length) {}

    /** All files, those first that nobody looked at for longest. */
    List<Used> byUse() {
        if (!Files.exists(directory)) {
            return List.of();
        }
        try (var files = Files.find(directory, 2, (_, found) -> found.isRegularFile())) {
            return files.map(file -> new Used(
                            file,
                            Instant.ofEpochMilli(file.toFile().lastModified()),
                            file.toFile().length()))
                    .sorted(Comparator.comparing(Used::used))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Notes that it was looked at now. A note a while ago is as good: nothing is written for each look. */
    void used(Cid cid, Instant now) {
        var file = file(cid).toFile();
        if (now.toEpochMilli() - file.lastModified() > NOTED.toMillis() || file.lastModified() > now.toEpochMilli()) {
            boolean noted = file.setLastModified(now.toEpochMilli());
            LOG.trace("{} used, noted: {}", cid, noted);
        }
    }

    void drop(Cid cid) {
        drop(file(cid));
    }

    void drop(Used used) {
        drop(used.file);
    }

    private static void drop(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static long taken(long bytes) {
        return Math.ceilDiv(bytes, LEAST) * LEAST;
    }

    private Path file(Cid cid) {
        String name = cid.toString();
        return directory.resolve(name.substring(name.length() - 2)).resolve(name);
    }
}
