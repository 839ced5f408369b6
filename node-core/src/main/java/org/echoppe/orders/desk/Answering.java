package org.echoppe.orders.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
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
            long next = settings.get(UP_TO).map(Long::parseLong).orElse(0L) + 1;
            for (; next <= last; next++) {
                long sequence = next;
                ledger.event(sequence)
                        .filter(noted -> noted.event() instanceof Event.OrderEvent)
                        .ifPresent(noted -> send(noted, (Event.OrderEvent) noted.event()));
            }
            mark(last);
        } finally {
            turn.unlock();
        }
    }

    private void mark(long sequence) {
        if (settings.get(UP_TO).map(Long::parseLong).orElse(0L) < sequence) {
            database.write(() -> settings.put(UP_TO, Long.toString(sequence)));
        }
    }

    private void send(Noted noted, Event.OrderEvent step) {
        var row = orders.find(step.order());
        if (row.isEmpty()) {
            return;
        }
        var order = ShopOrder.of(row.get());
        if (step.step().equals(OrderStep.ANSWERED) && step.personal() instanceof Personal.Known(byte[] json)) {
            var answer = Answer.seal(
                    identity,
                    new EnvelopeId(Stored.text(step.detail(), "answer")),
                    order.replyKey(),
                    Stored.integer(step.detail(), "answers"),
                    noted.when(),
                    new String(json, UTF_8));
            database.write(() -> {
                road.answer(answer, order.replyAt());
                settings.put(UP_TO, Long.toString(noted.sequence()));
            });
        } else if (step.step().equals(OrderStep.LOOKED) && Stored.isTrue(step.detail(), OrderStep.SEEN)) {
            database.write(() -> {
                for (var envelope : order.envelopes()) {
                    var receipt = Receipt.sign(
                            identity,
                            new EnvelopeId(Stored.text(envelope, "id")),
                            Stored.text(envelope, "hash"),
                            true,
                            clock.instant());
                    road.receipt(receipt, order.replyAt());
                }
                settings.put(UP_TO, Long.toString(noted.sequence()));
            });
        }
    }
}
