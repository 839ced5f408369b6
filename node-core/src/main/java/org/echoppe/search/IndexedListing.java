package org.echoppe.search;

import java.time.Instant;
import java.util.List;
import org.echoppe.domain.Did;
import org.echoppe.domain.Gtin;
import org.echoppe.domain.RecordKey;
import org.jspecify.annotations.Nullable;

/**
 * What the index needs to know of a product to find it. Texts past the limits of the protocol are cut, never refused.
 *
 * @param category from the widest level to the narrowest; empty when the product has none
 * @param label what its card says; which words count as one depends on its language
 * @param gtin its own barcode
 * @param kinds the barcodes of its kinds: it is found by them, and is no other shop's article for that
 * @param createdAt what "newest" sorts by; the caller does not believe a date after the commit that brought it
 * @param test a trial product: the index forgets it instead of keeping it
 */
public record IndexedListing(
        Did did,
        RecordKey rkey,
        Label label,
        @Nullable String brand,
        @Nullable String description,
        List<String> category,
        @Nullable Gtin gtin,
        List<Gtin> kinds,
        @Nullable String sku,
        Instant createdAt,
        boolean test) {
    public IndexedListing {
        category = List.copyOf(category);
        kinds = List.copyOf(kinds);
    }

    public String name() {
        return label.name();
    }

    public ListingKey key() {
        return new ListingKey(did, rkey);
    }
}
