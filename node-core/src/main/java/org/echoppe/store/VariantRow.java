package org.echoppe.store;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.echoppe.domain.Gtin;
import org.jspecify.annotations.Nullable;

/**
 * One of the kinds a product comes in, as the shop keeps it: what tells it from the others, its codes, its stock.
 *
 * @param key as in the public record, without tabs and line breaks, as is {@code sku}
 * @param stock pieces; null when the shop does not count
 */
public record VariantRow(
        String key,
        @Nullable String sku,
        @Nullable Gtin gtin,
        @Nullable Long stock) {

    static @Nullable String text(List<VariantRow> variants) {
        return variants.isEmpty()
                ? null
                : variants.stream()
                        .map(kind -> String.join(
                                "\t",
                                kind.key,
                                kind.sku == null ? "" : kind.sku,
                                kind.gtin == null ? "" : kind.gtin.value(),
                                kind.stock == null ? "" : kind.stock.toString()))
                        .collect(Collectors.joining("\n"));
    }

    static List<VariantRow> list(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("\n"))
                        .map(line -> line.split("\t", -1))
                        .map(cells -> new VariantRow(
                                cells[0],
                                cells[1].isEmpty() ? null : cells[1],
                                cells[2].isEmpty() ? null : new Gtin(cells[2]),
                                cells[3].isEmpty() ? null : Long.valueOf(cells[3])))
                        .toList();
    }
}
