package org.echoppe.store;

import org.jspecify.annotations.Nullable;

/**
 * Which products of the own shop to show.
 *
 * @param text words that all must occur in name, brand, category, codes or supplier, as parts of words, without case and
 *     accents; empty for all
 * @param category levels as shown, with everything below them; empty for all
 * @param offset rows to leave out from the start
 * @param limit rows at most
 */
public record ProductQuery(
        String text, ProductKind kind, String category, Sort sort, boolean descending, int offset, int limit) {
    /** What the rows are sorted by; equal ones by record key. */
    public enum Sort {
        /** Without case and accents. */
        NAME,
        PRICE,
        STOCK,
        STATE,
        UPDATED
    }

    /** @param state null for all but withdrawn ones */
    public ProductQuery(
            String text, @Nullable ProductState state, Sort sort, boolean descending, int offset, int limit) {
        this(text, kind(state), "", sort, descending, offset, limit);
    }

    public static ProductQuery all(int offset, int limit) {
        return new ProductQuery("", ProductKind.ALL, "", Sort.NAME, false, offset, limit);
    }

    private static ProductKind kind(@Nullable ProductState state) {
        return state == null
                ? ProductKind.ALL
                : switch (state) {
                    case DRAFT -> ProductKind.DRAFT;
                    case PUBLISHED -> ProductKind.PUBLISHED;
                    case WITHDRAWN -> ProductKind.WITHDRAWN;
                };
    }
}
