package org.echoppe.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.echoppe.domain.Cid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pictures this node holds, a file each, named by its CID. What is read is checked again: a damaged file is as good as none. */
public final class Blobs {
    /** The largest picture that travels, in bytes (PROTOCOL §2): one IPFS block. */
    public static final int MAX_LENGTH = 1 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Blobs.class);

    private final Path directory;

    /** @param directory made when it is missing */
    public Blobs(Path directory) {
        this.directory = directory;
    }

    /**
     * Keeps the bytes, durably before it returns.
     *
     * @throws IllegalArgumentException for more than {@link #MAX_LENGTH} bytes
     * @throws UncheckedIOException when the disk does not take it
     */
    public Cid put(byte[] bytes) {
        if (bytes.length > MAX_LENGTH) {
            throw new IllegalArgumentException("a picture of " + bytes.length + " bytes");
        }
        var cid = Cid.of(Cid.Codec.RAW, bytes);
        var file = file(cid);
        if (Files.exists(file) && get(cid).isPresent()) {
            return cid;
        }
        try {
            Files.createDirectories(file.getParent());
            var fresh = Files.createTempFile(file.getParent(), "new", null);
            Files.write(fresh, bytes);
            try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return cid;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean has(Cid cid) {
        return Files.exists(file(cid));
    }

    /** The picture's bytes, proven to be those the CID names; empty when it is not held or its file is damaged. */
    public Optional<byte[]> get(Cid cid) {
        if (cid.codec() != Cid.Codec.RAW) {
            return Optional.empty();
        }
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

    /** Two letters of the hash make the folder, so that none grows past what a file manager opens. */
    private Path file(Cid cid) {
        String name = cid.toString();
        return directory.resolve(name.substring(name.length() - 2)).resolve(name);
    }
}
