package org.echoppe.catalogue;

import java.util.List;
import java.util.TreeMap;

/** Counts things that come in any order, and keeps those whose places come first. */
final class Foremost<T> {
    private final int most;
    private final TreeMap<Integer, T> kept = new TreeMap<>();
    private int count;

    Foremost(int most) {
        this.most = most;
    }

    void add(int place, T one) {
        count++;
        kept.put(place, one);
        if (kept.size() > most) {
            kept.pollLastEntry();
        }
    }

    int count() {
        return count;
    }

    /** By place. */
    List<T> list() {
        return List.copyOf(kept.values());
    }
}
