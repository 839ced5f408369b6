package org.echoppe.repo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
public final class MerkleSearchTree {
    private static final BlockSource NOWHERE = _ -> null;
    private static final MerkleSearchTree EMPTY = new MerkleSearchTree(Subtree.root(TreeNode.EMPTY), NOWHERE);

    private final Subtree root;
    private final BlockSource source;

    private MerkleSearchTree(Subtree root, BlockSource source) {
        this.root = root;
        this.source = source;
    }

    /** Who walks over keys and records. */
    @FunctionalInterface
    public interface EntryVisitor<X extends Exception> {
        void visit(String key, Cid record) throws BadRepository, X;
    }

    /** Who walks over blocks. */
    @FunctionalInterface
    public interface BlockVisitor<X extends Exception> {
        void visit(Block block) throws BadRepository, X;
    }

    public static MerkleSearchTree empty() {
        return EMPTY;
    }

    /** @throws IllegalArgumentException for a key that is no {@code collection/rkey}, or another order than that of text */
    public static MerkleSearchTree build(SortedMap<String, Cid> entries) {
        var builder = TreeBuilder.keeping();
        entries.forEach(builder::add);
        return new MerkleSearchTree(builder.finish(), NOWHERE);
    }

    /** The tree with this root; nothing is loaded yet. Each node's hash is checked when it is. */
    public static MerkleSearchTree load(Cid root, BlockSource nodes) {
        return new MerkleSearchTree(new Subtree(root, Subtree.ANY_LAYER, null, null), nodes);
    }

    public Cid root() {
        return root.cid();
    }

    public @Nullable Cid get(String key) throws BadRepository {
        var next = root;
        while (next != null) {
            var node = next.load(source);
            int found = node.find(key);
            if (found >= 0) {
                return node.records()[found];
            }
            next = node.child(-1 - found);
        }
        return null;
    }

    public MerkleSearchTree put(String key, Cid record) throws BadRepository {
        return with(Map.of(key, Optional.of(record)));
    }

    /** The tree without this key; the same when it was not there. */
    public MerkleSearchTree remove(String key) throws BadRepository {
        return with(Map.of(key, Optional.empty()));
    }

    /**
     * The tree with all these changes; empty means removed. No node is hashed before {@link #root} is asked.
     *
     * @throws IllegalArgumentException for a key that is no {@code collection/rkey}
     */
    @SuppressWarnings("ReferenceEquality") // the same node is what an edit gives back when nothing changed
    public MerkleSearchTree with(Map<String, Optional<Cid>> changes) throws BadRepository {
        var edit = new TreeEdit(source);
        var before = root.load(source);
        var node = before;
        for (var change : changes.entrySet()) {
            var key = change.getKey();
            if (!Collections.isKey(key)) {
                throw new IllegalArgumentException("not a key of a repository");
            }
            var record = change.getValue();
            node = record.isPresent() ? edit.put(node, key, record.get()) : edit.remove(node, key);
        }
        return node == before ? this : new MerkleSearchTree(Subtree.root(node), source);
    }

    /** In the order of keys. Nodes loaded on the way are not kept in memory. */
    public <X extends Exception> void forEach(EntryVisitor<X> visitor) throws BadRepository, X {
        forEach(root, visitor);
    }

    private <X extends Exception> void forEach(Subtree subtree, EntryVisitor<X> visitor) throws BadRepository, X {
        var node = subtree.peek(source);
        for (int i = 0; i <= node.keys().length; i++) {
            var child = node.child(i);
            if (child != null) {
                forEach(child, visitor);
            }
            if (i < node.keys().length) {
                visitor.visit(node.keys()[i], node.records()[i]);
            }
        }
    }

    /** All nodes, each before its children. Nodes loaded on the way are not kept in memory. */
    public <X extends Exception> void forEachNode(BlockVisitor<X> visitor) throws BadRepository, X {
        forEachNode(root, visitor);
    }

    private <X extends Exception> void forEachNode(Subtree subtree, BlockVisitor<X> visitor) throws BadRepository, X {
        visitor.visit(subtree.block(source));
        for (var child : subtree.peek(source).children()) {
            if (child != null) {
                forEachNode(child, visitor);
            }
        }
    }

    /** How many keys; walks over all of them. */
    public int size() throws BadRepository {
        int[] count = {0};
        forEach((_, _) -> count[0]++);
        return count[0];
    }

    /** What changed since the older tree; subtrees that both have are not loaded. */
    public TreeChange changeFrom(MerkleSearchTree older) throws BadRepository {
        return new TreeDiff(older.root, older.source, root, source).find();
    }

    /** The nodes from the root to where the key is, or would be: they prove its record, or that it has none. */
    public List<Block> proof(String key) throws BadRepository {
        var path = new ArrayList<Block>();
        var next = root;
        while (next != null) {
            path.add(next.block(source));
            var node = next.load(source);
            int found = node.find(key);
            next = found >= 0 ? null : node.child(-1 - found);
        }
        return path;
    }

    /**
     * The nodes that prove the key and both its neighbours: whoever holds them can undo the change of this key, and see that
     * the root before comes out. What CAR slices of other programs carry.
     */
    public List<Block> proofWithNeighbours(String key) throws BadRepository {
        Set<Block> nodes = new LinkedHashSet<>(proof(key));
        neighbour(nodes, key, true);
        neighbour(nodes, key, false);
        return List.copyOf(nodes);
    }

    private void neighbour(Set<Block> nodes, String key, boolean left) throws BadRepository {
        var next = root;
        while (next != null) {
            nodes.add(next.block(source));
            var node = next.load(source);
            int found = node.find(key);
            next = node.child(found < 0 ? -1 - found : left ? found : found + 1);
        }
    }
}
