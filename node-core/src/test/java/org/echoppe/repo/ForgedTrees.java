package org.echoppe.repo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.echoppe.domain.Cid;
import org.jspecify.annotations.Nullable;

/** Trees whose every hash is right and whose shape is not, as a hostile merchant could sign them. */
final class ForgedTrees {
    private static final byte[] RECORD = Repositories.record(1);

    /** Keys of layer 0, in order, and one of layer 1 among them. */
    private final List<String> low = keys(0, 300);

    private final String middle = keys(1, 50).get(25);

    record Tree(Cid root, Map<Cid, byte[]> blocks) {}

    Tree good() {
        return tree(List.of(low.get(0), low.get(1)), null);
    }

    Tree unsorted() {
        return tree(List.of(low.get(1), low.get(0)), null);
    }

    Tree twice() {
        return tree(List.of(low.get(0), low.get(0)), null);
    }

    /** Each node is in order, but what hangs left of the middle lies right of it. */
    Tree childOutOfBounds() {
        var last = low.getLast();
        return tree(List.of(middle), tree(List.of(last), null));
    }

    Tree wrongLayer() {
        return tree(List.of(low.getFirst(), middle), null);
    }

    Tree emptyChild() {
        return tree(List.of(middle), tree(List.of(), null));
    }

    Tree leaflessRoot() {
        return tree(List.of(), good());
    }

    Tree illegalKey() {
        return tree(List.of(lowest("no-slash")), null);
    }

    Tree longKey(int length) {
        var start = Collections.PRODUCT + "/";
        return tree(List.of(lowest(start + "x".repeat(length - start.length() - 3))), null);
    }

    /** The text with three digits behind it that put it on layer 0. */
    private static String lowest(String start) {
        return java.util.stream.IntStream.range(100, 1000)
                .mapToObj(i -> start + i)
                .filter(key -> TreeNode.layerOf(key) == 0)
                .findFirst()
                .orElseThrow();
    }

    Tree tooManyEntries() {
        return tree(low.subList(0, Limits.NODE_ENTRIES + 1), null);
    }

    /** The second key repeats what it shares with the first. */
    Tree prefixNotUsed() {
        return tree(List.of(low.get(0), low.get(1)), null, false);
    }

    private static Tree tree(List<String> keys, @Nullable Tree left) {
        return tree(keys, left, true);
    }

    private static Tree tree(List<String> keys, @Nullable Tree left, boolean shorten) {
        var entries = new ArrayList<Ipld>();
        var previous = "";
        for (var key : keys) {
            int common = shorten ? NodeCodec.commonPrefix(previous, key) : 0;
            entries.add(new Ipld.Fields(Map.of(
                    "k", new Ipld.Bytes(key.substring(common).getBytes(StandardCharsets.UTF_8)),
                    "p", new Ipld.Int(common),
                    "t", Ipld.NULL,
                    "v", new Ipld.Link(Cid.of(RECORD)))));
            previous = key;
        }
        var link = left == null ? Ipld.NULL : new Ipld.Link(left.root);
        var node = DagCbor.block(new Ipld.Fields(Map.of("e", new Ipld.Items(entries), "l", link)));
        var blocks = new HashMap<Cid, byte[]>(left == null ? Map.of(Cid.of(RECORD), RECORD) : left.blocks);
        blocks.put(node.cid(), node.bytes());
        return new Tree(node.cid(), blocks);
    }

    private static List<String> keys(int layer, int count) {
        var keys = new ArrayList<String>();
        for (int i = 0; keys.size() < count; i++) {
            if (TreeNode.layerOf(Repositories.key(i)) == layer) {
                keys.add(Repositories.key(i));
            }
        }
        var sorted = keys.toArray(new String[0]);
        Arrays.sort(sorted);
        return List.of(sorted);
    }
}
