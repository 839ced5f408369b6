package org.echoppe.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.echoppe.records.Availability;
import org.echoppe.records.ProductRecord;
import org.echoppe.records.Variant;

/** What a stock says to the public: only whether there is some, and whether there is little. */
final class Stocked {
    /** The most that one can hope for comes first. */
    private static final List<Availability> BEST_FIRST =
            List.of(Availability.IN_STOCK, Availability.LIMITED, Availability.PRE_ORDER, Availability.OUT_OF_STOCK);

    private Stocked() {}

    static Availability of(OptionalLong stock, int limitedUpTo) {
        if (stock.isEmpty() || stock.getAsLong() > limitedUpTo) {
            return Availability.IN_STOCK;
        }
        return stock.getAsLong() == 0 ? Availability.OUT_OF_STOCK : Availability.LIMITED;
    }

    /** What the stock says of one kind; empty where it is not counted apart, and is as the product is. */
    static Optional<Availability> of(Backroom backroom, String variant, int limitedUpTo) {
        var stock = backroom.variant(variant).stock();
        return stock.isEmpty() ? Optional.empty() : Optional.of(of(stock, limitedUpTo));
    }

    /** What the stock says of a product: one that comes in kinds is as available as the best of them. */
    static Availability of(ProductRecord record, Backroom backroom, int limitedUpTo) {
        var own = of(backroom.stock(), limitedUpTo);
        return record.variants().stream()
                .map(variant -> of(variant, backroom, own))
                .min((one, other) -> BEST_FIRST.indexOf(one) - BEST_FIRST.indexOf(other))
                .orElse(own);
    }

    private static Availability of(Variant variant, Backroom backroom, Availability own) {
        boolean counted = backroom.variant(variant.key()).stock().isPresent();
        // the sum of all kinds says nothing about one that nobody counts
        var uncounted = backroom.countsVariants() && !counted ? Availability.IN_STOCK : own;
        return variant.availability().orElse(uncounted);
    }
}
