package org.echoppe.search;

import java.util.Arrays;

/** The articles that several matches are of, and how many matches fewer there are when each counts once. */
final class Repeated {
    static final Repeated NONE = new Repeated(new long[0], 0);

    private final long[] sorted;
    private final int more;

    Repeated(long[] sorted, int more) {
        this.sorted = sorted;
        this.more = more;
    }

    boolean isEmpty() {
        return sorted.length == 0;
    }

    /** How many articles. */
    int size() {
        return sorted.length;
    }

    int more() {
        return more;
    }

    boolean holds(long article) {
        return place(article) >= 0;
    }

    /** Which of them it is, from 0; negative for one that is not repeated. */
    int place(long article) {
        return Arrays.binarySearch(sorted, article);
    }
}
