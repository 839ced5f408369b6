package org.echoppe.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
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

    @Override
    public FileChannel open(String mode) throws IOException {
        return new OrderedFile(unwrap().open(mode));
    }
}
