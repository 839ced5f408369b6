package org.echoppe.app.products;

import java.util.List;
import java.util.Map;

/**
 * A stretch of the list.
 *
 * @param total how many the question finds in all
 * @param counts how many there are of each kind, whatever was searched
 * @param provisional only the first rows, before anything is counted: ask again
 */
public record ProductStretch(
        List<ProductLine> rows, int total, Map<ProductFilter, Integer> counts, boolean provisional) {
    public ProductStretch {
        rows = List.copyOf(rows);
        counts = Map.copyOf(counts);
    }

    public ProductStretch(List<ProductLine> rows, int total, Map<ProductFilter, Integer> counts) {
        this(rows, total, counts, false);
    }
}
