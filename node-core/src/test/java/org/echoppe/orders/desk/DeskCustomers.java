package org.echoppe.orders.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.echoppe.catalogue.Product;
import org.echoppe.catalogue.ProductDraft;
import org.echoppe.catalogue.ProductField;
import org.echoppe.catalogue.ShopField;
import org.echoppe.domain.OrderId;
import org.echoppe.orders.wire.FakeShopper;

/**
 * Shoppers who order, write and go back on it, and a shopkeeper who answers them at once, by seeded chance: whatever the desk acknowledged is said in a line that
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
                .orElseGet(() -> opened(desk));
    }

    private static Product opened(TestDesk desk) {
        desk.shop.set(Map.of(
                ShopField.TRANSFER_HOLDER, "Épicerie du Pont",
                ShopField.TRANSFER_IBAN, "FR1420041010050500013M02606"));
        return desk.product("Confiture", "4,35", "stock", Long.toString(STOCK));
    }

    void come(int times) {
        for (int i = 0; i < times; i++) {
            var shopper = new FakeShopper();
            var id = shopper.id();
            int what = random.nextInt(10);
            order(shopper, what == 5 ? "transfer" : "inShop");
            switch (what) {
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
                    complete(id, HandingOver.PAID);
                    desk.desk.erase(id);
                    acknowledged.accept("erased " + id);
                }
                case 4 -> {
                    talk(shopper, "message");
                    accept(id);
                }
                case 5 -> giveUp(id);
                case 6 -> goBack(shopper);
                case 7 -> {
                    accept(id);
                    complete(id, HandingOver.PAID);
                    desk.desk.takeBackLines(id, List.of(0), "Abîmé");
                    refunded(id);
                }
                default -> {
                    accept(id);
                    complete(id, HandingOver.PAID);
                }
            }
            if (random.nextInt(8) == 0) {
                another(id);
            }
        }
    }

    /** Sealed as a browser does, brought once or twice. */
    private void order(FakeShopper shopper, String payment) {
        int pieces = 1 + random.nextInt(3);
        var order = desk.order(shopper, (long) PRICE * pieces, TestDesk.wish(product, pieces));
        var envelope = shopper.envelope(order.put("payment", payment), desk.identity.encryptionKey());
        for (int i = 0; i <= random.nextInt(2); i++) {
            desk.desk.receive(envelope, Optional.empty());
        }
        acknowledged.accept("received " + shopper.id() + " " + envelope.id());
    }

    /** Both sides say something. */
    private void talk(FakeShopper shopper, String kind) {
        desk.say(shopper, shopper.word(1, kind, desk.clock.instant()).put("text", "mot de " + shopper.id()));
        acknowledged.accept("heard " + shopper.id());
        desk.desk.say(shopper.id(), "mot à " + shopper.id());
        acknowledged.accept("said " + shopper.id());
    }

    /** Handed over, and the transfer never comes, or comes in the end. */
    private void giveUp(OrderId id) {
        accept(id);
        complete(id, new HandingOver(false, Optional.empty()));
        desk.desk.writeOff(id);
        if (random.nextBoolean()) {
            acknowledged.accept("writtenOff " + id);
        } else {
            desk.desk.paid(id);
            acknowledged.accept("paid " + id);
        }
    }

    private void goBack(FakeShopper shopper) {
        accept(shopper.id());
        complete(shopper.id(), HandingOver.PAID);
        talk(shopper, "withdraw");
        desk.desk.refund(shopper.id(), "Voilà");
        refunded(shopper.id());
    }

    private void refunded(OrderId id) {
        var order = desk.desk.find(id).orElseThrow();
        acknowledged.accept("refunded " + id + " " + order.refunded() + " "
                + order.creditNotes().getLast());
    }

    private void accept(OrderId id) {
        desk.desk.accept(id, List.of(), "");
        acknowledged.accept("accepted " + id);
    }

    private void complete(OrderId id, HandingOver how) {
        desk.desk.complete(id, how);
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
