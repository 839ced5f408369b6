package org.echoppe.app.products;

import org.echoppe.catalogue.PublishState;
import org.echoppe.domain.Money;
import org.echoppe.domain.RecordKey;
import org.echoppe.records.Availability;
import org.echoppe.store.ProductKind;
import org.jspecify.annotations.Nullable;

/**
 * One product as the list shows it.
 *
 * @param price null while there is none
 * @param stock how many are left; null where nobody counts
 * @param availability as records write it: {@code inStock}; empty where nothing is said
 * @param picture the CID of its first picture; empty without one
 */
public record ProductLine(
        RecordKey key,
        String name,
        String category,
        @Nullable Money price,
        @Nullable Long stock,
        PublishState state,
        String availability,
        String picture) {
    /** A row that is being fetched. */
    static final ProductLine AWAITED =
            new ProductLine(new RecordKey("-"), "…", "", null, null, PublishState.DRAFT, "", "");

    public boolean isAwaited() {
        return equals(AWAITED);
    }

    /** Nearly gone. */
    public boolean isLow() {
        return ProductKind.isLow(stock, Availability.of(availability).orElse(null));
    }
}
