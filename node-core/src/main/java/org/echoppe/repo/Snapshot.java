package org.echoppe.repo;

import static org.echoppe.repo.BadRepository.Reason.MISSING_BLOCK;
import static org.echoppe.repo.BadRepository.Reason.TOO_LARGE;
import static org.echoppe.repo.BadRepository.Reason.WRONG_DID;
import static org.echoppe.repo.BadRepository.Reason.WRONG_SHAPE;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.repo.MerkleSearchTree.BlockVisitor;
import org.jspecify.annotations.Nullable;

/**
 * A whole repository as it came, verified: signature, hashes, shape, limits. Its blocks lie in a file until it is closed, so
 * memory stays small; blocks that the root does not reach are never shown. For one thread at a time.
 */
public final class Snapshot implements AutoCloseable {
    private final BlockSpool spool;
    private final Commit commit;
    private final MerkleSearchTree tree;
    private final TreeBuilder rebuilt = TreeBuilder.proving();
    private int records;
    private int nodes;
    private long bytes;

    private Snapshot(BlockSpool spool, Commit commit) {
        this.spool = spool;
        this.commit = commit;
        this.tree = MerkleSearchTree.load(commit.data(), spool);
    }

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
        var spool = new BlockSpool(spoolDirectory);
        try {
            var reader = new CarReader(car, limits);
            for (var block = reader.next(); block != null; block = reader.next()) {
                spool.add(block);
            }
            var snapshot = new Snapshot(spool, head(spool, reader.root(), expected));
            snapshot.verify(limits);
            return snapshot;
        } catch (UncheckedIOException e) {
            spool.close();
            throw e.getCause();
        } catch (BadRepository | IOException | RuntimeException e) {
            spool.close();
            throw e;
        }
    }

    private static Commit head(BlockSpool spool, Cid root, @Nullable Did expected) throws BadRepository {
        byte[] block = spool.block(root);
        if (block == null) {
            throw new BadRepository(MISSING_BLOCK, "commit " + root);
        }
        var commit = Commit.read(block);
        if (expected != null && !commit.did().equals(expected)) {
            throw new BadRepository(WRONG_DID, commit.did() + " instead of " + expected);
        }
        commit.verify();
        return commit;
    }

    private void verify(Limits limits) throws BadRepository, IOException {
        bytes = commit.block().bytes().length;
        var counted = MerkleSearchTree.load(commit.data(), this::countedNode);
        counted.<IOException>forEach((key, cid) -> verify(key, cid, limits));
        if (!rebuilt.finish().cid().equals(commit.data())) {
            throw new BadRepository(WRONG_SHAPE, "not the tree that its keys give");
        }
    }

    private byte @Nullable [] countedNode(Cid cid) {
        byte[] node = spool.block(cid);
        nodes++;
        bytes += node == null ? 0 : node.length;
        return node;
    }

    private void verify(String key, Cid cid, Limits limits) throws BadRepository, IOException {
        int length = spool.lengthOf(cid);
        if (length < 0) {
            throw new BadRepository(MISSING_BLOCK, "record " + key);
        }
        records++;
        // a record counts for every key that names it: so much will be stored
        bytes += length;
        if (length > Limits.recordBytes(key) || records > limits.records() || bytes > limits.repositoryBytes()) {
            throw new BadRepository(TOO_LARGE, "at record " + key);
        }
        rebuilt.add(key, cid);
    }

    public Commit commit() {
        return commit;
    }

    public int records() {
        return records;
    }

    public int nodes() {
        return nodes;
    }

    /** Of the commit, all nodes and all records together. */
    public long bytes() {
        return bytes;
    }

    /** The tree over the file: it stops to work when this is closed. */
    public MerkleSearchTree tree() {
        return tree;
    }

    /** In the order of keys. */
    public <X extends Exception> void forEachRecord(RecordVisitor<X> visitor) throws IOException, X {
        try {
            tree.<X>forEach((key, cid) -> {
                byte[] record = spool.block(cid);
                if (record == null) {
                    throw new BadRepository(MISSING_BLOCK, "record " + key);
                }
                visitor.visit(key, cid, record);
            });
        } catch (BadRepository e) {
            throw new IOException("the file of a verified repository has changed", e);
        }
    }

    /** All tree nodes, each before its children. */
    public <X extends Exception> void forEachNode(BlockVisitor<X> visitor) throws IOException, X {
        try {
            tree.forEachNode(visitor);
        } catch (BadRepository e) {
            throw new IOException("the file of a verified repository has changed", e);
        }
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}
