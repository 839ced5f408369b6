package org.echoppe.orders.desk;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.echoppe.domain.Fault;
import org.echoppe.domain.OrderState;
import org.echoppe.domain.OrderState.Party;
import org.echoppe.domain.Rejected;
import org.echoppe.journal.Personal;
import org.echoppe.orders.Event;
import org.echoppe.orders.NumberSeries;
import org.echoppe.orders.OrderStep;
import org.echoppe.orders.rules.Refund;
import org.echoppe.orders.rules.WithdrawalRight;
import org.echoppe.orders.wire.Payment;
import org.echoppe.records.Address;
import org.echoppe.records.ShopProfile;
import org.echoppe.repo.Ipld;

/** What moving an order along means for stock, money and papers, whoever moves it. */
final class Steps {
    private final ShopProfile shop;
    private final ZoneId zone;

    Steps(ShopProfile shop, ZoneId zone) {
        this.shop = shop;
        this.zone = zone;
    }

    private WithdrawalRight right() {
        return new WithdrawalRight(zone, shop.address().map(Address::country).orElse(""));
    }

    /**
     * A contract: the goods are set aside in the same turn.
     *
     * @param accepted pieces of each line that are given; empty for all that was offered
     * @throws Rejected STOCK_TOO_SMALL, ORDER_STANDS_ELSEWHERE; ORDER_EMPTY when nothing would be given
     */
    void accept(OrderTurn it, List<Long> accepted, String message, boolean byItself) {
        var lines = accepted.isEmpty() ? it.order().lines() : given(it.order().lines(), accepted);
        if (lines.stream().allMatch(line -> line.accepted() == 0)) {
            throw Rejected.because(Fault.ORDER_EMPTY);
        }
        long goods = lines.stream().mapToLong(OrderLine::total).sum();
        var changed = new LinkedHashMap<String, Ipld>();
        changed.put("lines", OrderTurn.items(lines));
        changed.put("total", new Ipld.Int(goods + it.order().fee()));
        changed.put("byItself", new Ipld.Bool(byItself));
        changed.put(OrderStep.SEEN, new Ipld.Bool(!byItself));
        it.become(OrderState.ACCEPTED, Party.SHOP, changed, "");
        it.take();
        it.answer(Reply.saying(message).with(shop.transfer()));
    }

    private static List<OrderLine> given(List<OrderLine> lines, List<Long> accepted) {
        if (accepted.size() != lines.size()) {
            throw new IllegalArgumentException(accepted.size() + " of " + lines.size() + " lines");
        }
        var given = new ArrayList<OrderLine>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            long pieces = accepted.get(i);
            boolean all = pieces == line.quantity();
            if (pieces < 0 || pieces > line.quantity() || (line.loose() && pieces != 0 && !all)) {
                throw Rejected.because(Fault.ORDER_QUANTITY, line.name());
            }
            given.add(line.accepting(pieces, total(line, pieces)));
        }
        return given;
    }

    /** Loose goods are given as they were asked for, or not at all. */
    private static long total(OrderLine line, long pieces) {
        if (pieces == line.accepted()) {
            return line.total();
        }
        return line.loose() ? 0 : Math.multiplyExact(line.unitPrice(), pieces);
    }

    /** Handed over: it is paid, bears an invoice's number, and the days of withdrawal begin. */
    void complete(OrderTurn it, String buyer) {
        var now = it.now();
        int year = now.atZone(zone).getYear();
        long number =
                it.turn().issue(NumberSeries.INVOICE, year, it.order().row().id());
        var changed = new LinkedHashMap<String, Ipld>();
        changed.put("handedOver", new Ipld.Int(now.toEpochMilli()));
        changed.put("paid", new Ipld.Bool(true));
        changed.put("invoice", new Ipld.Text(year + "-" + number));
        it.become(OrderState.COMPLETED, Party.SHOP, changed, "");
        it.turn()
                .happens(new Event.OrderEvent(
                        it.order().row().id(),
                        OrderStep.INVOICED,
                        new Ipld.Fields(Map.of(OrderStep.STATE, new Ipld.Text(OrderState.COMPLETED.code()))),
                        it.turn().freshSlot(),
                        new Personal.Known(buyer.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        it.answer(Reply.PLAIN.until(right().until(now)));
    }

    /** Cancelled by the shop: what was set aside goes back, what was paid is owed. */
    void cancel(OrderTurn it, String reason) {
        var order = it.order();
        if (it.state().holdsStock()) {
            it.putBack(order.lines());
        }
        long owed = isPaid(order) ? order.total().minorUnits() : 0;
        it.become(OrderState.CANCELLED, Party.SHOP, Map.of("owed", new Ipld.Int(owed)), reason);
        it.answer(Reply.because(reason).owing(new Refund(owed, 0)));
    }

    private static boolean isPaid(ShopOrder order) {
        return Stored.isTrue(order.fields(), "paid");
    }

    /**
     * The shopper withdraws from lines: those that the law lets them are dated and owed back, the others say why not.
     *
     * @param wanted none for all
     */
    void withdraw(OrderTurn it, List<Integer> wanted, String words) {
        var order = it.order();
        var lines = order.lines();
        var before = new HashSet<Integer>();
        var granted = new ArrayList<Integer>();
        var refused = new TreeMap<Integer, String>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.back()) {
                before.add(i);
            } else if (line.accepted() > 0 && (wanted.isEmpty() || wanted.contains(i))) {
                switch (right().of(line.withdrawal(), order.handedOver(), it.now())) {
                    case WithdrawalRight.Answer.Open _ -> granted.add(i);
                    case WithdrawalRight.Answer.Excluded(var reason) -> refused.put(i, reason);
                    case WithdrawalRight.Answer.Over(var since) -> refused.put(i, since.toString());
                }
            }
        }
        var refund =
                Refund.of(lines.stream().map(OrderLine::total).toList(), new HashSet<>(granted), before, order.fee());
        if (!granted.isEmpty()) {
            giveBack(it, granted, refund, words);
        }
        it.answer(Reply.PLAIN.with(new Reply.Withdrawn(granted, refused), paidBack(order, refund)));
    }

    /** Of what was never paid, nothing is owed. */
    private static Refund paidBack(ShopOrder order, Refund refund) {
        return isPaid(order) ? refund : new Refund(0, 0);
    }

    private static void giveBack(OrderTurn it, List<Integer> granted, Refund refund, String words) {
        var order = it.order();
        var lines = new ArrayList<>(order.lines());
        if (it.state().holdsStock()) {
            it.putBack(granted.stream().map(lines::get).toList());
        }
        granted.forEach(line -> lines.set(line, lines.get(line).givenBack()));
        var changed = new HashMap<String, Ipld>();
        changed.put("lines", OrderTurn.items(lines));
        changed.put("owed", new Ipld.Int(order.owed() + paidBack(order, refund).total()));
        boolean nothingStays = lines.stream().allMatch(line -> line.back() || line.accepted() == 0);
        if (nothingStays) {
            it.become(OrderState.WITHDRAWN, Party.SHOPPER, changed, words);
        } else {
            changed.put(OrderStep.SEEN, new Ipld.Bool(false));
            it.happens(OrderStep.MOVED, changed, words);
        }
    }

    /**
     * What is owed was paid back; an order of which nothing stays is over.
     *
     * @throws Rejected ORDER_OWES_NOTHING
     */
    void refund(OrderTurn it) {
        var order = it.order();
        long owed = order.owed();
        if (owed == 0) {
            throw Rejected.because(Fault.ORDER_OWES_NOTHING);
        }
        var changed = new LinkedHashMap<String, Ipld>();
        changed.put("owed", new Ipld.Int(0));
        changed.put(
                "refunded",
                new Ipld.Int(owed + order.fields().integer("refunded").orElse(0L)));
        if (order.invoice().isPresent()) {
            int year = it.now().atZone(zone).getYear();
            long number =
                    it.turn().issue(NumberSeries.CREDIT_NOTE, year, order.row().id());
            changed.put("creditNote", new Ipld.Text(year + "-" + number));
        }
        if (it.state() == OrderState.COMPLETED) {
            it.happens(OrderStep.MOVED, changed, "");
        } else {
            it.become(OrderState.REFUNDED, Party.SHOP, changed, "");
        }
        it.answer(Reply.PLAIN.owing(new Refund(owed, 0)));
    }

    /** Whether a transfer is still to come. */
    static boolean awaitsTransfer(ShopOrder order) {
        return order.payment() == Payment.TRANSFER && !isPaid(order);
    }

    Optional<org.echoppe.records.BankTransfer> account() {
        return shop.transfer();
    }
}
