package org.echoppe.app.products;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.IntPredicate;

/** Where in a long list one looks, and what of it is fetched next: one stretch after the other, the last wished for first. */
final class Gaze {
    /** Fetches a stretch; runs the rest when it is here, or cannot be had. */
    @FunctionalInterface
    interface Fetch {
        void run(int stretch, Runnable next);
    }

    /** Stretches asked for at most: whoever scrolls on does not want what flew past. */
    private static final int WANTED = 8;

    /** As many as can be on the screen at once. */
    private static final int SEEN = 3;

    private final IntPredicate needs;
    private final Fetch fetch;
    private final Deque<Integer> looked = new ArrayDeque<>(List.of(0));
    private final LinkedHashSet<Integer> wanted = new LinkedHashSet<>();
    private boolean fetching;

    /** @param needs whether a stretch is to be fetched */
    Gaze(IntPredicate needs, Fetch fetch) {
        this.needs = needs;
        this.fetch = fetch;
    }

    /** The stretch one looks at. */
    int stretch() {
        return looked.getFirst();
    }

    void atStart() {
        looked.clear();
        looked.add(0);
    }

    /** A row of this stretch is drawn. */
    void look(int stretch) {
        if (stretch != looked.getFirst()) {
            looked.remove(stretch);
            looked.addFirst(stretch);
            while (looked.size() > SEEN) {
                looked.removeLast();
            }
        }
        if (needs.test(stretch)) {
            want(stretch);
        }
    }

    /** Fetches what is on the screen too. */
    void around() {
        looked.stream().filter(needs::test).toList().forEach(this::want);
    }

    /** What was wished for is of no use any more. */
    void wantNothing() {
        wanted.clear();
    }

    private void want(int stretch) {
        wanted.remove(stretch);
        wanted.addLast(stretch);
        while (wanted.size() > WANTED) {
            wanted.removeFirst();
        }
        next();
    }

    private void next() {
        if (!fetching && !wanted.isEmpty()) {
            fetching = true;
            fetch.run(wanted.removeLast(), () -> {
                fetching = false;
                next();
            });
        }
    }
}
