package org.echoppe.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.echoppe.app.orders.OrderDetail;
import org.echoppe.app.orders.OrderEntry;
import org.echoppe.app.orders.OrderPaper;
import org.echoppe.app.orders.OrdersDesk;
import org.echoppe.domain.Money;
import org.echoppe.domain.OrderId;
import org.echoppe.domain.OrderState;
import org.echoppe.orders.desk.HandingOver;
import org.echoppe.orders.desk.Happening;
import org.echoppe.orders.desk.ToDo;

/** The orders of a made-up shop; what is done to them moves them as the real shop would. */
final class FakeOrders implements OrdersDesk {
    final Map<OrderId, OrderDetail> all = new LinkedHashMap<>();
    /** Orders older than the list, by what they are asked for. */
    final Map<String, OrderEntry> old = new LinkedHashMap<>();

    final List<String> done = new ArrayList<>();
    final AtomicInteger rung = new AtomicInteger();
    volatile boolean muted;
    private final FakeShop shop;

    FakeOrders(FakeShop shop) {
        this.shop = shop;
    }

    @Override
    public List<OrderEntry> orders() {
        shop.ask();
        return all.values().stream()
                .map(OrderDetail::entry)
                .sorted(Comparator.comparing(OrderEntry::todo))
                .toList();
    }

    @Override
    public Optional<OrderEntry> named(String text) {
        return Optional.ofNullable(old.get(text));
    }

    @Override
    public Optional<OrderDetail> detail(OrderId id) {
        shop.ask();
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public void look(OrderId id) {
        change(id, entry -> entry, order -> SampleOrders.with(order, SampleOrders.seen(order.entry()), null));
    }

    /** The shopper would have it cancelled. */
    void askToCancel(OrderId id, String words) {
        var wish = new Happening(
                shop.clock.instant(), Happening.Kind.ASKED_TO_CANCEL, OrderState.ACCEPTED, words, List.of());
        change(id, SampleOrders::toDecide, order -> SampleOrders.with(order, order.entry(), wish));
    }

    private void move(OrderId id, String what, OrderState state, String words) {
        shop.ask();
        done.add(what);
        var step = new Happening(shop.clock.instant(), Happening.Kind.MOVED, state, words, List.of());
        change(id, entry -> SampleOrders.at(entry, state), order -> SampleOrders.with(order, order.entry(), step));
    }

    private void change(OrderId id, UnaryOperator<OrderEntry> entry, UnaryOperator<OrderDetail> detail) {
        var before = Objects.requireNonNull(all.get(id));
        all.put(id, detail.apply(SampleOrders.with(before, entry.apply(before.entry()), null)));
        shop.tell();
    }

    @Override
    public void accept(OrderId id, List<Long> given, String message) {
        move(id, ("accept " + given + " " + message).strip(), OrderState.ACCEPTED, "");
    }

    @Override
    public void decline(OrderId id, String reason) {
        move(id, "decline " + reason, OrderState.DECLINED, reason);
    }

    @Override
    public void cancel(OrderId id, String reason, boolean paidBack) {
        move(id, "cancel " + reason + (paidBack ? " paid back" : ""), OrderState.CANCELLED, reason);
    }

    @Override
    public void ready(OrderId id) {
        move(id, "ready", OrderState.READY, "");
    }

    @Override
    public void ship(OrderId id) {
        move(id, "ship", OrderState.SHIPPED, "");
    }

    @Override
    public void complete(OrderId id, HandingOver how) {
        var to = how.company()
                .map(buyer -> " " + buyer.name() + " " + buyer.vatId())
                .orElse("");
        move(id, "complete" + (how.paid() ? "" : " unpaid") + to, OrderState.COMPLETED, "");
        if (!how.paid()) {
            change(id, SampleOrders::unpaid, order -> order);
        }
    }

    @Override
    public void paid(OrderId id, Money received) {
        done.add("paid " + received.minorUnits());
    }

    @Override
    public void writeOff(OrderId id) {
        done.add("write off");
        change(id, entry -> SampleOrders.givenUp(entry, true), order -> order);
    }

    @Override
    public void awaitAgain(OrderId id) {
        done.add("await again");
        change(id, entry -> SampleOrders.givenUp(entry, false), order -> order);
    }

    @Override
    public void refund(OrderId id, String message) {
        move(id, ("refund " + message).strip(), OrderState.REFUNDED, "");
    }

    @Override
    public Money worth(OrderId id, List<Long> amounts) {
        var lines = Objects.requireNonNull(all.get(id)).lines();
        long sum = 0;
        for (int i = 0; i < lines.size(); i++) {
            sum += amounts.get(i) * lines.get(i).each().minorUnits();
        }
        return euros(sum);
    }

    @Override
    public void takeBack(OrderId id, List<Long> amounts, String reason) {
        move(id, "back " + amounts + " " + reason, OrderState.COMPLETED, reason);
    }

    @Override
    public void say(OrderId id, String message) {
        done.add("say " + message);
        var said = new Happening(
                shop.clock.instant(), Happening.Kind.SAID_BY_SHOP, OrderState.RECEIVED, message, List.of());
        change(id, entry -> entry, order -> SampleOrders.with(order, order.entry(), said));
    }

    @Override
    public Forgotten forget(OrderId id) {
        done.add("forget");
        return new Forgotten(2, 1, List.of("F2026-000118"));
    }

    @Override
    public int handOut(OrderId id, Path folder) {
        done.add("hand out");
        return 2;
    }

    @Override
    public String print(OrderId id, OrderPaper paper) {
        done.add("print " + paper.kind());
        return "file:///paper.pdf";
    }

    @Override
    public void save(OrderId id, OrderPaper paper, Path file) {
        done.add("save " + paper.kind());
    }

    @Override
    public boolean muted() {
        return muted;
    }

    @Override
    public void mute(boolean silent) {
        muted = silent;
    }

    @Override
    public void ring(String words) {
        rung.incrementAndGet();
    }

    /** The orders of a busy morning. */
    void fill() {
        Instant now = shop.clock.instant();
        SampleOrders.morning(now).forEach(order -> all.put(order.entry().id(), order));
    }

    /** One more comes in. */
    OrderId come(String name) {
        var id = SampleOrders.id(100 + all.size());
        var when = shop.clock.instant().minus(Duration.ofSeconds(1));
        all.put(id, SampleOrders.order(id, "NEU-" + all.size() + "AA", name, when, OrderState.RECEIVED));
        shop.tell();
        return id;
    }

    static Money euros(long cents) {
        return new Money(cents, Money.EUR);
    }

    static ToDo todo(OrderState state, boolean owes) {
        return switch (state) {
            case RECEIVED -> ToDo.ANSWER;
            case CHANGED -> ToDo.AGREE;
            case ACCEPTED -> ToDo.PREPARE;
            case READY, SHIPPED -> ToDo.HAND_OVER;
            case COMPLETED, DECLINED, CANCELLED, WITHDRAWN, REFUNDED -> owes ? ToDo.REFUND : ToDo.NOTHING;
        };
    }
}
