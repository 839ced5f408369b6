package org.echoppe.repo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * One node of the tree, unchanging: keys of one layer in order, each with its record, and between and around them the
 * subtrees of the layer below. {@code children[i]} stands left of {@code keys[i]}; the last stands right of all.
 */
record TreeNode(
        int layer, String[] keys, Cid[] records, @Nullable Subtree[] children) {
    private static final String[] NO_KEYS = {};
    private static final Cid[] NO_RECORDS = {};

    static final TreeNode EMPTY = leafless(0, null);

    /** A node that only leads on to the layer below. */
    static TreeNode leafless(int layer, @Nullable Subtree child) {
        return new TreeNode(layer, NO_KEYS, NO_RECORDS, new @Nullable Subtree[] {child});
    }

    /** The layer where a key lives: how many pairs of zero bits its hash begins with. */
    static int layerOf(String key) {
        byte[] hash = Sha256.of(key.getBytes(StandardCharsets.UTF_8));
        int zeros = 0;
        for (byte b : hash) {
            if (b != 0) {
                return (zeros + Integer.numberOfLeadingZeros(b & 0xff) - 24) / 2;
            }
            zeros += 8;
        }
        return zeros / 2;
    }

    boolean isEmpty() {
        return keys.length == 0 && children[0] == null;
    }

    /** Where the key stands, or {@code -1 - place} where it would. */
    int find(String key) {
        return Arrays.binarySearch(keys, key);
    }

    @Nullable
    Subtree child(int i) {
        return children[i];
    }

    TreeNode withRecord(int i, Cid record) {
        var changed = records.clone();
        changed[i] = record;
        return new TreeNode(layer, keys, changed, children);
    }

    TreeNode withChild(int i, @Nullable Subtree child) {
        var changed = children.clone();
        changed[i] = child;
        return new TreeNode(layer, keys, records, changed);
    }

    /** With this key at place i, and the child that stood there split in two. */
    TreeNode withKey(int i, String key, Cid record, @Nullable Subtree left, @Nullable Subtree right) {
        var wider = new @Nullable Subtree[children.length + 1];
        System.arraycopy(children, 0, wider, 0, i);
        wider[i] = left;
        wider[i + 1] = right;
        System.arraycopy(children, i + 1, wider, i + 2, children.length - i - 1);
        return new TreeNode(layer, inserted(keys, i, key), inserted(records, i, record), wider);
    }

    /** Without the key at place i, and the children on both sides merged into one. */
    TreeNode withoutKey(int i, @Nullable Subtree merged) {
        var narrower = new @Nullable Subtree[children.length - 1];
        System.arraycopy(children, 0, narrower, 0, i);
        narrower[i] = merged;
        System.arraycopy(children, i + 2, narrower, i + 1, children.length - i - 2);
        return new TreeNode(layer, removed(keys, i), removed(records, i), narrower);
    }

    /** The keys before place i, with this child right of them; null when nothing is left. */
    @Nullable
    Subtree before(int i, @Nullable Subtree last) {
        var kept = Arrays.copyOf(children, i + 1);
        kept[i] = last;
        return Subtree.of(new TreeNode(layer, Arrays.copyOf(keys, i), Arrays.copyOf(records, i), kept));
    }

    /** The keys from place i on, with this child left of them; null when nothing is left. */
    @Nullable
    Subtree from(int i, @Nullable Subtree first) {
        var kept = Arrays.copyOfRange(children, i, children.length);
        kept[0] = first;
        return Subtree.of(new TreeNode(
                layer, Arrays.copyOfRange(keys, i, keys.length), Arrays.copyOfRange(records, i, records.length), kept));
    }

    /** This and the node right of it as one, with the child where they meet. */
    TreeNode joined(TreeNode right, @Nullable Subtree middle) {
        var together = Arrays.copyOf(children, children.length + right.children.length - 1);
        System.arraycopy(right.children, 0, together, children.length - 1, right.children.length);
        together[children.length - 1] = middle;
        return new TreeNode(layer, joined(keys, right.keys), joined(records, right.records), together);
    }

    private static <T> T[] inserted(T[] array, int i, T value) {
        T[] wider = Arrays.copyOf(array, array.length + 1);
        System.arraycopy(array, i, wider, i + 1, array.length - i);
        wider[i] = value;
        return wider;
    }

    private static <T> T[] removed(T[] array, int i) {
        T[] narrower = Arrays.copyOf(array, array.length - 1);
        System.arraycopy(array, i + 1, narrower, i, array.length - i - 1);
        return narrower;
    }

    private static <T> T[] joined(T[] left, T[] right) {
        T[] together = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, together, left.length, right.length);
        return together;
    }
}
