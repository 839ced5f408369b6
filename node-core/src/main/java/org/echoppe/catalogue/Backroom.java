package org.echoppe.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.echoppe.domain.Money;

/**
 * What the shop knows about a product and tells nobody.
 *
 * @param stock pieces; empty when the shop does not count them. Where the kinds of a product are counted, all of them together
 * @param cost what the shop pays for one
 * @param imageUrl where a picture may be fetched when the shopkeeper asks for it
 * @param variants of the kinds it comes in, by their key
 */
public record Backroom(
        OptionalLong stock,
        Optional<Money> cost,
        String supplier,
        String note,
        String imageUrl,
        Map<String, OfVariant> variants) {
    public static final Backroom EMPTY = new Backroom(OptionalLong.empty(), Optional.empty(), "", "", "", Map.of());

    public Backroom {
        variants = Collections.unmodifiableMap(new LinkedHashMap<>(variants));
    }

    /**
     * What the shop keeps to itself about one kind.
     *
     * @param sku its own code
     * @param stock pieces; empty when the shop does not count them
     */
    public record OfVariant(String sku, OptionalLong stock) {
        public static final OfVariant EMPTY = new OfVariant("", OptionalLong.empty());
    }

    /** What is known about one kind. */
    public OfVariant variant(String key) {
        return variants.getOrDefault(key, OfVariant.EMPTY);
    }

    /** Whether the stock is counted by kinds, so that the product's own is only their sum. */
    public boolean countsVariants() {
        return variants.values().stream().anyMatch(kind -> kind.stock().isPresent());
    }

    Backroom with(Map<String, OfVariant> kinds) {
        return new Backroom(stock, cost, supplier, note, imageUrl, kinds);
    }

    Backroom withStock(OptionalLong pieces) {
        return new Backroom(pieces, cost, supplier, note, imageUrl, variants);
    }

    /** The same with the stock that its kinds make together, where they are counted. */
    Backroom summed() {
        return countsVariants() ? new Backroom(sum(variants), cost, supplier, note, imageUrl, variants) : this;
    }

    private static OptionalLong sum(Map<String, OfVariant> kinds) {
        boolean all = kinds.values().stream().allMatch(kind -> kind.stock().isPresent());
        return all
                ? OptionalLong.of(kinds.values().stream()
                        .mapToLong(kind -> kind.stock().orElse(0))
                        .sum())
                : OptionalLong.empty();
    }
}
