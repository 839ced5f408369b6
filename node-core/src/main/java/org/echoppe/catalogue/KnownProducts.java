package org.echoppe.catalogue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.echoppe.domain.Gtin;
import org.echoppe.domain.RecordKey;
import org.echoppe.store.ProductRow;
import org.echoppe.store.ProductState;
import org.jspecify.annotations.Nullable;

/** The products a shop has, and those that earlier rows of a file added, found by what an import knows them by. */
final class KnownProducts {
    /** A product of the shop, or one that an earlier row of the file makes. */
    private record Known(RecordKey key, @Nullable ProductRow row, boolean hasGtin, boolean hasSku) {
        boolean isLive() {
            return row == null || row.state() != ProductState.WITHDRAWN;
        }
    }

    /**
     * What a row belongs to.
     *
     * @param row the product it changes; null for a new one
     * @param taken an earlier row of the file is about the same product
     */
    record Match(@Nullable ProductRow row, boolean taken) {}

    private final Map<String, Known> byKey = new HashMap<>();
    private final Map<String, List<Known>> byGtin = new HashMap<>();
    private final Map<String, List<Known>> bySku = new HashMap<>();
    private final Map<String, List<Known>> byName = new HashMap<>();
    private final Map<String, Deque<Known>> nameless = new HashMap<>();
    private final Set<RecordKey> taken = new HashSet<>();
    private final TakenCodes codes = new TakenCodes();

    void add(ProductRow row) {
        var known = new Known(row.rkey(), row, row.gtin() != null, row.sku() != null);
        add(known, row.gtin(), row.sku(), row.name(), row.brand());
        codes.add(row);
    }

    TakenCodes codes() {
        return codes;
    }

    /** What a row of the file makes: a later row about the same is told apart by it. */
    void addNew(Product product) {
        var record = product.record();
        var gtin = record.gtin().orElse(null);
        var sku = record.sku().isEmpty() ? null : record.sku();
        taken.add(product.key());
        if (gtin != null || sku != null) {
            add(new Known(product.key(), null, gtin != null, sku != null), gtin, sku, record.name(), null);
        }
    }

    boolean holds(RecordKey key) {
        return byKey.containsKey(key.value());
    }

    private void add(Known known, @Nullable Gtin gtin, @Nullable String sku, String name, @Nullable String brand) {
        byKey.put(known.key.value(), known);
        if (gtin != null) {
            byGtin.computeIfAbsent(gtin.padded(), code -> new ArrayList<>()).add(known);
        }
        if (sku != null) {
            bySku.computeIfAbsent(sku, code -> new ArrayList<>()).add(known);
        }
        byName.computeIfAbsent(name, same -> new ArrayList<>()).add(known);
        if (gtin == null && sku == null) {
            nameless.computeIfAbsent(nameless(name, brand, known.isLive()), same -> new ArrayDeque<>())
                    .add(known);
        }
    }

    /**
     * By record key, then by the key of the import, then by the other code, then by name where there is no code at all. A
     * withdrawn product is meant only where no other is.
     */
    Match match(ProductDraft draft, ProductKey key) {
        var byRecordKey = Optional.ofNullable(byKey.get(draft.text(ProductField.KEY)));
        var known = byRecordKey
                .or(() -> find(draft, key, Known::isLive))
                .or(() -> find(draft, key, withdrawn -> !withdrawn.isLive()));
        if (known.isEmpty()) {
            return new Match(null, false);
        }
        return new Match(known.get().row, !taken.add(known.get().key));
    }

    private Optional<Known> find(ProductDraft draft, ProductKey key, Predicate<Known> wanted) {
        String gtin = draft.text(ProductField.GTIN);
        String sku = draft.text(ProductField.SKU);
        return switch (key) {
            case GTIN ->
                gtin.isEmpty()
                        ? orNameless(bySku(sku, wanted), draft, wanted)
                        : byGtin(gtin, wanted).or(() -> bySku(sku, wanted.and(known -> !known.hasGtin)));
            case SKU ->
                sku.isEmpty()
                        ? orNameless(byGtin(gtin, wanted), draft, wanted)
                        : bySku(sku, wanted).or(() -> byGtin(gtin, wanted.and(known -> !known.hasSku)));
            case NAME -> first(byName.get(draft.text(ProductField.NAME)), wanted);
        };
    }

    /** Rows with neither code are the products with neither, in the order in which both were made. */
    private Optional<Known> orNameless(Optional<Known> found, ProductDraft draft, Predicate<Known> wanted) {
        boolean noCode = draft.text(ProductField.GTIN).isEmpty()
                && draft.text(ProductField.SKU).isEmpty();
        if (found.isPresent() || !noCode) {
            return found;
        }
        String name = draft.text(ProductField.NAME);
        String brand = draft.text(ProductField.BRAND);
        return Stream.of(true, false)
                .map(live -> nameless.get(nameless(name, brand, live)))
                .filter(same -> same != null && !same.isEmpty() && wanted.test(same.peek()))
                .findFirst()
                .map(Deque::poll);
    }

    private Optional<Known> byGtin(String gtin, Predicate<Known> wanted) {
        return Gtin.parse(gtin).flatMap(code -> first(byGtin.get(code.padded()), wanted));
    }

    private Optional<Known> bySku(String sku, Predicate<Known> wanted) {
        return sku.isEmpty() ? Optional.empty() : first(bySku.get(sku), wanted);
    }

    private static Optional<Known> first(@Nullable List<Known> known, Predicate<Known> wanted) {
        return known == null ? Optional.empty() : known.stream().filter(wanted).findFirst();
    }

    private static String nameless(String name, @Nullable String brand, boolean live) {
        return name + "\n" + (brand == null ? "" : brand) + "\n" + live;
    }
}
