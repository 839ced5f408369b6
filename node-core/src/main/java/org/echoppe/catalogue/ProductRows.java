package org.echoppe.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.echoppe.domain.Cid;
import org.echoppe.records.Price;
import org.echoppe.records.ProductRecord;
import org.echoppe.repo.BadRepository;
import org.echoppe.repo.DagCbor;
import org.echoppe.store.ProductRow;
import org.echoppe.store.ProductState;
import org.echoppe.store.VariantRow;
import org.jspecify.annotations.Nullable;

/** Products as rows of the shop's table, and back. */
final class ProductRows {
    private static final String LEVELS = " > ";

    private ProductRows() {}

    static Product product(ProductRow row) {
        return new Product(
                row.rkey(),
                row.state(),
                row.pending(),
                record(row),
                new Backroom(
                        row.stock() == null ? OptionalLong.empty() : OptionalLong.of(row.stock()),
                        Optional.ofNullable(row.cost()),
                        filled(row.supplier()),
                        filled(row.note()),
                        filled(row.imageUrl()),
                        kinds(row)),
                Optional.ofNullable(row.publishedCid()),
                row.updatedAt());
    }

    /** The row of a product; it is pending when others do not see it as it stands here. */
    static ProductRow row(Product product) {
        var record = product.record();
        var backroom = product.backroom();
        byte[] draft = DagCbor.encode(record.toFields());
        return new ProductRow(
                product.key(),
                product.state(),
                isPending(product, draft),
                record.name(),
                record.gtin().orElse(null),
                nullable(record.sku()),
                nullable(record.brand()),
                nullable(String.join(LEVELS, record.category())),
                record.price().map(Price::money).orElse(null),
                backroom.stock().isPresent() ? backroom.stock().getAsLong() : null,
                backroom.cost().orElse(null),
                nullable(backroom.supplier()),
                nullable(backroom.note()),
                nullable(backroom.imageUrl()),
                kinds(product),
                draft,
                product.publishedCid().orElse(null),
                product.updatedAt());
    }

    private static Map<String, Backroom.OfVariant> kinds(ProductRow row) {
        var kinds = new LinkedHashMap<String, Backroom.OfVariant>();
        for (var kind : row.variants()) {
            if (kind.sku() != null || kind.stock() != null) {
                var stock = kind.stock() == null ? OptionalLong.empty() : OptionalLong.of(kind.stock());
                kinds.put(kind.key(), new Backroom.OfVariant(filled(kind.sku()), stock));
            }
        }
        return kinds;
    }

    private static List<VariantRow> kinds(Product product) {
        return product.record().variants().stream()
                .map(variant -> {
                    var own = product.backroom().variant(variant.key());
                    Long stock = own.stock().isPresent() ? own.stock().getAsLong() : null;
                    return new VariantRow(
                            variant.key(), nullable(own.sku()), variant.gtin().orElse(null), stock);
                })
                .toList();
    }

    private static boolean isPending(Product product, byte[] draft) {
        Optional<Cid> wanted =
                product.state() == ProductState.PUBLISHED ? Optional.of(Cid.of(draft)) : Optional.empty();
        return !wanted.equals(product.publishedCid());
    }

    private static ProductRecord record(ProductRow row) {
        try {
            return ProductRecord.of(DagCbor.record(row.draft()));
        } catch (BadRepository e) {
            // the program wrote these bytes itself, and the database checks its pages
            throw new IllegalStateException("the draft of product " + row.rkey() + " is damaged", e);
        }
    }

    private static String filled(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String nullable(String text) {
        return text.isEmpty() ? null : text;
    }
}
