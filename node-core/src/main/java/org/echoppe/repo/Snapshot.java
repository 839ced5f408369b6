package org.echoppe.repo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.repo.MerkleSearchTree.BlockVisitor;
import org.jspecify.annotations.Nullable;

/**
 * A whole repository as it came, verified: signature, hashes, shape, limits. Its blocks lie in a file until it is closed, so
 * memory stays small; blocks that the root does not reach are never shown.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class Snapshot implements AutoCloseable {
    private Snapshot() {}

    /** Who walks over records. */
    @FunctionalInterface
    public interface RecordVisitor<X extends Exception> {
        void visit(String key, Cid cid, byte[] bytes) throws X;
    }

    /**
     * Reads a CAR to its end, in any order of blocks, and verifies everything.
     *
     * @param expected whose repository it must be; null when anyone's will do
     * @param spoolDirectory where the file may be made; it is gone after {@link #close}, and when this throws
     */
    public static Snapshot read(InputStream car, @Nullable Did expected, Path spoolDirectory, Limits limits)
            throws BadRepository, IOException {
        throw new UnsupportedOperationException();
    }

    public Commit commit() {
        throw new UnsupportedOperationException();
    }

    public int records() {
        throw new UnsupportedOperationException();
    }

    public int nodes() {
        throw new UnsupportedOperationException();
    }

    /** Of the commit, all nodes and all records together. */
    public long bytes() {
        throw new UnsupportedOperationException();
    }

    /** The tree over the file: it stops to work when this is closed. */
    public MerkleSearchTree tree() {
        throw new UnsupportedOperationException();
    }

    /** In the order of keys. */
    public <X extends Exception> void forEachRecord(RecordVisitor<X> visitor) throws IOException, X {
        throw new UnsupportedOperationException();
    }

    /** All tree nodes, each before its children. */
    public <X extends Exception> void forEachNode(BlockVisitor<X> visitor) throws IOException, X {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() throws IOException {}
}
