package org.echoppe.repo;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Tid;
import org.jspecify.annotations.Nullable;

/** A verified step of a repository from the commit held here to a newer one. */
@SuppressWarnings("DoNotCallSuggester")
public final class Update {
    private Update() {}

    /**
     * Verifies the change of a held repository: signature, DID, rev, records, and that the recomputed root is the signed one.
     *
     * @throws BadRepository with WRONG_ROOT when the diff starts from another commit than the one held
     */
    public static Update check(MerkleSearchTree held, Commit head, ThinDiff diff) throws BadRepository {
        throw new UnsupportedOperationException();
    }

    /** The same from a CAR slice: the new commit, with the tree nodes and records that are new in it. */
    public static Update fromSlice(MerkleSearchTree held, Commit head, InputStream car, Limits limits)
            throws BadRepository, IOException {
        throw new UnsupportedOperationException();
    }

    /**
     * The own next commit, signed here.
     *
     * @param head the commit before; null for the first
     * @param changes the blocks of changed records, DAG-CBOR; empty means removed; with no change at all it only renews the date
     * @throws BadRepository when the held tree is damaged
     */
    public static Update sign(
            Signer signer, MerkleSearchTree held, @Nullable Commit head, Tid rev, Map<String, Optional<byte[]>> changes)
            throws BadRepository {
        throw new UnsupportedOperationException();
    }

    public Commit commit() {
        throw new UnsupportedOperationException();
    }

    /** Every key that really changed, with its record now; empty when it is gone. */
    public SortedMap<String, Optional<Block>> changes() {
        throw new UnsupportedOperationException();
    }

    public List<Block> addedNodes() {
        throw new UnsupportedOperationException();
    }

    public Set<Cid> removedNodes() {
        throw new UnsupportedOperationException();
    }

    /** The tree of the new commit. */
    public MerkleSearchTree tree() {
        throw new UnsupportedOperationException();
    }
}
