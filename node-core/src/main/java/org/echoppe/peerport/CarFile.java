package org.echoppe.peerport;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.echoppe.domain.Cid;

/** One repository at one commit in a gzipped file, which goes when it is given up and the last reader has closed it. */
final class CarFile {
    private final Cid commit;
    private final Path file;
    private int readers;
    private boolean givenUp;

    CarFile(Cid commit, Path file) {
        this.commit = commit;
        this.file = file;
    }

    Cid commit() {
        return commit;
    }

    synchronized InputStream open() throws IOException {
        var in = Files.newInputStream(file);
        readers++;
        return new FilterInputStream(in) {
            private boolean closed;

            @Override
            public void close() throws IOException {
                super.close();
                if (!closed) {
                    closed = true;
                    left();
                }
            }
        };
    }

    private synchronized void left() {
        readers--;
        deleteIfUnused();
    }

    synchronized void giveUp() {
        givenUp = true;
        deleteIfUnused();
    }

    private void deleteIfUnused() {
        if (givenUp && readers == 0) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
