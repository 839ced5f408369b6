package org.echoppe.store;

import org.jspecify.annotations.Nullable;

/**
 * Which products of the own shop to show.
 *
 * @param text words that all must occur in name, brand, category, codes or supplier, as parts of words, without case and
 *     accents; empty for all
 * @param state null for all but withdrawn ones
 * @param soldOut only those that are counted and gone
 * @param offset rows to leave out from the start
 * @param limit rows at most
 */
public record ProductQuery(
        String text,
        @Nullable ProductState state,
        boolean soldOut,
        Sort sort,
        boolean descending,
        int offset,
        int limit) {
    /** What the rows are sorted by; equal ones by record key. */
    public enum Sort {
        NAME,
        PRICE,
        STOCK,
        STATE,
        UPDATED
    }

    public ProductQuery(
            String text, @Nullable ProductState state, Sort sort, boolean descending, int offset, int limit) {
        this(text, state, false, sort, descending, offset, limit);
    }

    public static ProductQuery all(int offset, int limit) {
        return new ProductQuery("", null, Sort.NAME, false, offset, limit);
    }
}
