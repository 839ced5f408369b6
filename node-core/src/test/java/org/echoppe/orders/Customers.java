package org.echoppe.orders;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.echoppe.catalogue.ProductDraft;
import org.echoppe.catalogue.ProductField;
import org.echoppe.domain.RecordKey;
import org.echoppe.domain.Rejected;
import org.echoppe.journal.Personal;
import org.echoppe.repo.Ipld;

/**
 * Somebody who keeps a till busy with seeded commands and says whatever was acknowledged, in a line that {@link Promises} can hold
 * against what is left.
 */
final class Customers {
    private final TestTill till;
    private final String name;
    private final Random random;
    private final RecordKey product;
    private final Consumer<String> acknowledged;

    Customers(TestTill till, String name, RecordKey product, Consumer<String> acknowledged) {
        this.till = till;
        this.name = name;
        this.random = new Random(name.hashCode());
        this.product = product;
        this.acknowledged = acknowledged;
    }

    void come(int times) {
        for (int i = 0; i < times; i++) {
            String id = name + "-" + i;
            switch (random.nextInt(6)) {
                case 0, 1 -> sale(id);
                case 2 -> envelope(id);
                case 3 -> order(id);
                case 4 -> erased(id);
                default -> counted(id);
            }
        }
    }

    private void sale(String id) {
        var receipt = till.ledger.run(till.sale(id, product, 1 + random.nextInt(3)));
        acknowledged.accept("sale " + id + " " + receipt.number());
    }

    private void envelope(String id) {
        till.ledger.run(turn -> LedgerTest.envelope(turn, id));
        acknowledged.accept("envelope " + id);
    }

    private void order(String id) {
        long number = order(id, product);
        acknowledged.accept("order " + id + " " + number);
    }

    private long order(String id, RecordKey wanted) {
        return till.ledger.run(turn -> {
            long slot = turn.freshSlot();
            turn.happens(step(id, slot));
            try {
                turn.take(wanted, Optional.empty(), 1, id);
            } catch (Rejected soldOut) {
                turn.putBack(wanted, Optional.empty(), 20, id);
            }
            turn.happens(step(id, slot));
            return turn.issue(NumberSeries.INVOICE, 2026, id);
        });
    }

    private static Event step(String id, long slot) {
        return new Event.OrderEvent(
                id,
                "step",
                new Ipld.Fields(Map.of()),
                slot,
                new Personal.Known(personal(id).getBytes(UTF_8)));
    }

    static String personal(String id) {
        return "Amélie Durand, " + id;
    }

    private void erased(String id) {
        order(id, product);
        long entry = till.store.steps(id).getFirst();
        long slot = ((Event.OrderEvent) till.ledger.event(entry).orElseThrow().event()).slot();
        till.ledger.run(turn -> {
            turn.happens(new Event.PersonalErased(slot, id));
            return 0;
        });
        acknowledged.accept("erased " + id);
    }

    /** The shopkeeper counts: the note says how many there were, and after which entry of the journal. */
    private void counted(String id) {
        int pieces = 5 + random.nextInt(40);
        till.database.write(() -> {
            String note = pieces + " after " + till.store.applied().sequence();
            till.catalogue.change(
                    product,
                    ProductDraft.EMPTY
                            .with(ProductField.STOCK, Integer.toString(pieces))
                            .with(ProductField.NOTE, note));
        });
        var added = till.catalogue.add(
                ProductDraft.EMPTY.with(ProductField.NAME, "Produit " + id).with(ProductField.PRICE, "1,00"));
        acknowledged.accept("product " + id + " " + added.key());
    }
}
