package org.echoppe.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Gtin;
import org.echoppe.domain.Money;
import org.echoppe.domain.RecordKey;
import org.jspecify.annotations.Nullable;

/**
 * One product of the own shop as the shop keeps it: the public record as edited, and what stays private.
 *
 * @param pending the next commit has to take it along
 * @param category levels as shown, for the table; the record in {@code draft} is what counts
 * @param stock pieces; null when the shop does not count
 * @param variants what stays private of the kinds it comes in
 * @param draft DAG-CBOR of the public record as edited, whether published or not
 * @param publishedCid the record others see now; null when they see none
 */
public record ProductRow(
        RecordKey rkey,
        ProductState state,
        boolean pending,
        String name,
        @Nullable Gtin gtin,
        @Nullable String sku,
        @Nullable String brand,
        @Nullable String category,
        @Nullable Money price,
        @Nullable Long stock,
        @Nullable Money cost,
        @Nullable String supplier,
        @Nullable String note,
        @Nullable String imageUrl,
        List<VariantRow> variants,
        byte[] draft,
        @Nullable Cid publishedCid,
        Instant updatedAt) {
    public ProductRow {
        variants = List.copyOf(variants);
    }

    /** The same product after a commit; {@code null} for a record that the commit removed. */
    public ProductRow published(@Nullable Cid cid) {
        return new ProductRow(
                rkey, state, false, name, gtin, sku, brand, category, price, stock, cost, supplier, note, imageUrl,
                variants, draft, cid, updatedAt);
    }

    /** The same product in another state, for the next commit to take along. */
    public ProductRow as(ProductState newState, Instant now) {
        return new ProductRow(
                rkey,
                newState,
                true,
                name,
                gtin,
                sku,
                brand,
                category,
                price,
                stock,
                cost,
                supplier,
                note,
                imageUrl,
                variants,
                draft,
                publishedCid,
                now);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProductRow row && fields().equals(row.fields()) && Arrays.equals(draft, row.draft);
    }

    @Override
    public int hashCode() {
        return Objects.hash(rkey, updatedAt);
    }

    private List<Object> fields() {
        return Arrays.asList(
                rkey,
                state,
                pending,
                name,
                gtin,
                sku,
                brand,
                category,
                price,
                stock,
                cost,
                supplier,
                note,
                imageUrl,
                variants,
                publishedCid,
                updatedAt);
    }
}
