package org.echoppe.search;

import java.time.Instant;
import java.util.List;
import org.echoppe.domain.Did;
import org.echoppe.domain.Gtin;
import org.echoppe.domain.Money;
import org.echoppe.domain.RecordKey;
import org.jspecify.annotations.Nullable;

/**
 * What the index needs to know of a product to find it. Texts past the limits of the protocol are cut, never refused.
 *
 * @param category from the widest level to the narrowest; empty when the product has none
 * @param lang the record's language tag: which words count as one depends on it
 * @param inStock whether it can be had now: {@code inStock} or {@code limited} in the record
 * @param createdAt what "newest" sorts by; the caller does not believe a date after the commit that brought it
 * @param test a trial product: the index forgets it instead of keeping it
 */
public record IndexedListing(
        Did did,
        RecordKey rkey,
        String name,
        @Nullable String brand,
        @Nullable String description,
        List<String> category,
        @Nullable Gtin gtin,
        @Nullable String sku,
        String lang,
        @Nullable Money price,
        boolean inStock,
        Instant createdAt,
        boolean test) {
    public IndexedListing {
        category = List.copyOf(category);
    }

    public ListingKey key() {
        return new ListingKey(did, rkey);
    }
}
