package org.echoppe.orders;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.echoppe.domain.Did;
import org.echoppe.orders.wire.Answer;
import org.echoppe.orders.wire.Receipt;
import org.echoppe.peers.Agenda;
import org.echoppe.peers.MailClient;
import org.echoppe.peers.PeerAddress;
import org.echoppe.peers.PeerFailed;
import org.echoppe.peers.Reachability;
import org.echoppe.records.Mailbox;
import org.echoppe.store.MailStore;
import org.echoppe.store.OutgoingMail;
import org.echoppe.store.OutgoingStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The own merchant's answers and receipts, sent to every node where they may wait and tried again until each has taken them
 * or does not want them. Who cannot be called comes and asks.
 */
public final class Outbox implements Outgoing {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int AT_ONCE = 8;
    private static final int IN_A_ROW = 100;
    private static final Duration TICK = Duration.ofMinutes(1);

    private final Did self;
    private final MailStore store;
    private final OutgoingStore outgoing;
    private final Roads roads;
    private final Supplier<List<Mailbox>> mailboxes;
    private final MailClient client;
    private final Reachability reachability;
    private final Backoff backoff;
    private final Agenda agenda;
    private final Clock clock;
    private final Lanes lanes;

    /** @param mailboxes that the own merchant named */
    Outbox(
            Did self,
            MailStore store,
            OutgoingStore outgoing,
            Roads roads,
            Supplier<List<Mailbox>> mailboxes,
            MailClient client,
            Reachability reachability,
            Backoff backoff,
            Agenda agenda,
            Clock clock) {
        this.self = self;
        this.store = store;
        this.outgoing = outgoing;
        this.roads = roads;
        this.mailboxes = mailboxes;
        this.client = client;
        this.reachability = reachability;
        this.backoff = backoff;
        this.agenda = agenda;
        this.clock = clock;
        this.lanes = new Lanes(agenda, AT_ONCE, this::send);
    }

    void start() {
        outgoing.onAdded(() -> agenda.soon(this::look));
        reachability.onChange((did, state) -> {
            if (state.reachable()) {
                agenda.soon(() -> heard(did));
            }
        });
        agenda.soon(this::look);
        agenda.every(() -> TICK, this::look);
    }

    /**
     * Sends an answer. Inside a write of the database it is part of that write.
     *
     * @param replyAt where the shopper looks for it
     */
    @Override
    public void answer(Answer answer, List<Did> replyAt) {
        store.answers().keepOwn(answer.merchant(), answer.id(), answer.reply(), answer.jws());
        outgoing.add(targets(replyAt), answer.jws());
    }

    /** Sends a receipt, such as that somebody has read the order; as {@link #answer}. */
    @Override
    public void receipt(Receipt receipt, List<Did> replyAt) {
        store.find(receipt.envelope(), receipt.hash())
                .ifPresent(mail -> store.arrived(mail.seq(), receipt.jws(), receipt.read(), receipt.reply(), null));
        outgoing.add(targets(replyAt), receipt.jws());
    }

    private List<Did> targets(List<Did> replyAt) {
        var targets = new LinkedHashSet<>(replyAt);
        mailboxes.get().forEach(mailbox -> targets.add(mailbox.did()));
        targets.remove(self);
        return new ArrayList<>(targets);
    }

    private void look() {
        outgoing.due(clock.instant()).forEach(lanes::call);
    }

    private void heard(Did did) {
        var now = clock.instant();
        if (outgoing.isAwaited(did, now) && outgoing.hurry(did, now)) {
            lanes.call(did);
        }
    }

    private Optional<PeerAddress> address(Did target) {
        return mailboxes.get().stream()
                .filter(mailbox -> mailbox.did().equals(target))
                .flatMap(mailbox -> roads.at(mailbox).stream())
                .findFirst()
                .or(() -> roads.to(target));
    }

    private void send(Did target) {
        var due = outgoing.due(target, clock.instant(), IN_A_ROW);
        if (due.isEmpty()) {
            return;
        }
        store.settle();
        var peer = address(target);
        boolean open = peer.isPresent();
        for (var mail : due) {
            open = open && sent(peer.orElseThrow(), mail);
            if (!open) {
                outgoing.tried(mail, clock.instant().plus(backoff.after(mail.attempts())));
            }
        }
        if (open && due.size() == IN_A_ROW) {
            lanes.call(target);
        }
    }

    /** @return false when it is to be tried again, and so is everything behind it */
    private boolean sent(PeerAddress peer, OutgoingMail mail) {
        try {
            client.tell(peer, mail.word());
            outgoing.done(mail);
            return true;
        } catch (PeerFailed e) {
            LOG.debug("a word for shoppers was not taken by {}: {}", peer.did(), e.getMessage());
            if (e.kind() == PeerFailed.Kind.NOT_HELD) {
                outgoing.done(mail);
                return true;
            }
            return false;
        }
    }
}
