package org.echoppe.app.products;

/**
 * Which products the list shows, and in which order.
 *
 * @param words searched in name, category, brand and codes; empty for all
 * @param category its levels parted by {@code >}; empty for all
 */
public record ProductQuestion(String words, ProductFilter filter, String category, Sort sort, boolean descending) {
    /** What the list is ordered by. */
    public enum Sort {
        NAME,
        PRICE,
        STOCK,
        STATE
    }

    static final ProductQuestion ALL = new ProductQuestion("", ProductFilter.ALL, "", Sort.NAME, false);

    /** Whether it is what the screen shows first. */
    public boolean isFirst() {
        return equals(ALL);
    }
}
