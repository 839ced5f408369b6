package org.echoppe.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.echoppe.records.Availability;
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
            if (row.stock() != null) {
                var product = ProductRows.product(row);
                var told = PublicFields.ofStock(product.backroom().stock(), oldLimit);
                var now = PublicFields.ofStock(product.backroom().stock(), newLimit);
                if (told != now
                        && product.record().availability().filter(told::equals).isPresent()) {
                    changed.add(with(product, now));
                }
            }
        });
        return changed;
    }

    private Product with(Product product, Availability availability) {
        var now = catalogue.now();
        return new Product(
                product.key(),
                product.state(),
                true,
                product.record().withAvailability(availability).withUpdatedAt(now),
                product.backroom(),
                product.publishedCid(),
                now);
    }
}
