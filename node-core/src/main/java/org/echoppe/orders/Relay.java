package org.echoppe.orders;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.echoppe.domain.Did;
import org.echoppe.domain.EnvelopeId;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.echoppe.domain.Thumbprint;
import org.echoppe.guard.AddressPrefix;
import org.echoppe.guard.RateLimits;
import org.echoppe.identity.BadEnvelope;
import org.echoppe.orders.wire.Answer;
import org.echoppe.orders.wire.Envelope;
import org.echoppe.orders.wire.Receipt;
import org.echoppe.store.HeldMail;
import org.echoppe.store.MailBearer;
import org.echoppe.store.MailLimits;
import org.echoppe.store.MailState;
import org.echoppe.store.MailStore;
import org.echoppe.store.MailTaken;
import org.echoppe.store.NewMail;
import org.jspecify.annotations.Nullable;

/**
 * Takes sealed envelopes, durably before it says so, and has them carried until the merchant's receipt is here. Nothing of
 * an envelope but its id is ever written to a log.
 */
public final class Relay {
    private static final int LOCKS = 64;
    /** How often a shopper's question is passed on to the merchant. */
    private static final Duration ASKING = Duration.ofMinutes(1);

    private final Did self;
    private final MailStore store;
    private final MailLimits limits;
    private final Roads roads;
    private final Postbox postbox;
    private final Carrying carrying;
    private final Words words;
    private final Marks marks;
    private final Clock clock;
    private final RateLimits asking;
    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(ReentrantLock[]::new);
    private volatile Desk desk = Desk.CLOSED;

    Relay(
            Did self,
            MailStore store,
            MailLimits limits,
            Roads roads,
            Postbox postbox,
            Carrying carrying,
            Words words,
            Marks marks,
            Clock clock) {
        this.self = self;
        this.store = store;
        this.limits = limits;
        this.roads = roads;
        this.postbox = postbox;
        this.carrying = carrying;
        this.words = words;
        this.marks = marks;
        this.clock = clock;
        this.asking = new RateLimits(1, ASKING, clock);
    }

    void deliverTo(Desk newDesk) {
        desk = newDesk;
    }

    /**
     * Takes an envelope from a shopper's browser. It is durable when this returns.
     *
     * @throws Rejected ENVELOPE_ANOTHER, MERCHANT_UNKNOWN, MAIL_FULL, ORDERS_CLOSED, DISK_FULL
     */
    public MailState post(Envelope envelope, AddressPrefix network) {
        var hash = envelope.hash();
        if (store.find(envelope.id()).stream().anyMatch(held -> !held.hash().equals(hash))) {
            throw Rejected.because(Fault.ENVELOPE_ANOTHER);
        }
        if (envelope.to().equals(self)) {
            receive(envelope, Optional.empty());
        } else {
            if (!roads.knows(envelope.to())) {
                throw Rejected.because(Fault.MERCHANT_UNKNOWN);
            }
            var state = postbox.keeps(envelope.to()) ? MailState.AT_MAILBOX : MailState.KEPT;
            hold(fresh(envelope, envelope.reply(), marks.shopper(network), state, true));
            carrying.call(envelope.to());
        }
        return store.find(envelope.id(), hash).orElseThrow().state();
    }

    /**
     * Takes an envelope from another node: for the own merchant, or for one whose mail is kept here.
     *
     * @return the merchant's receipt; empty when it waits here
     * @throws Rejected MERCHANT_UNKNOWN, MAIL_FULL, ORDERS_CLOSED, DISK_FULL
     */
    public Optional<String> leave(Envelope envelope, Did sender, AddressPrefix network) {
        if (envelope.to().equals(self)) {
            return Optional.of(receive(envelope, Optional.of(sender)));
        }
        var held = store.find(envelope.id(), envelope.hash());
        if (held.isEmpty() && !postbox.keeps(envelope.to())) {
            throw Rejected.because(Fault.MERCHANT_UNKNOWN);
        }
        if (held.isEmpty()) {
            hold(fresh(envelope, envelope.reply(), marks.peer(sender, network), MailState.AT_MAILBOX, false));
        }
        store.settle();
        return held.map(HeldMail::receipt);
    }

    private void hold(NewMail fresh) {
        if (store.take(fresh, limits) == MailTaken.FULL) {
            throw Rejected.because(Fault.MAIL_FULL);
        }
        store.settle();
        postbox.came(fresh.merchant());
    }

    private NewMail fresh(Envelope envelope, Thumbprint reply, MailBearer bearer, MailState state, boolean carried) {
        return new NewMail(
                envelope.id(),
                envelope.hash(),
                envelope.to(),
                reply,
                envelope.toJson(),
                bearer,
                state,
                carried ? clock.instant() : null);
    }

    /**
     * Hands an envelope to the own merchant's desk, once however often it comes.
     *
     * @return the receipt
     */
    String receive(Envelope envelope, Optional<Did> via) {
        var lock = locks[Math.floorMod(envelope.id().hashCode(), LOCKS)];
        lock.lock();
        try {
            var known = store.find(envelope.id(), envelope.hash()).map(HeldMail::receipt);
            if (known.isPresent()) {
                store.settle();
                return known.get();
            }
            var taken = desk.take(envelope, via);
            if (!taken.receipt().ends(envelope)) {
                throw new IllegalStateException("the desk gave a receipt for something else");
            }
            var arrived = fresh(envelope, taken.reply(), new MailBearer(null, ""), MailState.ARRIVED, false);
            store.takeArrived(arrived, taken.receipt().jws());
            return taken.receipt().jws();
        } finally {
            lock.unlock();
        }
    }

    /**
     * How far an envelope has come; empty when it is not known here.
     *
     * @param awaited whether a shopper asks: then the merchant is asked for answers too, once a minute
     */
    public Optional<Whereabouts> look(EnvelopeId id, boolean awaited) {
        var held = store.find(id);
        if (held.isEmpty()) {
            return Optional.empty();
        }
        var first = held.getFirst();
        var receipts = held.stream().flatMap(mail -> Stream.ofNullable(mail.receipt()));
        var answers = held.stream()
                .flatMap(mail -> store.answers().to(mail.merchant(), mail.reply()).stream())
                .distinct();
        var found = new Whereabouts(id, first.state(), first.since(), receipts.toList(), answers.toList());
        store.settle();
        if (awaited && first.receipt() != null && !first.merchant().equals(self)) {
            askAgain(first);
        }
        return Optional.of(found);
    }

    private void askAgain(HeldMail mail) {
        if (asking.take(mail.id().value(), 1).isZero()) {
            carrying.hurry(mail);
        }
    }

    /**
     * The owner's receipt for an envelope that it collected here.
     *
     * @return false when there is no such envelope
     * @throws BadEnvelope when it is not the owner's receipt for it
     */
    public boolean confirm(Did owner, EnvelopeId id, String jws) throws BadEnvelope {
        var receipt = Receipt.read(jws);
        if (!receipt.merchant().equals(owner) || !receipt.envelope().equals(id)) {
            throw new BadEnvelope("a receipt of another, or for another envelope");
        }
        return ends(receipt);
    }

    /**
     * A word of a merchant, brought by anybody: an answer or a receipt.
     *
     * @return false when nothing here waits for it
     * @throws BadEnvelope when it is neither
     * @throws Rejected MAIL_FULL, DISK_FULL
     */
    public boolean hear(String word) throws BadEnvelope {
        var answer = answer(word);
        if (answer == null) {
            return ends(Receipt.read(word));
        }
        var taken = store.answers().keep(answer.merchant(), answer.id(), answer.reply(), word);
        if (taken.equals(Optional.of(MailTaken.FULL))) {
            throw Rejected.because(Fault.MAIL_FULL);
        }
        store.settle();
        return taken.isPresent();
    }

    private static @Nullable Answer answer(String word) {
        try {
            return Answer.read(word);
        } catch (BadEnvelope e) {
            return null;
        }
    }

    private boolean ends(Receipt receipt) {
        var held = store.find(receipt.envelope(), receipt.hash())
                .filter(mail -> mail.merchant().equals(receipt.merchant()));
        held.ifPresent(mail -> words.arrived(mail, receipt));
        return held.isPresent();
    }
}
