package org.echoppe.orders.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Money;
import org.echoppe.domain.OrderState;
import org.echoppe.domain.OrderState.Party;
import org.echoppe.journal.EntryHeader;
import org.echoppe.journal.Personal;
import org.echoppe.orders.Command;
import org.echoppe.orders.Event;
import org.echoppe.orders.OrderStep;
import org.echoppe.orders.Turn;
import org.echoppe.orders.rules.WithdrawalRight;
import org.echoppe.orders.wire.Envelope;
import org.echoppe.orders.wire.Fulfilment;
import org.echoppe.orders.wire.LaterWord;
import org.echoppe.orders.wire.PlacedOrder;
import org.echoppe.repo.Ipld;

/**
 * An envelope comes in, for the first time or again: what is in it is noted once. What was opened and verified tells whether
 * it is new, and never the envelope's id: whoever saw that may send something else under it.
 *
 * @param via who brought it; empty for this node's own web port
 */
record Receiving(Envelope envelope, Letter letter, Optional<Did> via, OrderBook book) implements Command<Boolean> {

    /** Whether anything in it was new. */
    @Override
    public Boolean decide(Turn turn) {
        return switch (letter) {
            case Letter.Order(var order, var word) -> placed(turn, order, word);
            case Letter.Word(var word) -> said(turn, word);
            case Letter.Unreadable _ -> false;
        };
    }

    /** Of two that came under one id, the first is noted under it: the orders' own steps name both. */
    private void acknowledge(Turn turn) {
        var id = envelope.id().value();
        if (book.ledgerStore().envelope(id).isEmpty()) {
            turn.happens(new Event.EnvelopeAcknowledged(id, EntryHeader.NO_SLOT, Personal.NONE));
        }
    }

    private boolean placed(Turn turn, PlacedOrder order, String word) {
        var known = book.find(order.id().value());
        if (known.isPresent() && known.get().envelopes().contains(envelopeFields())) {
            return false;
        }
        acknowledge(turn);
        if (known.isPresent()) {
            remember(book.turn(turn, known.get()));
            return true;
        }
        long slot = turn.freshSlot();
        var checked = book.check(order, turn.now());
        var fields = ShopOrder.placed(order, checked, due(turn, order));
        fields.put("envelopes", new Ipld.Items(List.of(envelopeFields())));
        turn.happens(new Event.OrderEvent(
                order.id().value(),
                OrderStep.PLACED,
                new Ipld.Fields(fields),
                slot,
                new Personal.Known(word.getBytes(UTF_8))));
        decide(book.turn(turn, book.placed(order.id().value(), new Ipld.Fields(fields), slot)), checked);
        return true;
    }

    private static long due(Turn turn, PlacedOrder order) {
        return order.fulfilment() instanceof Fulfilment.Pickup pickup
                ? pickup.from().toEpochMilli()
                : turn.now().toEpochMilli();
    }

    /** What does not hold is to be agreed to; what holds is accepted where the shop lets that happen, and waits otherwise. */
    private void decide(OrderTurn it, OrderCheck.Checked checked) {
        if (!checked.changes().isEmpty()) {
            it.become(OrderState.CHANGED, Party.SHOP, Map.of(OrderStep.SEEN, new Ipld.Bool(false)), "");
            it.answer(Reply.changed(checked.changes()));
            return;
        }
        if (!book.acceptsByItself(it.order(), via, it.now())) {
            it.answer(Reply.PLAIN);
            return;
        }
        book.steps().accept(it, List.of(), "", true);
        book.acceptedByItself(via, it.now());
    }

    private boolean said(Turn turn, LaterWord word) {
        var known = book.find(word.order().value());
        if (known.isEmpty()
                || !known.get().key().equals(word.key())
                || word.number() <= known.get().words()) {
            return false;
        }
        acknowledge(turn);
        var it = book.turn(turn, known.get());
        remember(it);
        it.happens(OrderStep.SAID, Map.of("words", new Ipld.Int(word.number())), "");
        switch (word.kind()) {
            case CANCEL -> cancel(it, word);
            case WITHDRAW -> withdraw(it, word);
            case AGREE -> agree(it, word);
            case MESSAGE -> heard(it, word);
        }
        return true;
    }

    /** What is written about an order that was erased could be kept under no key: who wrote it is told so. */
    private static void heard(OrderTurn it, LaterWord word) {
        if (it.order().erased()) {
            it.answer(Reply.automatic(Fault.ORDER_FORGOTTEN, it.order().lang()));
        } else {
            it.happens(OrderStep.SAID, Map.of(OrderStep.SEEN, new Ipld.Bool(false)), word.text());
        }
    }

    private static void cancel(OrderTurn it, LaterWord word) {
        if (it.state().mayBecome(OrderState.CANCELLED, Party.SHOPPER)) {
            it.become(OrderState.CANCELLED, Party.SHOPPER, Map.of(), word.text());
        }
        it.answer(Reply.PLAIN);
    }

    private void withdraw(OrderTurn it, LaterWord word) {
        if (it.state().mayBecome(OrderState.WITHDRAWN, Party.SHOPPER)) {
            book.steps().withdraw(it, word.lines(), word.text(), declared(it, word));
        } else {
            it.answer(Reply.PLAIN);
        }
    }

    private Instant declared(OrderTurn it, LaterWord word) {
        var order = it.order();
        var ordered = book.signed(order)
                .map(PlacedOrder::createdAt)
                .orElse(order.row().receivedAt());
        return WithdrawalRight.declared(word.createdAt(), ordered, it.now());
    }

    /** To what was offered in the last answer, which has to hold still. */
    private void agree(OrderTurn it, LaterWord word) {
        boolean last = word.answer() == it.order().answers();
        if (!last || !it.state().mayBecome(OrderState.RECEIVED, Party.SHOPPER)) {
            it.answer(Reply.PLAIN);
            return;
        }
        var offered = it.order().lines().stream()
                .filter(line -> line.accepted() > 0)
                .map(OrderLine::agreed)
                .toList();
        var order = book.signed(it.order());
        if (offered.isEmpty() || order.isEmpty()) {
            it.answer(Reply.PLAIN);
            return;
        }
        var checked = book.check(
                order.get()
                        .with(
                                book.current(offered),
                                new Money(
                                        it.order().total().minorUnits(),
                                        it.order().currency())),
                it.now());
        var changed = new LinkedHashMap<>(checked.toFields());
        it.become(OrderState.RECEIVED, Party.SHOPPER, changed, word.text());
        decide(it, checked);
    }

    /** The receipt that somebody read it is for each envelope that it came in. */
    private void remember(OrderTurn it) {
        var all = new ArrayList<Ipld>(it.order().envelopes());
        all.add(envelopeFields());
        it.happens(OrderStep.SAID, Map.of("envelopes", new Ipld.Items(all)), "");
    }

    private Ipld.Fields envelopeFields() {
        return new Ipld.Fields(
                Map.of("id", new Ipld.Text(envelope.id().value()), "hash", new Ipld.Text(envelope.hash())));
    }
}
