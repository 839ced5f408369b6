package org.echoppe.orders.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Language;
import org.echoppe.domain.OrderState;
import org.echoppe.domain.OrderState.Party;
import org.echoppe.domain.Rejected;
import org.echoppe.orders.Letterhead;
import org.echoppe.orders.NumberSeries;
import org.echoppe.orders.OrderStep;
import org.echoppe.orders.documents.Buyer;
import org.echoppe.orders.documents.DocumentNumber;
import org.echoppe.orders.documents.EpcCode;
import org.echoppe.orders.documents.Settlement;
import org.echoppe.orders.rules.Refund;
import org.echoppe.orders.rules.WithdrawalRight;
import org.echoppe.orders.wire.Payment;
import org.echoppe.records.Address;
import org.echoppe.records.ShopProfile;
import org.echoppe.repo.Ipld;

/** What moving an order along means for stock, money and papers, whoever moves it. */
final class Steps {
    /** That the shop gives less than it had accepted, of which nothing is paid back since nothing was paid. */
    static final String LESS = "less";

    /** Days to pay a transfer in that did not come before: what the law says where nothing else was agreed, L. 441-10. */
    private static final int DAYS_TO_PAY = 30;

    private final ShopProfile shop;
    private final ZoneId zone;
    private final OrderBook book;

    Steps(ShopProfile shop, ZoneId zone, OrderBook book) {
        this.shop = shop;
        this.zone = zone;
        this.book = book;
    }

    private WithdrawalRight right() {
        return new WithdrawalRight(zone, shop.address().map(Address::country).orElse(""));
    }

    /**
     * A contract: the goods are set aside in the same turn. What would cost more than the shopper agreed to, since the law wants
     * more for bringing fewer books, is offered instead.
     *
     * @param accepted pieces of each line that are given; empty for all that was offered
     * @throws Rejected STOCK_TOO_SMALL, ORDER_STANDS_ELSEWHERE; ORDER_EMPTY when nothing would be given
     */
    void accept(OrderTurn it, List<Long> accepted, String message, boolean byItself) {
        var lines = accepted.isEmpty() ? it.order().lines() : given(it.order().lines(), accepted);
        if (lines.stream().allMatch(line -> line.accepted() == 0)) {
            throw Rejected.because(Fault.ORDER_EMPTY);
        }
        var changed = priced(lines, book.fee(it.order(), lines));
        long before = it.order().total().minorUnits();
        long now = Stored.integer(new Ipld.Fields(changed), "total");
        if (now > before) {
            var changes = less(lines);
            changes.add(new Change(Change.WHOLE, Change.What.TOTAL, Long.toString(before), Long.toString(now)));
            changed.put(ShopOrder.OFFERED, new Ipld.Bool(true));
            it.become(OrderState.CHANGED, Party.SHOP, changed, "");
            it.answer(Reply.changed(changes, message));
            return;
        }
        changed.put("byItself", new Ipld.Bool(byItself));
        changed.put(OrderStep.SEEN, new Ipld.Bool(!byItself));
        it.become(OrderState.ACCEPTED, Party.SHOP, changed, "");
        it.take();
        it.answer(Reply.saying(message));
    }

    /** What lines and their fee come to. */
    private static Map<String, Ipld> priced(List<OrderLine> lines, long fee) {
        long goods = lines.stream().mapToLong(OrderLine::total).sum();
        var changed = new LinkedHashMap<String, Ipld>();
        changed.put("lines", OrderTurn.items(lines));
        changed.put("fee", new Ipld.Int(fee));
        changed.put("total", new Ipld.Int(goods + fee));
        return changed;
    }

    /** Lines of which less is given than was asked for. */
    private static List<Change> less(List<OrderLine> lines) {
        var changes = new ArrayList<Change>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.accepted() < line.quantity()) {
                changes.add(new Change(
                        i, Change.What.STOCK, Long.toString(line.quantity()), Long.toString(line.accepted())));
            }
        }
        return changes;
    }

    private static List<OrderLine> given(List<OrderLine> lines, List<Long> accepted) {
        if (accepted.size() != lines.size()) {
            throw new IllegalArgumentException(accepted.size() + " of " + lines.size() + " lines");
        }
        var given = new ArrayList<OrderLine>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            long pieces = accepted.get(i);
            if (pieces < 0 || pieces > line.quantity()) {
                throw Rejected.because(Fault.ORDER_QUANTITY, line.name());
            }
            given.add(line.accepting(pieces, pieces == line.accepted() ? line.total() : line.priceOf(pieces)));
        }
        return given;
    }

    /**
     * Handed over: it bears an invoice's number, and the days of withdrawal begin.
     *
     * @param paid whether the money is here, too; what is not is still to come by transfer
     * @param broughtTo where that is not the buyer's own address
     */
    void complete(OrderTurn it, Buyer buyer, Optional<Address> broughtTo, boolean paid) {
        var now = it.now();
        int year = now.atZone(zone).getYear();
        var number = new DocumentNumber(
                NumberSeries.INVOICE,
                year,
                it.turn().issue(NumberSeries.INVOICE, year, it.order().row().id()));
        var changed = new LinkedHashMap<String, Ipld>();
        changed.put("handedOver", new Ipld.Int(now.toEpochMilli()));
        if (paid && !it.order().paid()) {
            changed.putAll(paidAt(now));
        }
        changed.put("invoice", new Ipld.Text(number.text()));
        changed.put("credited", PayingBack.indices(PayingBack.back(it.order())));
        it.become(OrderState.COMPLETED, Party.SHOP, changed, "");
        it.keep(
                OrderStep.INVOICED,
                billing().invoice(number, it.order(), buyer, broughtTo, settlement(it.order(), now), now));
        it.answer(Reply.PLAIN.until(right().until(now)));
    }

    private Billing billing() {
        return new Billing(Letterhead.of(shop, zone));
    }

    private PayingBack back() {
        return new PayingBack(billing(), zone, book);
    }

    private Settlement settlement(ShopOrder order, Instant now) {
        if (order.paid()) {
            String how = order.payment() == Payment.TRANSFER ? "transfer" : "shop";
            return new Settlement.Paid(order.paidAt().orElse(now), how);
        }
        return shop.transfer()
                .filter(_ -> order.payment() == Payment.TRANSFER)
                .flatMap(account -> EpcCode.to(account, order.due(), order.reference()))
                .<Settlement>map(code -> new Settlement.Transfer(
                        code, now.atZone(zone).toLocalDate().plusDays(DAYS_TO_PAY)))
                .orElseGet(() -> new Settlement.Due(""));
    }

    private static Map<String, Ipld> paidAt(Instant now) {
        return Map.of("paid", new Ipld.Bool(true), "paidAt", new Ipld.Int(now.toEpochMilli()));
    }

    /**
     * The money has come: what is more than is to be paid is owed back, of an order that is over all of it.
     *
     * @param received minor units; empty for what was asked for
     * @throws Rejected TRANSFER_TOO_SMALL
     */
    void paid(OrderTurn it, OptionalLong received) {
        var order = it.order();
        if (order.paid()) {
            return;
        }
        boolean over = OrderDesk.OVER.contains(it.state()) && !it.state().stands();
        long due = over ? 0 : order.due().minorUnits();
        long came = received.orElse(over ? order.total().minorUnits() : due);
        if (came < due) {
            throw Rejected.because(
                    Fault.TRANSFER_TOO_SMALL,
                    order.due().format(Language.of(shop.lang()).locale()));
        }
        var changed = new LinkedHashMap<>(paidAt(it.now()));
        if (came > due) {
            changed.put(OrderStep.OWED, new Ipld.Int(order.owed() + came - due));
        }
        it.happens(OrderStep.MOVED, changed, "");
        it.answer(Reply.PLAIN);
    }

    /**
     * The shop waits no longer for a transfer that did not come. Nothing else changes: not what is owed, not the invoice.
     *
     * @throws Rejected TRANSFER_NOT_AWAITED
     */
    void writeOff(OrderTurn it) {
        if (it.state() != OrderState.COMPLETED || !it.order().awaitsTransfer()) {
            throw Rejected.because(Fault.TRANSFER_NOT_AWAITED, it.order().reference());
        }
        it.happens(OrderStep.MOVED, Map.of(OrderStep.WRITTEN_OFF, new Ipld.Bool(true)), "");
    }

    /** @throws Rejected TRANSFER_NOT_WRITTEN_OFF */
    void awaitAgain(OrderTurn it) {
        if (!it.order().writtenOff()) {
            throw Rejected.because(Fault.TRANSFER_NOT_WRITTEN_OFF, it.order().reference());
        }
        it.happens(OrderStep.MOVED, Map.of(OrderStep.WRITTEN_OFF, new Ipld.Bool(false)), "");
    }

    /** Cancelled by the shop: what was set aside goes back, what was paid is owed. */
    void cancel(OrderTurn it, String reason) {
        if (it.state().holdsStock()) {
            it.putBack(it.order().lines());
        }
        cancelled(it, reason);
    }

    private static void cancelled(OrderTurn it, String reason) {
        var order = it.order();
        long owed = isPaid(order) ? order.due().minorUnits() + order.owed() : 0;
        it.become(OrderState.CANCELLED, Party.SHOP, Map.of("owed", new Ipld.Int(owed)), reason);
        it.answer(Reply.because(reason).owing(new Refund(owed, 0)));
    }

    private static boolean isPaid(ShopOrder order) {
        return order.paid();
    }

    /**
     * The shopper withdraws from lines: those that the law lets them are dated and owed back, the others say why not.
     *
     * @param wanted none for all
     * @param declared see {@link WithdrawalRight#declared}
     */
    void withdraw(OrderTurn it, List<Integer> wanted, String words, Instant declared) {
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
                switch (right().of(line.withdrawal(), order.handedOver(), declared)) {
                    case WithdrawalRight.Answer.Open _ -> granted.add(i);
                    case WithdrawalRight.Answer.Excluded(var reason) -> refused.put(i, reason);
                    case WithdrawalRight.Answer.Over(var since) -> refused.put(i, since.toString());
                }
            }
        }
        var refund =
                Refund.of(lines.stream().map(OrderLine::total).toList(), new HashSet<>(granted), before, order.fee());
        if (granted.isEmpty() && refused.isEmpty()) {
            it.note(words); // all of it is back already
        } else if (granted.isEmpty()) {
            it.withdrawalRefused(words);
        } else {
            giveBack(it, granted, refund, words);
            back().unpaid(it, PayingBack.WITHDRAWN);
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
        changed.put(
                OrderStep.OWED,
                new Ipld.Int(order.owed() + paidBack(order, refund).total()));
        boolean nothingStays = lines.stream().allMatch(line -> line.back() || line.accepted() == 0);
        if (nothingStays) {
            it.become(OrderState.WITHDRAWN, Party.SHOPPER, changed, words);
        } else {
            changed.put(OrderStep.SEEN, new Ipld.Bool(false));
            it.happens(OrderStep.MOVED, changed, words);
        }
    }

    /**
     * The shop takes something back of its own accord: a broken jar, a parcel that never came; before it was handed over, what it
     * cannot give after all. What was paid for it is paid back at once.
     *
     * @param amounts of each line, 0 for none
     * @param reason for the credit note and the shopper; may be empty
     * @throws Rejected ORDER_STANDS_ELSEWHERE where there is no contract, ORDER_QUANTITY for more of a line than stayed,
     *     ORDER_OWES_NOTHING when it is nothing at all
     */
    void takeBack(OrderTurn it, List<Long> amounts, String reason) {
        if (it.state() == OrderState.COMPLETED) {
            takeBackHanded(it, amounts, reason);
        } else {
            giveLess(it, amounts, reason);
        }
    }

    private void takeBackHanded(OrderTurn it, List<Long> amounts, String reason) {
        var order = it.order();
        var taken = TakenBack.of(order, amounts);
        var changed = new LinkedHashMap<String, Ipld>();
        changed.put("lines", OrderTurn.items(taken.lines()));
        changed.put(
                OrderStep.OWED,
                new Ipld.Int(order.owed() + paidBack(order, taken.refund()).total()));
        if (isPaid(order)) {
            it.happens(OrderStep.MOVED, changed, "");
            back().refund(it, Reply.because(reason), reason);
        } else {
            changed.put(LESS, new Ipld.Bool(true));
            it.happens(OrderStep.MOVED, changed, reason);
            back().unpaid(it, reason);
            it.answer(Reply.because(reason));
        }
    }

    private void giveLess(OrderTurn it, List<Long> amounts, String reason) {
        var less = GivenLess.of(it.order(), amounts, book::fee);
        if (less.isNothing()) {
            // what broke or is missing is not in stock again
            cancelled(it, reason);
            if (it.order().owed() > 0) {
                refund(it, "");
            }
            return;
        }
        var changed = priced(less.lines(), less.fee());
        changed.put(LESS, new Ipld.Bool(true));
        boolean paid = isPaid(it.order());
        if (paid) {
            changed.put(OrderStep.OWED, new Ipld.Int(it.order().owed() + less.freed()));
        }
        it.happens(OrderStep.MOVED, changed, paid ? "" : reason);
        if (paid) {
            back().refund(it, Reply.because(reason), reason);
        } else {
            it.answer(Reply.because(reason));
        }
    }

    /**
     * What is owed was paid back; an order of which nothing stays is over. What stood on an invoice gets a credit note.
     *
     * @param message to the shopper; empty for none
     * @throws Rejected ORDER_OWES_NOTHING
     */
    void refund(OrderTurn it, String message) {
        back().refund(it, Reply.saying(message), PayingBack.WITHDRAWN);
    }
}
