package org.echoppe.orders.desk;

import static org.echoppe.orders.desk.TestDesk.wish;

import org.echoppe.catalogue.Product;
import org.echoppe.catalogue.ProductDraft;
import org.echoppe.catalogue.ProductField;
import org.echoppe.orders.wire.FakeShopper;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.node.ObjectNode;

/** Ten croissants, which nobody gives back, and three sandwiches. */
abstract class Bakery extends OpenShop {
    Product croissant;
    Product sandwich;

    @BeforeEach
    void fill() {
        croissant = shop.product(
                "Croissant", "1,20", "stock", "10", "vat_rate", "5,5", "withdrawal", "excluded: Denrée périssable");
        sandwich = shop.product("Sandwich", "5,90", "stock", "3", "vat_rate", "10");
    }

    /** 8.30 €. */
    ObjectNode breakfast() {
        return shop.order(shopper, 830, wish(croissant, 2), wish(sandwich, 1));
    }

    /** 2.40 €. */
    ObjectNode twoCroissants(FakeShopper one) {
        return shop.order(one, 240, wish(croissant, 2));
    }

    void change(Product product, ProductField field, String text) {
        shop.catalogue.change(product.key(), ProductDraft.EMPTY.with(field, text));
        shop.publish();
    }
}
