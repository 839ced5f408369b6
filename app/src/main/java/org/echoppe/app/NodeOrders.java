package org.echoppe.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.echoppe.app.orders.OrderDetail;
import org.echoppe.app.orders.OrderEntry;
import org.echoppe.app.orders.OrderPaper;
import org.echoppe.app.orders.OrdersDesk;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Money;
import org.echoppe.domain.OrderId;
import org.echoppe.domain.OrderState;
import org.echoppe.domain.Rejected;
import org.echoppe.node.Node;
import org.echoppe.orders.desk.HandingOver;
import org.echoppe.orders.desk.OrderDesk;
import org.echoppe.orders.desk.OrderLine;
import org.echoppe.orders.desk.ShopOrder;
import org.echoppe.orders.desk.ToDo;
import org.echoppe.orders.documents.Paper;
import org.echoppe.orders.wire.Contact;
import org.echoppe.orders.wire.PlacedOrder;

/** The orders of the running node. */
record NodeOrders(RunningShop shop, People people, Bell bell) implements OrdersDesk {
    /** So many that are over can be looked through. */
    private static final int OVER = 500;

    private static final String MUTED = "orders.muted";
    private static final EnumSet<OrderState> OPEN = EnumSet.of(
            OrderState.RECEIVED, OrderState.CHANGED, OrderState.ACCEPTED, OrderState.READY, OrderState.SHIPPED);

    @Override
    public List<OrderEntry> orders() {
        return shop.ask(node -> {
            var desk = node.orders();
            return all(desk).stream()
                    .map(order -> entry(order, people.of(desk, order)))
                    .sorted(Comparator.comparing(OrderEntry::todo))
                    .toList();
        });
    }

    /** What waits, what is owed either way, and the newest; each once. */
    private static List<ShopOrder> all(OrderDesk desk) {
        var all = new LinkedHashMap<OrderId, ShopOrder>();
        desk.in(OPEN).forEach(order -> all.put(order.id(), order));
        desk.owing().forEach(order -> all.putIfAbsent(order.id(), order));
        desk.awaiting().forEach(order -> all.putIfAbsent(order.id(), order));
        desk.newest(OVER).forEach(order -> all.putIfAbsent(order.id(), order));
        return new ArrayList<>(all.values());
    }

    private static OrderEntry entry(ShopOrder order, Optional<PlacedOrder> person) {
        return new OrderEntry(
                order.id(),
                order.reference(),
                person.map(placed -> placed.contact().name()).orElse(""),
                order.lines().stream()
                        .filter(line -> line.quantity() > 0)
                        .map(line -> new OrderEntry.Goods(line.name(), line.quantity(), line.measure()))
                        .toList(),
                order.total(),
                order.delivered(),
                person.map(PlacedOrder::fulfilment),
                order.row().receivedAt(),
                order.state(),
                ToDo.of(order),
                order.owed() > 0,
                order.writtenOff(),
                order.returnedUnpaid(),
                order.papers(),
                order.row().seen());
    }

    @Override
    public Optional<OrderEntry> named(String text) {
        return shop.ask(node -> {
            var desk = node.orders();
            return desk.named(text).map(order -> entry(order, people.of(desk, order)));
        });
    }

    @Override
    public Optional<OrderDetail> detail(OrderId id) {
        return shop.ask(node -> node.orders().find(id).map(order -> detail(node, order)));
    }

    private OrderDetail detail(Node node, ShopOrder order) {
        var desk = node.orders();
        var person = people.of(desk, order);
        var contact = person.map(PlacedOrder::contact);
        return new OrderDetail(
                entry(order, person),
                order.lines().stream().map(line -> line(line, order, desk)).toList(),
                contact,
                person.map(PlacedOrder::note).orElse(""),
                order.payment(),
                order.paid(),
                order.awaitsTransfer(),
                new Money(order.fee(), order.currency()),
                new Money(order.owed(), order.currency()),
                order.due(),
                desk.terms(order)
                        .map(terms -> desk.isCurrent(terms) ? OrderDetail.Terms.TODAYS : OrderDetail.Terms.EARLIER)
                        .orElse(OrderDetail.Terms.UNKNOWN),
                order.invoice(),
                order.creditNotes(),
                desk.story(order.id()),
                contact.map(known -> earlier(node, order, known)).orElse(List.of()));
    }

    private static OrderDetail.Line line(OrderLine line, ShopOrder order, OrderDesk desk) {
        var left = desk.left(line);
        return new OrderDetail.Line(
                line.name(),
                line.quantity(),
                line.accepted(),
                line.measure(),
                new Money(line.unitPrice(), order.currency()),
                new Money(line.total(), order.currency()),
                line.back(),
                left.isPresent() ? Optional.of(left.getAsLong()) : Optional.empty());
    }

    private List<OrderEntry> earlier(Node node, ShopOrder order, Contact contact) {
        return node.people().like(contact).stream()
                .filter(other -> !other.id().equals(order.id()))
                .map(other -> entry(other, people.of(node.orders(), other)))
                .toList();
    }

    private void work(Consumer<OrderDesk> work) {
        shop.ask(node -> {
            work.accept(node.orders());
            return node;
        });
    }

    @Override
    public void look(OrderId id) {
        work(desk -> desk.look(id));
    }

    @Override
    public void accept(OrderId id, List<Long> given, String message) {
        work(desk -> desk.accept(id, given, message));
    }

    @Override
    public void decline(OrderId id, String reason) {
        work(desk -> desk.decline(id, reason));
    }

    @Override
    public void cancel(OrderId id, String reason, boolean paidBack) {
        work(desk -> desk.cancel(id, reason, paidBack));
    }

    @Override
    public void ready(OrderId id) {
        work(desk -> desk.ready(id));
    }

    @Override
    public void ship(OrderId id) {
        work(desk -> desk.ship(id));
    }

    @Override
    public void complete(OrderId id, HandingOver how) {
        work(desk -> desk.complete(id, how));
    }

    @Override
    public void paid(OrderId id, Money received) {
        work(desk -> desk.paid(id, received.minorUnits()));
    }

    @Override
    public void writeOff(OrderId id) {
        work(desk -> desk.writeOff(id));
    }

    @Override
    public void awaitAgain(OrderId id) {
        work(desk -> desk.awaitAgain(id));
    }

    @Override
    public void refund(OrderId id, String message) {
        work(desk -> desk.refund(id, message));
    }

    @Override
    public Money worth(OrderId id, List<Long> amounts) {
        return shop.ask(node -> node.orders().worth(id, amounts));
    }

    @Override
    public void takeBack(OrderId id, List<Long> amounts, String reason) {
        work(desk -> desk.takeBack(id, amounts, reason));
    }

    @Override
    public void say(OrderId id, String message) {
        work(desk -> desk.say(id, message));
    }

    private static Contact contact(Node node, OrderId id) {
        var desk = node.orders();
        return desk.find(id)
                .flatMap(desk::person)
                .map(PlacedOrder::contact)
                .orElseThrow(() -> Rejected.because(Fault.CONTACT_UNKNOWN));
    }

    @Override
    public Forgotten forget(OrderId id) {
        return shop.ask(node -> {
            var done = node.people().erase(contact(node, id));
            return new Forgotten(done.erased().size(), done.open().size(), done.invoices());
        });
    }

    @Override
    public int handOut(OrderId id, Path folder) {
        return shop.ask(
                node -> node.people().export(contact(node, id), folder).files().size());
    }

    private byte[] bytes(OrderId id, OrderPaper paper) {
        return shop.ask(node -> {
            var papers = node.orderPapers();
            return switch (paper.kind()) {
                case SLIP_ROLL -> papers.slip(id, Paper.ROLL);
                case SLIP_A4 -> papers.slip(id, Paper.A4);
                case TERMS -> papers.terms(id);
                case INVOICE -> papers.invoice(id).orElseThrow(() -> Rejected.because(Fault.NOT_FOUND, ""));
                case CREDIT_NOTE ->
                    papers.creditNotes(id).stream()
                            .skip(paper.which())
                            .findFirst()
                            .orElseThrow(() -> Rejected.because(Fault.NOT_FOUND, ""));
            };
        });
    }

    @Override
    public String print(OrderId id, OrderPaper paper) {
        return shop.papers().open(bytes(id, paper));
    }

    @Override
    public void save(OrderId id, OrderPaper paper, Path file) {
        OpenedPapers.save(file, bytes(id, paper));
    }

    @Override
    public boolean muted() {
        return shop.ask(node -> node.remembered(MUTED).filter("true"::equals).isPresent());
    }

    @Override
    public void mute(boolean muted) {
        shop.ask(node -> {
            node.remember(MUTED, Boolean.toString(muted));
            return node;
        });
    }

    @Override
    public void ring(String words) {
        bell.ring(words, !muted());
    }
}
