package org.echoppe.repo;

import static org.echoppe.repo.BadRepository.Reason.KEYS_UNSORTED;
import static org.echoppe.repo.BadRepository.Reason.TOO_LARGE;
import static org.echoppe.repo.BadRepository.Reason.WRONG_SHAPE;

import org.echoppe.domain.Cid;
import org.jspecify.annotations.Nullable;

/**
 * Tree nodes as blocks: {@code {e: [{k, p, t, v}], l}}, where a key leaves out the p characters it has in common with the one
 * before it. Reading checks all that can be seen in one node.
 */
final class NodeCodec {
    private static final byte[] E = {'e'};
    private static final byte[] K = {'k'};
    private static final byte[] L = {'l'};
    private static final byte[] P = {'p'};
    private static final byte[] T = {'t'};
    private static final byte[] V = {'v'};

    private NodeCodec() {}

    static byte[] encode(TreeNode node) {
        int count = node.keys().length;
        var writer = new CborWriter(64 + count * 120);
        writer.map(2).utf8(E).list(count);
        var previous = "";
        for (int i = 0; i < count; i++) {
            var key = node.keys()[i];
            int common = commonPrefix(previous, key);
            writer.map(4).utf8(K).asciiTail(key, common).utf8(P).integer(common);
            link(writer.utf8(T), node.child(i + 1));
            writer.utf8(V).link(node.records()[i]);
            previous = key;
        }
        link(writer.utf8(L), node.child(0));
        return writer.toBytes();
    }

    private static void link(CborWriter writer, @Nullable Subtree child) {
        if (child == null) {
            writer.simple(Cbor.NULL);
        } else {
            writer.link(child.cid());
        }
    }

    static int commonPrefix(String a, String b) {
        int end = Math.min(a.length(), b.length());
        int i = 0;
        while (i < end && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return i;
    }

    /** How many entries a node has, seen from its first bytes. */
    static int entries(byte[] bytes) throws BadRepository {
        var reader = new CborReader(bytes);
        reader.map();
        reader.name('e');
        return reader.list();
    }

    /**
     * @param layer where the node stands; {@link Subtree#ANY_LAYER} for a root
     * @param low the key it comes after; null when there is none
     * @param high the key it comes before; null when there is none
     */
    static TreeNode decode(byte[] bytes, int layer, @Nullable String low, @Nullable String high) throws BadRepository {
        var reader = new CborReader(bytes);
        if (reader.map() != 2) {
            throw wrong("a node of other fields");
        }
        reader.name('e');
        int count = reader.list();
        if (count > Limits.NODE_ENTRIES) {
            throw new BadRepository(TOO_LARGE, count + " entries in a tree node");
        }
        var keys = new String[count];
        var records = new Cid[count];
        var links = new @Nullable Cid[count + 1];
        var previous = "";
        for (int i = 0; i < count; i++) {
            previous = entry(reader, i, previous, keys, records, links);
        }
        reader.name('l');
        links[0] = optionalLink(reader);
        reader.end();
        checkOrder(keys, low, high);
        return node(layerOf(keys, layer, links[0]), keys, records, links, low, high);
    }

    private static String entry(
            CborReader reader, int i, String previous, String[] keys, Cid[] records, @Nullable Cid[] links)
            throws BadRepository {
        if (reader.map() != 4) {
            throw wrong("an entry of other fields");
        }
        reader.name('k');
        var tail = reader.latin();
        reader.name('p');
        int common = reader.integer();
        if (common > previous.length()) {
            throw wrong("more of the key before than there is");
        }
        var key = previous.substring(0, common).concat(tail);
        if (common != commonPrefix(previous, key)) {
            throw wrong("a key not shortened by all it shares with the one before");
        }
        Collections.check(key);
        keys[i] = key;
        reader.name('t');
        links[i + 1] = optionalLink(reader);
        reader.name('v');
        records[i] = reader.link();
        if (records[i].codec() != Cid.Codec.DAG_CBOR) {
            throw wrong("a record that is none");
        }
        return key;
    }

    private static TreeNode node(
            int layer, String[] keys, Cid[] records, @Nullable Cid[] links, @Nullable String low, @Nullable String high)
            throws BadRepository {
        var children = new @Nullable Subtree[links.length];
        for (int i = 0; i < links.length; i++) {
            var link = links[i];
            if (link == null) {
                continue;
            }
            if (layer == 0 || link.codec() != Cid.Codec.DAG_CBOR) {
                throw wrong("a child where none can be");
            }
            children[i] = new Subtree(link, layer - 1, i == 0 ? low : keys[i - 1], i == keys.length ? high : keys[i]);
        }
        return new TreeNode(layer, keys, records, children);
    }

    /** All keys of a node have its layer; a node without keys leads on to one that has; only the root's layer is not known before. */
    private static int layerOf(String[] keys, int expected, @Nullable Cid first) throws BadRepository {
        boolean root = expected == Subtree.ANY_LAYER;
        if (keys.length == 0 && root != (first == null)) {
            throw wrong(root ? "a root that only leads on" : "a node that holds nothing");
        }
        int layer = root ? (keys.length == 0 ? 0 : TreeNode.layerOf(keys[0])) : expected;
        if (layer >= Limits.DEPTH) {
            throw new BadRepository(TOO_LARGE, "a tree deeper than " + Limits.DEPTH);
        }
        for (var key : keys) {
            if (TreeNode.layerOf(key) != layer) {
                throw wrong("a key on another layer than its hash says");
            }
        }
        return layer;
    }

    private static void checkOrder(String[] keys, @Nullable String low, @Nullable String high) throws BadRepository {
        var previous = low;
        for (var key : keys) {
            if (previous != null && previous.compareTo(key) >= 0) {
                throw new BadRepository(KEYS_UNSORTED, "in a tree node");
            }
            previous = key;
        }
        if (previous != null && high != null && previous.compareTo(high) >= 0) {
            throw new BadRepository(KEYS_UNSORTED, "in a tree node");
        }
    }

    private static @Nullable Cid optionalLink(CborReader reader) throws BadRepository {
        return reader.skipNull() ? null : reader.link();
    }

    private static BadRepository wrong(String what) {
        return new BadRepository(WRONG_SHAPE, what);
    }
}
