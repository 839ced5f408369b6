package org.echoppe.orders.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
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
import org.echoppe.orders.rules.Refund;
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
    /** Envelopes of one order and its words that its reading is told to. */
    static final int MOST_ENVELOPES = 50;

    /** Of them, when a further copy of the order itself is no longer noted. */
    static final int MOST_COPIES = 10;

    /** Whether anything in it was new. */
    @Override
    public Boolean decide(Turn turn) {
        return switch (letter) {
            case Letter.Order(var order, var word) -> placed(turn, order, word);
            case Letter.Word(var word, var said) -> said(turn, word, said);
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

    /** A copy that somebody on the road put under one more id: it gets its receipt, and beyond so many no more. */
    private boolean isCopy(ShopOrder known) {
        return known.envelopes().size() >= MOST_COPIES || known.envelopes().contains(envelopeFields());
    }

    private boolean placed(Turn turn, PlacedOrder order, String word) {
        var known = book.find(order.id().value());
        if (known.filter(this::isCopy).isPresent()) {
            return false;
        }
        acknowledge(turn);
        if (known.isPresent()) {
            remember(book.turn(turn, known.get()), envelopeFields());
            return true;
        }
        var early = book.early().claim(turn, order);
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
        var it = book.turn(turn, book.placed(order.id().value(), new Ipld.Fields(fields), slot));
        // who cancelled before it came wants it neither accepted nor offered otherwise
        if (early.stream().noneMatch(one -> endsIt(it, one.word()))) {
            decide(it, checked);
        }
        early.forEach(one -> hear(it, one.word(), one.cameIn()));
        return true;
    }

    private static boolean endsIt(OrderTurn it, LaterWord word) {
        return word.kind() == LaterWord.Kind.CANCEL || (word.kind() == LaterWord.Kind.WITHDRAW && isOfAll(it, word));
    }

    private static boolean isOfAll(OrderTurn it, LaterWord word) {
        return word.lines().isEmpty() || word.lines().containsAll(allLines(it));
    }

    private static List<Integer> allLines(OrderTurn it) {
        return IntStream.range(0, it.order().lines().size()).boxed().toList();
    }

    private static long due(Turn turn, PlacedOrder order) {
        return order.fulfilment() instanceof Fulfilment.Pickup pickup
                ? pickup.from().toEpochMilli()
                : turn.now().toEpochMilli();
    }

    /**
     * What does not hold is to be agreed to; what holds is accepted where the shop lets that happen and has the time, and waits
     * otherwise.
     */
    private void decide(OrderTurn it, OrderCheck.Checked checked) {
        if (!checked.changes().isEmpty()) {
            it.become(OrderState.CHANGED, Party.SHOP, Map.of(OrderStep.SEEN, new Ipld.Bool(false)), "");
            it.answer(Reply.changed(checked.changes()));
            return;
        }
        if (!checked.inTime() || !book.acceptsByItself(it.order(), via, it.now())) {
            it.answer(Reply.PLAIN);
            return;
        }
        book.steps().accept(it, List.of(), "", true);
        book.acceptedByItself(via, it.now());
    }

    private boolean said(Turn turn, LaterWord word, String said) {
        var known = book.find(word.order().value());
        if (known.isEmpty()) {
            boolean fresh = book.early().keep(turn, word, said, envelopeFields());
            if (fresh) {
                acknowledge(turn);
            }
            return fresh;
        }
        if (!known.get().key().equals(word.key()) || known.get().hasHeard(word.number())) {
            return false;
        }
        acknowledge(turn);
        hear(book.turn(turn, known.get()), word, envelopeFields());
        return true;
    }

    /** @param cameIn the envelope */
    private void hear(OrderTurn it, LaterWord word, Ipld.Fields cameIn) {
        if (it.order().hasHeard(word.number())) {
            return;
        }
        remember(it, cameIn);
        it.happens(OrderStep.SAID, it.order().hearing(word.number()), "");
        switch (word.kind()) {
            case CANCEL -> cancel(it, word);
            case WITHDRAW -> withdraw(it, word);
            case AGREE -> agree(it, word);
            case MESSAGE -> heard(it, word);
        }
    }

    /** What is written about an order that was erased could be kept under no key: who wrote it is told so. */
    private static void heard(OrderTurn it, LaterWord word) {
        if (it.order().erased()) {
            it.answer(Reply.automatic(Fault.ORDER_FORGOTTEN, it.order().lang()));
        } else {
            it.happens(OrderStep.SAID, Map.of(OrderStep.SEEN, new Ipld.Bool(false)), word.text());
        }
    }

    /** What was accepted only the shop can cancel: it is asked to, and decides. */
    private static void cancel(OrderTurn it, LaterWord word) {
        if (it.state().mayBecome(OrderState.CANCELLED, Party.SHOPPER)) {
            it.become(OrderState.CANCELLED, Party.SHOPPER, Map.of(), word.text());
        } else if (it.state().mayBecome(OrderState.CANCELLED, Party.SHOP)) {
            var asked = Map.<String, Ipld>of(
                    OrderStep.SEEN, new Ipld.Bool(false), OrderStep.CANCEL_ASKED, new Ipld.Bool(true));
            it.happens(OrderStep.SAID, asked, word.text());
        } else {
            it.note(word.text());
        }
        it.answer(Reply.PLAIN);
    }

    /** Before there is a contract, who withdraws from all of it cancels, and has it acknowledged. */
    private void withdraw(OrderTurn it, LaterWord word) {
        if (it.state().mayBecome(OrderState.CANCELLED, Party.SHOPPER) && isOfAll(it, word)) {
            it.become(OrderState.CANCELLED, Party.SHOPPER, Map.of(), word.text());
            it.answer(Reply.PLAIN.with(new Reply.Withdrawn(allLines(it), Map.of()), new Refund(0, 0)));
        } else if (it.state().mayBecome(OrderState.WITHDRAWN, Party.SHOPPER)) {
            book.steps().withdraw(it, word.lines(), word.text(), declared(it, word));
        } else if (OrderDesk.OVER.contains(it.state())) {
            movesNothing(it, word);
        } else {
            // of a part, before there is a contract: the shop can give less, and has to know
            it.withdrawalRefused(word.text());
            it.answer(Reply.PLAIN);
        }
    }

    private static void movesNothing(OrderTurn it, LaterWord word) {
        it.note(word.text());
        it.answer(Reply.PLAIN);
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
            movesNothing(it, word);
            return;
        }
        var offered = it.order().lines().stream()
                .filter(line -> line.accepted() > 0)
                .map(OrderLine::agreed)
                .toList();
        var offer = Optional.of(new OrderCheck.Offer(offered, it.order().fee()))
                .filter(_ -> it.order().offeredByShop());
        var order = book.signed(it.order());
        if (offered.isEmpty() || order.isEmpty()) {
            movesNothing(it, word);
            return;
        }
        var held = book.check(
                order.get()
                        .with(
                                book.current(offered),
                                new Money(
                                        it.order().total().minorUnits(),
                                        it.order().currency())),
                it.now(),
                offer);
        var checked = held.as(it.order().lines());
        var changed = new LinkedHashMap<>(checked.toFields());
        changed.put(ShopOrder.OFFERED, new Ipld.Bool(false));
        it.become(OrderState.RECEIVED, Party.SHOPPER, changed, word.text());
        decide(it, checked);
    }

    /** The receipt that somebody read it is for each envelope that it came in. */
    private static void remember(OrderTurn it, Ipld.Fields cameIn) {
        var all = new ArrayList<Ipld>(it.order().envelopes());
        all.add(cameIn);
        if (all.size() > MOST_ENVELOPES) {
            // the first is the order's own; the one after it is the oldest word's
            all.remove(1);
        }
        it.happens(OrderStep.SAID, Map.of("envelopes", new Ipld.Items(all)), "");
    }

    private Ipld.Fields envelopeFields() {
        return new Ipld.Fields(
                Map.of("id", new Ipld.Text(envelope.id().value()), "hash", new Ipld.Text(envelope.hash())));
    }
}
