package org.echoppe.app.products;

import org.echoppe.catalogue.PublishState;
import org.echoppe.domain.Money;
import org.echoppe.domain.RecordKey;
import org.jspecify.annotations.Nullable;

/**
 * One product as the list shows it.
 *
 * @param price null while there is none
 * @param stock how many are left; null where nobody counts
 */
public record ProductLine(
        RecordKey key,
        String name,
        String category,
        @Nullable Money price,
        @Nullable Long stock,
        PublishState state) {
    public boolean isSoldOut() {
        return stock != null && stock <= 0;
    }
}
