package org.echoppe.replicas;

import java.time.Duration;
import java.time.Instant;
import org.echoppe.search.ListingQuery;

/**
 * Where reading a search stopped. The best match comes first by what its shop is lifted as well, so one reads on by the shops
 * as they were weighed for the first page: whichever open or close meanwhile change no order.
 *
 * @param weighed as of when, in milliseconds
 * @param text the index's own
 */
record Bookmark(Instant weighed, String text) {
    private static final char END = '.';
    private static final int RADIX = 36;
    /** A street stands for a day at the most, and then there is another day to go on. */
    private static final Duration OLDEST = Duration.ofDays(2);

    /**
     * @param street when the shops are weighed that are not weighed for this question
     * @throws IllegalArgumentException when it is none, or of another order, or too old
     */
    static Bookmark read(String text, ListingQuery query, Instant street, Instant now) {
        if (!query.isRanked()) {
            return new Bookmark(street, text);
        }
        int end = text.indexOf(END);
        if (end < 0) {
            throw new IllegalArgumentException("a bookmark of another order");
        }
        var weighed = Instant.ofEpochMilli(Long.parseLong(text.substring(0, end), RADIX));
        if (weighed.isAfter(now) || weighed.isBefore(now.minus(OLDEST))) {
            throw new IllegalArgumentException("a bookmark of another time");
        }
        return new Bookmark(weighed, text.substring(end + 1));
    }

    /** As one is told it. */
    String written(ListingQuery query) {
        return query.isRanked() ? Long.toString(weighed.toEpochMilli(), RADIX) + END + text : text;
    }
}
