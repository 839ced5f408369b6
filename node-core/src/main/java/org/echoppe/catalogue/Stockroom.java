package org.echoppe.catalogue;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.echoppe.domain.RecordKey;
import org.echoppe.records.ProductRecord;

/** Moves stock by pieces inside a write of the caller's, and lets the public record say what the stock says. */
public final class Stockroom {
    private final Catalogue catalogue;

    public Stockroom(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Where the pieces of a kind are counted: under its key, or with its product where it is not counted apart.
     *
     * @param variant key of the kind; empty for the product itself
     */
    public Optional<String> countedAs(RecordKey product, Optional<String> variant) {
        return catalogue.find(product).flatMap(found -> variant.filter(key -> isApart(found.backroom(), key)));
    }

    /**
     * How many are there.
     *
     * @param variant as {@link #countedAs} says
     * @return empty when the shop does not count them, or has no such product
     */
    public OptionalLong stock(RecordKey product, Optional<String> variant) {
        return catalogue
                .find(product)
                .map(found -> stock(found.backroom(), variant))
                .orElse(OptionalLong.empty());
    }

    private static OptionalLong stock(Backroom backroom, Optional<String> variant) {
        if (variant.isPresent()) {
            return backroom.variant(variant.get()).stock();
        }
        return backroom.countsVariants() ? OptionalLong.empty() : backroom.stock();
    }

    private static boolean isApart(Backroom backroom, String variant) {
        return backroom.variant(variant).stock().isPresent();
    }

    /**
     * Moves stock that is counted; what is not counted, or not there any more, stays as it is. The same on the same tables, whenever it
     * is called: the time is the movement's own. Who calls tells the catalogue's listeners when the write is committed: {@link #moved}.
     */
    public void move(StockMove move, Instant when) {
        catalogue
                .find(move.product())
                .filter(product -> stock(product.backroom(), move.variant()).isPresent())
                .ifPresent(product -> catalogue.storeMoved(List.of(moved(product, move, when))));
    }

    /** Tells whoever listens to the catalogue that stock was moved, after the write. */
    public void moved() {
        catalogue.tellChange();
    }

    private Product moved(Product before, StockMove move, Instant when) {
        var backroom = backroom(before.backroom(), move);
        var record = told(before.record(), before.backroom(), backroom);
        boolean sameRecord = record.equals(before.record());
        return new Product(
                before.key(),
                before.state(),
                before.pending() || !sameRecord,
                sameRecord ? record : record.withUpdatedAt(when),
                backroom,
                before.publishedCid(),
                when);
    }

    private static Backroom backroom(Backroom before, StockMove move) {
        if (move.variant().isEmpty()) {
            return before.withStock(plus(before.stock(), move.pieces()));
        }
        var kinds = new LinkedHashMap<>(before.variants());
        kinds.computeIfPresent(
                move.variant().get(),
                (_, kind) -> new Backroom.OfVariant(kind.sku(), plus(kind.stock(), move.pieces())));
        return before.with(kinds).summed();
    }

    /** Never below nothing, nor above what a form takes. */
    private static OptionalLong plus(OptionalLong stock, long pieces) {
        return OptionalLong.of(Math.clamp(stock.orElse(0) + pieces, 0, BackroomReader.MOST_STOCK));
    }

    /** What the stock told goes along with it; what the shopkeeper said stays. */
    private ProductRecord told(ProductRecord record, Backroom before, Backroom after) {
        int limit = catalogue.limitedUpTo();
        var kinds = record.withVariants(record.variants().stream()
                .map(variant -> variant.availability().equals(Stocked.of(before, variant.key(), limit))
                        ? variant.withAvailability(Stocked.of(after, variant.key(), limit))
                        : variant)
                .toList());
        return record.availability().equals(Optional.of(Stocked.of(record, before, limit)))
                ? kinds.withAvailability(Stocked.of(kinds, after, limit))
                : kinds;
    }
}
