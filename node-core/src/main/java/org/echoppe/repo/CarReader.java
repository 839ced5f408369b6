package org.echoppe.repo;

import java.io.IOException;
import java.io.InputStream;
import org.echoppe.domain.Cid;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CAR version 1 with exactly one root, block by block, each with its hash checked.
 *
 * @see <a href="https://ipld.io/specs/transport/car/carv1/">CAR version 1</a>
 */
@SuppressWarnings("DoNotCallSuggester")
public final class CarReader {
    /**
     * Reads the header. The stream is not closed here.
     *
     * @param maxBytes of the whole stream
     */
    public CarReader(InputStream in, long maxBytes) throws BadRepository, IOException {
        throw new UnsupportedOperationException();
    }

    public Cid root() {
        throw new UnsupportedOperationException();
    }

    /** The next block, at most {@link Limits#BLOCK_BYTES} long; null at the end. */
    public @Nullable Block next() throws BadRepository, IOException {
        throw new UnsupportedOperationException();
    }
}
