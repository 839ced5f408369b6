package org.echoppe.orders.desk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.echoppe.domain.OrderId;
import org.echoppe.domain.Problem;
import org.echoppe.orders.Event;
import org.echoppe.orders.NumberSeries;
import org.echoppe.orders.OrderStep;
import org.echoppe.store.LedgerStore;

/** What a desk had acknowledged, held against what a home is left with: everything that is missing or wrong, in words. */
public final class DeskPromises {
    private final TestDesk desk;
    private final LedgerStore store;
    private final List<String> broken = new ArrayList<>();
    private final Map<String, Set<String>> states = new HashMap<>();
    private final Map<String, Integer> invoices = new HashMap<>();
    private final Map<String, Integer> creditNotes = new HashMap<>();
    private final Map<String, Integer> placed = new HashMap<>();
    private long stock = DeskCustomers.STOCK;

    private DeskPromises(TestDesk desk) {
        this.desk = desk;
        this.store = new LedgerStore(desk.database);
    }

    /** Opens the home as a start does. */
    public static List<String> broken(Path home, List<String> acknowledged, boolean rebuild) {
        try (var desk = new TestDesk(home)) {
            return new DeskPromises(desk).check(acknowledged, rebuild);
        } catch (RuntimeException e) {
            // it does not open, or opens and can't be read
            return List.of("the home: " + e);
        }
    }

    private List<String> check(List<String> acknowledged, boolean rebuild) {
        var trouble = desk.ledger.trouble();
        if (trouble.isPresent()) {
            return List.of("the journal: " + trouble.map(Problem::fault).orElseThrow());
        }
        for (long i = 2; i <= desk.ledger.end().sequence(); i++) {
            read(desk.ledger.event(i).orElseThrow().event());
        }
        var erased = new HashSet<String>();
        acknowledged.stream()
                .filter(promise -> promise.startsWith("erased "))
                .forEach(promise -> erased.add(promise.substring(7)));
        for (var promise : acknowledged) {
            if (!isKept(promise.split(" "), erased)) {
                broken.add(promise);
            }
        }
        whole();
        if (rebuild) {
            var tables = store.contents();
            desk.ledger.rebuild();
            if (!tables.equals(store.contents())) {
                broken.add("made anew the tables are others");
            }
        }
        return broken;
    }

    private void read(Event event) {
        switch (event) {
            case Event.StockMoved one -> {
                stock += one.move().pieces();
                if (stock != one.left()) {
                    broken.add("stock: " + stock + ", not " + one.left());
                }
            }
            case Event.NumberIssued one -> {
                switch (one.series()) {
                    case INVOICE -> invoices.merge(one.issuedFor(), 1, Integer::sum);
                    case CREDIT_NOTE -> creditNotes.merge(one.issuedFor(), 1, Integer::sum);
                    default -> {}
                }
            }
            case Event.OrderEvent one -> {
                states.computeIfAbsent(one.order(), _ -> new HashSet<>())
                        .add(Stored.text(one.detail(), OrderStep.STATE));
                if (one.step().equals(OrderStep.PLACED)) {
                    placed.merge(one.order(), 1, Integer::sum);
                }
            }
            default -> {}
        }
    }

    private boolean isKept(String[] promise, Set<String> erased) {
        return switch (promise[0]) {
            case "received" ->
                Integer.valueOf(1).equals(placed.get(promise[1]))
                        && store.envelope(promise[2]).isPresent()
                        && tells(promise[1], erased);
            case "accepted", "declined", "cancelled" -> has(promise[1], promise[0]);
            case "completed" ->
                has(promise[1], "completed")
                        && Integer.valueOf(1).equals(invoices.get(promise[1]))
                        && order(promise[1]).invoice().orElse("").equals(promise[2]);
            case "heard" ->
                order(promise[1]).hasHeard(1) && tells(promise[1], Happening.Kind.SAID_BY_SHOPPER, "mot de ");
            case "said" -> tells(promise[1], Happening.Kind.SAID_BY_SHOP, "mot à ");
            case "writtenOff" -> order(promise[1]).writtenOff();
            case "paid" -> order(promise[1]).paid() && !order(promise[1]).writtenOff();
            case "refunded" ->
                has(promise[1], "refunded")
                        && order(promise[1]).refunded() == Long.parseLong(promise[2])
                        && Integer.valueOf(1).equals(creditNotes.get(promise[1]))
                        && order(promise[1]).creditNotes().equals(List.of(promise[3]))
                        && desk.papers.creditNotes(new OrderId(promise[1])).size() == 1;
            case "erased" ->
                order(promise[1]).erased()
                        && desk.desk.person(order(promise[1])).isEmpty();
            case "product" ->
                desk.catalogue
                        .find(new org.echoppe.domain.RecordKey(promise[1]))
                        .isPresent();
            default -> true;
        };
    }

    /** Erased may be what nobody was told of yet. */
    private boolean tells(String id, Set<String> erased) {
        var order = order(id);
        return order.erased()
                ? erased.contains(id) || has(id, "completed")
                : desk.desk.person(order).isPresent();
    }

    /** With a word, or with the withdrawal that it went along with. */
    private boolean tells(String id, Happening.Kind kind, String words) {
        return desk.desk.story(new OrderId(id)).stream()
                .filter(one -> one.kind() == kind || one.kind() == Happening.Kind.MOVED_BY_SHOPPER)
                .anyMatch(one -> one.words().equals(words + id));
    }

    private boolean has(String order, String state) {
        return states.getOrDefault(order, Set.of()).contains(state);
    }

    private ShopOrder order(String id) {
        return desk.desk.find(new OrderId(id)).orElseThrow();
    }

    private void whole() {
        for (var series : List.of(NumberSeries.INVOICE, NumberSeries.CREDIT_NOTE)) {
            var given = store.numbers(series.code(), 2026);
            if (!given.equals(LongStream.rangeClosed(1, given.size()).boxed().toList())) {
                broken.add("numbers of " + series + ": " + given);
            }
        }
        var product = DeskCustomers.product(desk);
        if (desk.stock(product.key()) != stock) {
            broken.add("stock: " + desk.stock(product.key()) + ", not " + stock);
        }
        if (store.applied().sequence() != desk.ledger.end().sequence()) {
            broken.add("the tables are behind");
        }
    }
}
