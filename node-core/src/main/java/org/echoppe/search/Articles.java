package org.echoppe.search;

import java.util.Arrays;

/** The article numbers of matches, gathered to see which come more than once. Past {@value #MOST} it is given up. */
final class Articles {
    /** Nobody leafs through so many: then each listing stands for itself. */
    private static final int MOST = 50_000;

    private final boolean counted;
    private long[] numbers = new long[64];
    private int size;

    Articles(boolean counted) {
        this.counted = counted;
    }

    boolean areCounted() {
        return counted;
    }

    void add(long number) {
        if (size > MOST) {
            return;
        }
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        numbers[size++] = number;
    }

    void addAll(Articles other) {
        for (int i = 0; i < other.size; i++) {
            add(other.numbers[i]);
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
}
