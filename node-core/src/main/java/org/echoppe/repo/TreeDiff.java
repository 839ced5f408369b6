package org.echoppe.repo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.echoppe.domain.Cid;
import org.jspecify.annotations.Nullable;

/** Walks over two trees side by side, and past every subtree that both have. */
final class TreeDiff {
    private final Walk older;
    private final Walk newer;
    private final SortedMap<String, Optional<Cid>> keys = new TreeMap<>();

    TreeDiff(Subtree older, BlockSource olderSource, Subtree newer, BlockSource newerSource) {
        this.older = new Walk(older, olderSource);
        this.newer = new Walk(newer, newerSource);
    }

    /** A place on the way through a tree: a subtree not yet entered, or a key. */
    private sealed interface Step {}

    private record Enter(Subtree subtree) implements Step {}

    private record Entry(String key, Cid record) implements Step {}

    private static final class Walk {
        private final Deque<Step> ahead = new ArrayDeque<>();
        private final BlockSource source;
        final Map<Cid, Subtree> entered = new LinkedHashMap<>();

        Walk(Subtree root, BlockSource source) {
            this.source = source;
            ahead.push(new Enter(root));
        }

        @Nullable
        Step next() {
            return ahead.peek();
        }

        void skip() {
            ahead.pop();
        }

        void enter(Subtree subtree) throws BadRepository {
            ahead.pop();
            entered.put(subtree.cid(), subtree);
            var node = subtree.peek(source);
            push(node.child(node.keys().length));
            for (int i = node.keys().length - 1; i >= 0; i--) {
                ahead.push(new Entry(node.keys()[i], node.records()[i]));
                push(node.child(i));
            }
        }

        private void push(@Nullable Subtree child) {
            if (child != null) {
                ahead.push(new Enter(child));
            }
        }
    }

    TreeChange find() throws BadRepository {
        while (older.next() != null || newer.next() != null) {
            step(older.next(), newer.next());
        }
        var added = new ArrayList<Block>();
        for (var node : newer.entered.entrySet()) {
            // where the trees were out of step, a node that both have was entered in both
            if (older.entered.remove(node.getKey()) == null) {
                added.add(node.getValue().block(newer.source));
            }
        }
        return new TreeChange(keys, List.copyOf(added), java.util.Set.copyOf(older.entered.keySet()));
    }

    private void step(@Nullable Step was, @Nullable Step is) throws BadRepository {
        if (was instanceof Enter(Subtree a) && is instanceof Enter(Subtree b)) {
            enterHigher(a, b);
        } else if (was instanceof Enter(Subtree a)) {
            older.enter(a);
        } else if (is instanceof Enter(Subtree b)) {
            newer.enter(b);
        } else {
            compare((Entry) was, (Entry) is);
        }
    }

    private void enterHigher(Subtree a, Subtree b) throws BadRepository {
        if (a.cid().equals(b.cid())) {
            older.skip();
            newer.skip();
            return;
        }
        // a root's layer is only known once it is entered: both go in together
        boolean unknown = a.layer() == Subtree.ANY_LAYER || b.layer() == Subtree.ANY_LAYER;
        if (unknown || a.layer() >= b.layer()) {
            older.enter(a);
        }
        if (unknown || b.layer() >= a.layer()) {
            newer.enter(b);
        }
    }

    private void compare(@Nullable Entry was, @Nullable Entry is) {
        int order = was == null ? 1 : is == null ? -1 : was.key.compareTo(is.key);
        if (order <= 0) {
            older.skip();
        }
        if (order >= 0) {
            newer.skip();
        }
        if (order < 0 && was != null) {
            keys.put(was.key, Optional.empty());
        } else if (is != null && (was == null || order > 0 || !was.record.equals(is.record))) {
            keys.put(is.key, Optional.of(is.record));
        }
    }
}
