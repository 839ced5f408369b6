package org.echoppe.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * An H2 file system over another one, {@code ordered:/path}. H2 writes its changes in chunks and trusts a chunk whose first
 * and last bytes are right; a power cut may have lost what lies between. Here the end of a chunk is written only when
 * the rest of it is on the disk, so that a chunk that H2 trusts is whole.
 */
public final class OrderedPath extends FilePathWrapper {
    static final String SCHEME = "ordered";

    /** H2 makes one for each path. */
    public OrderedPath() {}

    static void register() {
        FilePath.register(new OrderedPath());
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    /** H2 makes its file objects by itself, so open files are found by their real path. */
    private static final Map<Path, OrderedFile> OPEN = new ConcurrentHashMap<>();

    @Override
    public FileChannel open(String mode) throws IOException {
        var channel = unwrap().open(mode);
        var path = real();
        var opened = new OrderedFile(channel, file -> OPEN.remove(path, file));
        OPEN.put(path, opened);
        return opened;
    }

    private Path real() throws IOException {
        FilePath base = unwrap();
        while (base instanceof FilePathWrapper wrapper) {
            base = wrapper.unwrap();
        }
        return Path.of(base.toString()).toRealPath();
    }

    /**
     * Copies a file that is open here, through the very channel that holds it: Windows lets no other one read what is locked.
     *
     * @throws java.nio.file.NoSuchFileException when it is not open
     */
    static void copy(Path file, Path target) throws IOException {
        var open = OPEN.get(file.toRealPath());
        if (open == null) {
            throw new NoSuchFileException(file.toString());
        }
        var bytes = ByteBuffer.allocate(1 << 20);
        try (var out = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (long at = 0; open.read(bytes.clear(), at) > 0; at += bytes.limit()) {
                bytes.flip();
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
        }
    }
}
