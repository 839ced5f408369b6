package org.echoppe.repo;

import java.io.IOException;
import java.io.OutputStream;
import org.echoppe.domain.Cid;

/** Writes a CAR version 1. Flushing and closing the stream is its owner's. */
@SuppressWarnings("DoNotCallSuggester")
public final class CarWriter {
    public static final String MEDIA_TYPE = "application/vnd.ipld.car";

    /** Writes the header with this one root. */
    public CarWriter(OutputStream out, Cid root) throws IOException {
        throw new UnsupportedOperationException();
    }

    public void write(Cid cid, byte[] bytes) throws IOException {
        throw new UnsupportedOperationException();
    }

    public void write(Block block) throws IOException {
        write(block.cid(), block.bytes());
    }

    /**
     * Writes a whole repository: the commit, then the tree from left to right, each node before what it holds.
     *
     * @param records where the records' blocks are found
     * @throws BadRepository when a block is missing or damaged
     */
    public static void repository(OutputStream out, Commit commit, MerkleSearchTree tree, BlockSource records)
            throws IOException, BadRepository {
        throw new UnsupportedOperationException();
    }
}
