package org.echoppe.repo;

import org.echoppe.domain.Cid;
import org.jspecify.annotations.Nullable;

/** Puts keys into and takes them out of trees: each step makes the nodes of one path anew, and hashes nothing. */
@SuppressWarnings("ReferenceEquality") // the same node is given back when nothing changed
final class TreeEdit {
    private final BlockSource source;

    TreeEdit(BlockSource source) {
        this.source = source;
    }

    TreeNode put(TreeNode root, String key, Cid record) throws BadRepository {
        int layer = TreeNode.layerOf(key);
        if (layer > root.layer()) {
            return raised(root, layer, key, record);
        }
        // the empty root lies at layer 0 but stands for any
        return put(root, layer, key, record);
    }

    private TreeNode put(TreeNode node, int layer, String key, Cid record) throws BadRepository {
        int found = node.find(key);
        if (found >= 0) {
            return node.records()[found].equals(record) ? node : node.withRecord(found, record);
        }
        int place = -1 - found;
        var child = node.child(place);
        if (node.layer() == layer) {
            var halves = split(child, key);
            return node.withKey(place, key, record, halves.left, halves.right);
        }
        var below = child == null ? TreeNode.leafless(node.layer() - 1, null) : child.load(source);
        var changed = put(below, layer, key, record);
        return changed == below ? node : node.withChild(place, Subtree.of(changed));
    }

    /** A new root for a key above all others, with the old tree split in two under it. */
    private TreeNode raised(TreeNode root, int layer, String key, Cid record) throws BadRepository {
        var halves = split(Subtree.of(root), key);
        var left = lifted(halves.left, layer - 1);
        var right = lifted(halves.right, layer - 1);
        return TreeNode.leafless(layer, null).withKey(0, key, record, left, right);
    }

    /** The subtree under as many nodes without keys as bring it up to this layer. */
    private static @Nullable Subtree lifted(@Nullable Subtree subtree, int layer) {
        var lifted = subtree;
        while (lifted != null && lifted.layer() < layer) {
            lifted = Subtree.of(TreeNode.leafless(lifted.layer() + 1, lifted));
        }
        return lifted;
    }

    private record Halves(@Nullable Subtree left, @Nullable Subtree right) {}

    private Halves split(@Nullable Subtree subtree, String key) throws BadRepository {
        if (subtree == null) {
            return new Halves(null, null);
        }
        var node = subtree.load(source);
        int place = -1 - node.find(key);
        if (place < 0) {
            throw new BadRepository(BadRepository.Reason.WRONG_SHAPE, "a key below its layer");
        }
        var inner = split(node.child(place), key);
        return new Halves(node.before(place, inner.left), node.from(place, inner.right));
    }

    /** The root without this key: the same node when it was not there. */
    TreeNode remove(TreeNode root, String key) throws BadRepository {
        var changed = remove(root, TreeNode.layerOf(key), key);
        while (changed.keys().length == 0) {
            var only = changed.child(0);
            if (only == null) {
                return TreeNode.EMPTY;
            }
            changed = only.load(source);
        }
        return changed;
    }

    private TreeNode remove(TreeNode node, int layer, String key) throws BadRepository {
        int found = node.find(key);
        if (found >= 0) {
            return node.withoutKey(found, merged(node.child(found), node.child(found + 1)));
        }
        int place = -1 - found;
        var child = node.layer() > layer ? node.child(place) : null;
        if (child == null) {
            return node;
        }
        var below = child.load(source);
        var changed = remove(below, layer, key);
        return changed == below ? node : node.withChild(place, Subtree.of(changed));
    }

    private @Nullable Subtree merged(@Nullable Subtree left, @Nullable Subtree right) throws BadRepository {
        if (left == null || right == null) {
            return left == null ? right : left;
        }
        var a = left.load(source);
        var b = right.load(source);
        return Subtree.of(a.joined(b, merged(a.child(a.keys().length), b.child(0))));
    }
}
