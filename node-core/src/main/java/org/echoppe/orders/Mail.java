package org.echoppe.orders;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.echoppe.domain.Did;
import org.echoppe.guard.SecurityJournal;
import org.echoppe.peers.Agenda;
import org.echoppe.peers.MailClient;
import org.echoppe.peers.PeerBook;
import org.echoppe.peers.Reachability;
import org.echoppe.records.Mailbox;
import org.echoppe.store.MailLimits;
import org.echoppe.store.MailStore;
import org.echoppe.store.OutgoingStore;
import org.echoppe.store.RepoStore;

/** The road of an envelope, put together: relay, mailboxes for others, the own mail and answers. */
public final class Mail implements AutoCloseable {
    private static final Duration EXPIRING = Duration.ofHours(6);
    private static final int SALT = 16;

    private final MailStore store;
    private final OutgoingStore outgoing;
    private final Agenda agenda;
    private final Clock clock;
    private final Relay relay;
    private final Postbox postbox;
    private final Carrying carrying;
    private final Outbox outbox;
    private final Collector collector;

    /** What it works with. */
    public record Parts(
            MailStore store,
            OutgoingStore outgoing,
            RepoStore repos,
            MailClient client,
            PeerBook peers,
            Reachability reachability,
            SecurityJournal journal,
            Agenda agenda,
            Clock clock,
            RandomGenerator random) {}

    /**
     * What the keeper of this node decided.
     *
     * @param self whose node this is
     * @param keeps whose mail is kept here for them to fetch
     * @param shunned with whom this node has nothing to do
     * @param mailboxes that the own merchant named
     */
    public record Rules(
            Did self,
            Predicate<Did> keeps,
            Predicate<Did> shunned,
            Supplier<List<Mailbox>> mailboxes,
            MailLimits limits) {}

    public Mail(Parts parts, Rules rules) {
        this.store = parts.store();
        this.outgoing = parts.outgoing();
        this.agenda = parts.agenda();
        this.clock = parts.clock();
        var self = rules.self();
        var backoff = new Backoff(parts.random());
        var roads = new Roads(parts.repos(), parts.peers(), rules.shunned(), self);
        var words = new Words(store, parts.journal(), backoff, clock);
        byte[] salt = new byte[SALT];
        parts.random().nextBytes(salt);
        postbox = new Postbox(store, rules.keeps());
        carrying = new Carrying(
                store,
                roads,
                parts.client(),
                parts.reachability(),
                did -> parts.peers().find(did).isPresent(),
                words,
                backoff,
                agenda,
                clock);
        relay = new Relay(self, store, rules.limits(), roads, postbox, carrying, words, new Marks(salt), clock);
        outbox = new Outbox(
                self,
                store,
                outgoing,
                roads,
                rules.mailboxes(),
                parts.client(),
                parts.reachability(),
                backoff,
                agenda,
                clock);
        collector = new Collector(
                self,
                relay,
                outgoing,
                roads,
                rules.mailboxes(),
                parts.client(),
                parts.reachability(),
                parts.journal(),
                agenda,
                clock);
    }

    /** From now on the own merchant's envelopes are handed to this desk. */
    public void deliverTo(Desk desk) {
        relay.deliverTo(desk);
    }

    /** Carries, sends and collects by itself. */
    public void start() {
        carrying.start();
        outbox.start();
        collector.start();
        agenda.soon(this::expire);
        agenda.every(() -> EXPIRING, this::expire);
    }

    private void expire() {
        store.expire(clock.instant());
        outgoing.expire(clock.instant());
    }

    /** Envelopes of shoppers and of other nodes. */
    public Relay relay() {
        return relay;
    }

    /** What waits here for others to fetch. */
    public Postbox postbox() {
        return postbox;
    }

    /** Where the own merchant's answers go out. */
    public Outbox outbox() {
        return outbox;
    }

    /** Calls of others that wait for mail end; what is under way in the background is the agenda's to end. */
    @Override
    public void close() {
        postbox.close();
    }
}
