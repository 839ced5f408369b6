package org.echoppe.orders.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.echoppe.domain.EnvelopeId;
import org.echoppe.domain.Fault;
import org.echoppe.domain.OrderState;
import org.echoppe.domain.OrderState.Party;
import org.echoppe.domain.Rejected;
import org.echoppe.journal.EntryHeader;
import org.echoppe.journal.Personal;
import org.echoppe.orders.Event;
import org.echoppe.orders.OrderStep;
import org.echoppe.orders.Turn;
import org.echoppe.orders.documents.Bill;
import org.echoppe.orders.documents.BillCodec;
import org.echoppe.records.BankTransfer;
import org.echoppe.repo.Ipld;

/** One order's part of a turn: what happens to it, and what the shopper is told. */
final class OrderTurn {
    private final Turn turn;
    private final Supplier<EnvelopeId> answerIds;
    private final Supplier<Optional<BankTransfer>> account;
    private ShopOrder order;

    /** @param account of the shop: every answer says what is still to be paid to it */
    OrderTurn(Turn turn, ShopOrder order, Supplier<EnvelopeId> answerIds, Supplier<Optional<BankTransfer>> account) {
        this.turn = turn;
        this.order = order;
        this.answerIds = answerIds;
        this.account = account;
    }

    /** As it stands after what has happened in this turn. */
    ShopOrder order() {
        return order;
    }

    Instant now() {
        return turn.now();
    }

    Turn turn() {
        return turn;
    }

    /**
     * Something happens to the order; every step tells where it stands.
     *
     * @param words personal, for nobody but the shop and the shopper; empty for none
     */
    void happens(String step, Map<String, Ipld> changed, String words) {
        var all = new LinkedHashMap<>(changed);
        all.putIfAbsent(OrderStep.STATE, new Ipld.Text(state().code()));
        var detail = new Ipld.Fields(all);
        boolean silent = words.isEmpty() || order.row().erased();
        turn.happens(new Event.OrderEvent(
                order.row().id(),
                step,
                detail,
                silent ? EntryHeader.NO_SLOT : order.row().slot(),
                silent ? Personal.NONE : new Personal.Known(words.getBytes(UTF_8))));
        order = order.with(detail);
    }

    /**
     * Moves the order.
     *
     * @throws Rejected ORDER_STANDS_ELSEWHERE when this party can't move it there from where it stands
     */
    void become(OrderState next, Party by, Map<String, Ipld> changed, String words) {
        if (!state().mayBecome(next, by)) {
            throw Rejected.because(Fault.ORDER_STANDS_ELSEWHERE, order.reference());
        }
        var all = new LinkedHashMap<>(changed);
        all.put(OrderStep.STATE, new Ipld.Text(next.code()));
        all.putIfAbsent(OrderStep.SEEN, new Ipld.Bool(by == Party.SHOP));
        if (by == Party.SHOP && order.askedToCancel()) {
            all.put(OrderStep.CANCEL_ASKED, new Ipld.Bool(false));
        }
        happens(OrderStep.MOVED, all, words);
    }

    /** Where it stands after what has happened in this turn. */
    OrderState state() {
        return order.state();
    }

    /** What the shopper wrote with a word that moves nothing is a message for the shop all the same; of an erased order it is lost. */
    void note(String words) {
        if (!words.isEmpty() && !order.row().erased()) {
            happens(OrderStep.SAID, Map.of(OrderStep.SEEN, new Ipld.Bool(false)), words);
        }
    }

    /** The shopper would withdraw, and the law or the moment does not let them: somebody reads that, with words or without. */
    void withdrawalRefused(String words) {
        var told = Map.<String, Ipld>of(
                OrderStep.SEEN, new Ipld.Bool(false), OrderStep.WITHDRAWAL_REFUSED, new Ipld.Bool(true));
        happens(OrderStep.SAID, told, words);
    }

    /** Keeps a bill that was made out, under a key of its own: erasing the order leaves it. */
    void keep(String step, Bill bill) {
        turn.happens(new Event.OrderEvent(
                order.row().id(),
                step,
                new Ipld.Fields(Map.of(OrderStep.STATE, new Ipld.Text(state().code()))),
                turn.freshSlot(),
                new Personal.Known(BillCodec.write(bill))));
    }

    /** Sets aside what is accepted, or throws STOCK_TOO_SMALL. */
    void take() {
        for (var line : order.lines()) {
            if (line.pieces() > 0) {
                turn.take(
                        line.product(), line.kind(), line.pieces(), order.row().id());
            }
        }
    }

    /** Puts back what these lines had set aside. */
    void putBack(List<OrderLine> lines) {
        for (var line : lines) {
            if (line.pieces() > 0 && !line.back()) {
                turn.putBack(
                        line.product(), line.kind(), line.pieces(), order.row().id());
            }
        }
    }

    /**
     * Tells the shopper how it stands. Of an order that was erased this is told without anybody's words, and so may stand in
     * the journal for all to read: there is no key any more to keep it under.
     */
    void answer(Reply reply) {
        boolean erased = order.row().erased();
        long number = order.answers() + 1;
        var told = reply.with(account.get());
        var json = (erased ? told.wordless() : told).json(order, state(), number, turn.now());
        var detail = new LinkedHashMap<String, Ipld>();
        detail.put("answers", new Ipld.Int(number));
        detail.put("answer", new Ipld.Text(answerIds.get().value()));
        if (erased) {
            detail.put(OrderStep.REPLY, new Ipld.Text(json));
        }
        happens(OrderStep.ANSWERED, detail, json);
    }

    static Ipld.Items items(List<OrderLine> lines) {
        return new Ipld.Items(lines.stream().<Ipld>map(OrderLine::toFields).toList());
    }
}
