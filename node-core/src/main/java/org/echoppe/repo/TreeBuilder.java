package org.echoppe.repo;

import java.util.ArrayList;
import java.util.List;
import org.echoppe.domain.Cid;
import org.jspecify.annotations.Nullable;

/**
 * Makes a tree from keys that come in order, holding no more than the nodes of its right edge; whether finished nodes stay
 * in memory is chosen, so that a repository of any size can have its shape proved.
 */
final class TreeBuilder {
    private final boolean keep;
    private final List<Open> layers = new ArrayList<>();
    private String last = "";

    private TreeBuilder(boolean keep) {
        this.keep = keep;
    }

    /** Keeps the tree that it makes. */
    static TreeBuilder keeping() {
        return new TreeBuilder(true);
    }

    /** Only for the root that comes out. */
    static TreeBuilder proving() {
        return new TreeBuilder(false);
    }

    /** A node that still grows at its right end: one child for every key, the one left of it. */
    private static final class Open {
        final List<String> keys = new ArrayList<>();
        final List<Cid> records = new ArrayList<>();
        final List<@Nullable Subtree> children = new ArrayList<>();
    }

    /** @throws IllegalArgumentException when the key does not come after the one before, or is no legal one */
    void add(String key, Cid record) {
        if (last.compareTo(key) >= 0 || !Collections.isKey(key)) {
            throw new IllegalArgumentException("keys out of order, or no key");
        }
        last = key;
        int layer = TreeNode.layerOf(key);
        while (layers.size() <= layer) {
            layers.add(new Open());
        }
        var open = layers.get(layer);
        open.children.add(closedBelow(layer));
        open.keys.add(key);
        open.records.add(record);
    }

    /** The root; afterwards nothing may be added. */
    Subtree finish() {
        // the highest layer is there because a key lies on it
        var root = layers.isEmpty() ? null : closedBelow(layers.size());
        return root == null ? Subtree.root(TreeNode.EMPTY) : root;
    }

    /** What stands open below this layer, as one finished subtree. */
    private @Nullable Subtree closedBelow(int layer) {
        Subtree finished = null;
        for (int i = 0; i < layer; i++) {
            var open = layers.get(i);
            if (!open.keys.isEmpty() || finished != null) {
                finished = closed(i, open, finished);
                layers.set(i, new Open());
            }
        }
        return finished;
    }

    private @Nullable Subtree closed(int layer, Open open, @Nullable Subtree right) {
        open.children.add(right);
        var node = new TreeNode(
                layer,
                open.keys.toArray(new String[0]),
                open.records.toArray(new Cid[0]),
                open.children.toArray(new @Nullable Subtree[0]));
        var subtree = Subtree.of(node);
        return keep || subtree == null ? subtree : new Subtree(subtree.cid(), layer, null, null);
    }
}
