package org.echoppe.search;

import java.util.Arrays;

/** The article numbers of matches, gathered to see which come more than once. Past {@value #MOST} it is given up. */
final class Articles {
    /** Nobody leafs through so many: then each listing stands for itself. */
    private static final int MOST = 50_000;

    private final boolean counted;
    private long[] numbers = new long[64];
    private int[] docs = new int[64];
    private int size;

    Articles(boolean counted) {
        this.counted = counted;
    }

    boolean areCounted() {
        return counted;
    }

    /** @param doc of the whole index */
    void add(long number, int doc) {
        if (size > MOST) {
            return;
        }
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
            docs = Arrays.copyOf(docs, size * 2);
        }
        numbers[size] = number;
        docs[size++] = doc;
    }

    void addAll(Articles other) {
        for (int i = 0; i < other.size; i++) {
            add(other.numbers[i], other.docs[i]);
        }
    }

    Repeated repeated() {
        if (size > MOST || size < 2) {
            return Repeated.NONE;
        }
        long[] sorted = Arrays.copyOf(numbers, size);
        Arrays.sort(sorted);
        int more = 0;
        int kept = 0;
        for (int i = 1; i < size; i++) {
            if (sorted[i] == sorted[i - 1]) {
                more++;
                if (kept == 0 || sorted[kept - 1] != sorted[i]) {
                    sorted[kept++] = sorted[i];
                }
            }
        }
        return kept == 0 ? Repeated.NONE : new Repeated(Arrays.copyOf(sorted, kept), more);
    }

    /** The matches of repeated articles, in the order of the index: the document in the upper half, the article's place in the lower. */
    long[] matches(Repeated repeated) {
        if (repeated.isEmpty()) {
            return new long[0];
        }
        var matches = new long[size];
        int kept = 0;
        for (int i = 0; i < size; i++) {
            int place = repeated.place(numbers[i]);
            if (place >= 0) {
                matches[kept++] = (long) docs[i] << Integer.SIZE | place;
            }
        }
        matches = Arrays.copyOf(matches, kept);
        Arrays.sort(matches);
        return matches;
    }
}
