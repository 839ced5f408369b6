package org.echoppe.orders.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.echoppe.domain.EnvelopeId;
import org.echoppe.identity.Identity;
import org.echoppe.journal.Personal;
import org.echoppe.orders.Event;
import org.echoppe.orders.Ledger;
import org.echoppe.orders.Noted;
import org.echoppe.orders.OrderStep;
import org.echoppe.orders.Outgoing;
import org.echoppe.orders.wire.Answer;
import org.echoppe.orders.wire.Receipt;
import org.echoppe.store.Database;
import org.echoppe.store.OrderStore;
import org.echoppe.store.SettingStore;

/**
 * Seals what the journal says was answered, and hands it to the road. How far it has come is kept in the same write, so that
 * a crash neither loses an answer nor gives it another number.
 */
public final class Answering {
    private static final String UP_TO = "orders.answeredUpTo";
    /** Words that are committed together. */
    private static final int AT_ONCE = 64;

    private final Identity identity;
    private final Ledger ledger;
    private final Database database;
    private final OrderStore orders;
    private final SettingStore settings;
    private final Outgoing road;
    private final Clock clock;
    private final ReentrantLock turn = new ReentrantLock();

    public Answering(
            Identity identity,
            Ledger ledger,
            Database database,
            OrderStore orders,
            SettingStore settings,
            Outgoing road,
            Clock clock) {
        this.identity = identity;
        this.ledger = ledger;
        this.database = database;
        this.orders = orders;
        this.settings = settings;
        this.road = road;
        this.clock = clock;
    }

    /** Sends everything that was answered since the last time; one at a time. */
    public void catchUp() {
        turn.lock();
        try {
            long last = ledger.end().sequence();
            long before = settings.get(UP_TO).map(Long::parseLong).orElse(0L);
            var words = new ArrayList<Runnable>();
            ledger.forEach(before + 1, noted -> {
                // what came meanwhile is for the next time, which is asked for already
                if (noted.sequence() <= last && noted.event() instanceof Event.OrderEvent step) {
                    words.addAll(words(noted, step));
                }
                if (words.size() >= AT_ONCE) {
                    send(words, noted.sequence());
                }
            });
            if (before < last || !words.isEmpty()) {
                send(words, last);
            }
        } finally {
            turn.unlock();
        }
    }

    /** All of them in one write, with how far this has come; who puts them on the road settles it first. */
    private void send(List<Runnable> words, long upTo) {
        database.writeBehind(() -> {
            words.forEach(Runnable::run);
            settings.put(UP_TO, Long.toString(upTo));
            return true;
        });
        words.clear();
    }

    /** What a step gives to send; it is sealed here, before the write. */
    private List<Runnable> words(Noted noted, Event.OrderEvent step) {
        boolean answered = step.step().equals(OrderStep.ANSWERED);
        if (!answered && !step.step().equals(OrderStep.LOOKED)) {
            return List.of();
        }
        return orders.find(step.order())
                .map(ShopOrder::of)
                .map(order -> answered ? answer(noted, step, order) : receipts(step, order))
                .orElse(List.of());
    }

    private List<Runnable> answer(Noted noted, Event.OrderEvent step, ShopOrder order) {
        var said = reply(step).or(() -> wordless(noted, order));
        if (said.isEmpty()) {
            return List.of();
        }
        var answer = Answer.seal(
                identity,
                new EnvelopeId(Stored.text(step.detail(), "answer")),
                order.replyKey(),
                Stored.integer(step.detail(), "answers"),
                noted.when(),
                said.get());
        return List.of(() -> road.answer(answer, order.replyAt()));
    }

    /** Of an answer that was erased before it was sent, where the order stands; the last one tells what those before it said. */
    private static Optional<String> wordless(Noted noted, ShopOrder order) {
        var last = order.row().answered();
        return last.isPresent() && last.getAsLong() == noted.sequence()
                ? Optional.of(Reply.PLAIN.json(order, order.state(), order.answers(), noted.when()))
                : Optional.empty();
    }

    /** Empty for one that was erased before it was sent. */
    private static Optional<String> reply(Event.OrderEvent step) {
        return step.personal() instanceof Personal.Known(byte[] json)
                ? Optional.of(new String(json, UTF_8))
                : step.detail().text(OrderStep.REPLY);
    }

    private List<Runnable> receipts(Event.OrderEvent step, ShopOrder order) {
        if (!step.detail().isTrue(OrderStep.SEEN)) {
            return List.of();
        }
        var receipts = new ArrayList<Runnable>();
        for (var envelope : order.envelopes()) {
            var receipt = Receipt.sign(
                    identity,
                    new EnvelopeId(Stored.text(envelope, "id")),
                    Stored.text(envelope, "hash"),
                    true,
                    Optional.of(order.replyKey().thumbprint()),
                    clock.instant());
            receipts.add(() -> road.receipt(receipt, order.replyAt()));
        }
        return receipts;
    }
}
