package org.echoppe.orders.desk;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.echoppe.catalogue.Product;
import org.echoppe.catalogue.ProductDraft;
import org.echoppe.catalogue.ProductField;
import org.echoppe.domain.OrderId;
import org.echoppe.orders.wire.FakeShopper;

/**
 * Shoppers who order and a shopkeeper who answers them at once, by seeded chance: whatever the desk acknowledged is said in a line that
 * {@link DeskPromises} can hold against what is left.
 */
final class DeskCustomers {
    static final long STOCK = 1_000_000;
    private static final int PRICE = 435;

    private final TestDesk desk;
    private final Product product;
    private final Random random;
    private final Consumer<String> acknowledged;

    DeskCustomers(TestDesk desk, Product product, long seed, Consumer<String> acknowledged) {
        this.desk = desk;
        this.product = product;
        this.random = new Random(seed);
        this.acknowledged = acknowledged;
    }

    /** What they all buy; made when the home is new. */
    static Product product(TestDesk desk) {
        return desk.catalogue.list(org.echoppe.store.ProductQuery.all(0, 100)).list().stream()
                .filter(product -> product.record().name().equals("Confiture"))
                .findFirst()
                .orElseGet(() -> desk.product("Confiture", "4,35", "stock", Long.toString(STOCK)));
    }

    void come(int times) {
        for (int i = 0; i < times; i++) {
            var id = order();
            switch (random.nextInt(6)) {
                case 0 -> {
                    desk.desk.decline(id, "Rupture");
                    acknowledged.accept("declined " + id);
                }
                case 1 -> accept(id);
                case 2 -> {
                    accept(id);
                    desk.desk.cancel(id, "Fermé demain");
                    acknowledged.accept("cancelled " + id);
                }
                case 3 -> {
                    accept(id);
                    complete(id);
                    desk.desk.erase(id);
                    acknowledged.accept("erased " + id);
                }
                default -> {
                    accept(id);
                    complete(id);
                }
            }
            if (random.nextInt(8) == 0) {
                another(id);
            }
        }
    }

    /** Sealed as a browser does, brought once or twice. */
    private OrderId order() {
        var shopper = new FakeShopper();
        int pieces = 1 + random.nextInt(3);
        var order = desk.order(shopper, (long) PRICE * pieces, TestDesk.wish(product, pieces));
        var envelope = shopper.envelope(order, desk.identity.encryptionKey());
        for (int i = 0; i <= random.nextInt(2); i++) {
            desk.desk.receive(envelope, Optional.empty());
        }
        acknowledged.accept("received " + shopper.id() + " " + envelope.id());
        return shopper.id();
    }

    private void accept(OrderId id) {
        desk.desk.accept(id, List.of(), "");
        acknowledged.accept("accepted " + id);
    }

    private void complete(OrderId id) {
        desk.desk.complete(id);
        acknowledged.accept("completed " + id + " "
                + desk.desk.find(id).orElseThrow().invoice().orElseThrow());
    }

    /** Writes to the tables that are waited for, in between those that are not. */
    private void another(OrderId after) {
        var added = desk.catalogue.add(
                ProductDraft.EMPTY.with(ProductField.NAME, "Produit " + after).with(ProductField.PRICE, "1,00"));
        acknowledged.accept("product " + added.key());
    }
}
