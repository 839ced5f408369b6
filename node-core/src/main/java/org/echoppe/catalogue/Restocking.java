package org.echoppe.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.echoppe.records.ProductRecord;
import org.echoppe.store.ProductStore;

/** Tells the availability of products anew when the shop changes from which stock on one is called limited. */
final class Restocking {
    private final Catalogue catalogue;
    private final ProductStore products;
    private final Shop shop;
    private int limit;

    Restocking(Catalogue catalogue, ProductStore products, Shop shop) {
        this.catalogue = catalogue;
        this.products = products;
        this.shop = shop;
        this.limit = shop.exists() ? shop.defaults().limitedUpTo() : ShopDefaults.LIMITED_UP_TO;
    }

    synchronized void followTheLimit() {
        int newLimit = shop.defaults().limitedUpTo();
        if (newLimit != limit) {
            catalogue.saveAll(() -> told(limit, newLimit));
            limit = newLimit;
        }
    }

    private List<Product> told(int oldLimit, int newLimit) {
        var changed = new ArrayList<Product>();
        products.forEach(row -> {
            if (row.stock() != null || !row.variants().isEmpty()) {
                var product = ProductRows.product(row);
                var now = told(product, oldLimit, newLimit);
                if (!now.equals(product.record())) {
                    changed.add(with(product, now));
                }
            }
        });
        return changed;
    }

    /** What the stock told goes along with the limit; what the shopkeeper said stays. */
    private static ProductRecord told(Product product, int oldLimit, int newLimit) {
        var backroom = product.backroom();
        var record = product.record();
        var before = Optional.of(Stocked.of(record, backroom, oldLimit));
        var kinds = record.withVariants(record.variants().stream()
                .map(variant -> variant.availability().equals(Stocked.of(backroom, variant.key(), oldLimit))
                        ? variant.withAvailability(Stocked.of(backroom, variant.key(), newLimit))
                        : variant)
                .toList());
        return record.availability().equals(before)
                ? kinds.withAvailability(Stocked.of(kinds, backroom, newLimit))
                : kinds;
    }

    private Product with(Product product, ProductRecord record) {
        var now = catalogue.now();
        return new Product(
                product.key(),
                product.state(),
                true,
                record.withUpdatedAt(now),
                product.backroom(),
                product.publishedCid(),
                now);
    }
}
