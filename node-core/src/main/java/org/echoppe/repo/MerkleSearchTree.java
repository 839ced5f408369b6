package org.echoppe.repo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.echoppe.domain.Cid;
import org.jspecify.annotations.Nullable;

/**
 * The sorted map from key to record CID whose form depends on nothing but what it holds, so that equal catalogues have equal
 * roots. Immutable; nodes are loaded when they are needed, so one change costs one path. Every method that loads may find a
 * node missing or wrong: that is the {@link BadRepository}; a tree made here by {@link #build} never throws it.
 *
 * @see <a href="https://atproto.com/specs/repository#mst-structure">AT Protocol, MST</a>
 */
@SuppressWarnings("DoNotCallSuggester")
public final class MerkleSearchTree {
    private MerkleSearchTree() {}

    /** Who walks over keys and records. */
    @FunctionalInterface
    public interface EntryVisitor<X extends Exception> {
        void visit(String key, Cid record) throws X;
    }

    /** Who walks over blocks. */
    @FunctionalInterface
    public interface BlockVisitor<X extends Exception> {
        void visit(Block block) throws X;
    }

    public static MerkleSearchTree empty() {
        throw new UnsupportedOperationException();
    }

    public static MerkleSearchTree build(SortedMap<String, Cid> entries) {
        throw new UnsupportedOperationException();
    }

    /** The tree with this root; nothing is loaded yet. */
    public static MerkleSearchTree load(Cid root, BlockSource nodes) {
        throw new UnsupportedOperationException();
    }

    public Cid root() {
        throw new UnsupportedOperationException();
    }

    public @Nullable Cid get(String key) throws BadRepository {
        throw new UnsupportedOperationException();
    }

    public MerkleSearchTree put(String key, Cid record) throws BadRepository {
        throw new UnsupportedOperationException();
    }

    /** The tree without this key; the same when it was not there. */
    public MerkleSearchTree remove(String key) throws BadRepository {
        throw new UnsupportedOperationException();
    }

    /** The tree with all these changes; empty means removed. No node is hashed before {@link #root} is asked. */
    public MerkleSearchTree with(Map<String, Optional<Cid>> changes) throws BadRepository {
        throw new UnsupportedOperationException();
    }

    /** In the order of keys. Nodes loaded on the way are not kept in memory. */
    public <X extends Exception> void forEach(EntryVisitor<X> visitor) throws BadRepository, X {
        throw new UnsupportedOperationException();
    }

    /** All nodes, each before its children. Nodes loaded on the way are not kept in memory. */
    public <X extends Exception> void forEachNode(BlockVisitor<X> visitor) throws BadRepository, X {
        throw new UnsupportedOperationException();
    }

    /** How many keys; walks over all of them. */
    public int size() throws BadRepository {
        throw new UnsupportedOperationException();
    }

    /** What changed since the older tree; subtrees that both have are not loaded. */
    public TreeChange changeFrom(MerkleSearchTree older) throws BadRepository {
        throw new UnsupportedOperationException();
    }

    /** The nodes from the root to where the key is, or would be: they prove its record, or that it has none. */
    public List<Block> proof(String key) throws BadRepository {
        throw new UnsupportedOperationException();
    }
}
