package org.echoppe.repo;

import org.echoppe.domain.Cid;
import org.jspecify.annotations.Nullable;

/**
 * A node that may not be loaded yet, or not hashed yet. Where it was found says what it may hold: its layer, and the keys it
 * lies between. The two fields are filled at most with equal values, so threads may race for them.
 */
final class Subtree {
    /** The layer when none is known: at the root, which begins at the layer of its keys. */
    static final int ANY_LAYER = -1;

    private final int layer;
    private final @Nullable String low;
    private final @Nullable String high;
    private @Nullable Cid cid;
    private @Nullable TreeNode node;

    /** A node to be loaded: its keys lie above low and below high, where these are given. */
    Subtree(Cid cid, int layer, @Nullable String low, @Nullable String high) {
        this.cid = cid;
        this.layer = layer;
        this.low = low;
        this.high = high;
    }

    private Subtree(TreeNode node) {
        this.node = node;
        layer = node.layer();
        low = null;
        high = null;
    }

    /** Null for a node that holds nothing. */
    static @Nullable Subtree of(TreeNode node) {
        return node.isEmpty() ? null : new Subtree(node);
    }

    /** Even for a node that holds nothing: the root of the empty tree. */
    static Subtree root(TreeNode node) {
        return new Subtree(node);
    }

    int layer() {
        return layer;
    }

    Cid cid() {
        var known = cid;
        if (known == null) {
            // one of the two is always there
            known = Cid.of(NodeCodec.encode(java.util.Objects.requireNonNull(node)));
            cid = known;
        }
        return known;
    }

    /** The node, kept in memory from now on. */
    TreeNode load(BlockSource source) throws BadRepository {
        var loaded = peek(source);
        node = loaded;
        return loaded;
    }

    /** The node, kept in memory only if it already was. */
    TreeNode peek(BlockSource source) throws BadRepository {
        var known = node;
        return known != null ? known : NodeCodec.decode(bytes(source), layer, low, high);
    }

    Block block(BlockSource source) throws BadRepository {
        var known = node;
        return new Block(cid(), known != null ? NodeCodec.encode(known) : bytes(source));
    }

    private byte[] bytes(BlockSource source) throws BadRepository {
        byte[] bytes = source.block(cid());
        if (bytes == null) {
            throw new BadRepository(BadRepository.Reason.MISSING_BLOCK, "tree node " + cid());
        }
        if (!cid().matches(bytes)) {
            throw new BadRepository(BadRepository.Reason.WRONG_HASH, "tree node " + cid());
        }
        return bytes;
    }
}
