package org.echoppe.orders;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.echoppe.domain.Did;
import org.echoppe.domain.Rejected;
import org.echoppe.guard.SecurityJournal;
import org.echoppe.guard.SecurityKind;
import org.echoppe.identity.BadEnvelope;
import org.echoppe.orders.wire.Envelope;
import org.echoppe.peers.Agenda;
import org.echoppe.peers.MailClient;
import org.echoppe.peers.PeerAddress;
import org.echoppe.peers.PeerFailed;
import org.echoppe.peers.Reachability;
import org.echoppe.records.Mailbox;
import org.echoppe.store.OutgoingStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches the own merchant's mail from the mailboxes it named: one open call to each, which brings what comes at once. */
final class Collector {
    private static final Logger LOG = LoggerFactory.getLogger(Collector.class);
    private static final Duration WAIT = Duration.ofSeconds(50);
    private static final Duration TICK = Duration.ofMinutes(1);
    /** After a page that could not be taken whole, or a mailbox that answers without waiting. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final Did self;
    private final Relay relay;
    private final OutgoingStore outgoing;
    private final Roads roads;
    private final Supplier<List<Mailbox>> mailboxes;
    private final MailClient client;
    private final Reachability reachability;
    private final SecurityJournal journal;
    private final Agenda agenda;
    private final Clock clock;
    /** Mailboxes that are being asked, with the calls to each that failed in a row. */
    private final Map<Did, Integer> failures = new ConcurrentHashMap<>();

    Collector(
            Did self,
            Relay relay,
            OutgoingStore outgoing,
            Roads roads,
            Supplier<List<Mailbox>> mailboxes,
            MailClient client,
            Reachability reachability,
            SecurityJournal journal,
            Agenda agenda,
            Clock clock) {
        this.self = self;
        this.relay = relay;
        this.outgoing = outgoing;
        this.roads = roads;
        this.mailboxes = mailboxes;
        this.client = client;
        this.reachability = reachability;
        this.journal = journal;
        this.agenda = agenda;
        this.clock = clock;
    }

    void start() {
        reachability.onChange((did, state) -> {
            if (state.reachable() && address(did).isPresent()) {
                agenda.soon(this::look);
            }
        });
        agenda.soon(this::look);
        agenda.every(() -> TICK, this::look);
    }

    private void look() {
        for (var mailbox : mailboxes.get()) {
            if (!mailbox.did().equals(self) && failures.putIfAbsent(mailbox.did(), 0) == null) {
                agenda.soon(() -> collect(mailbox.did(), 0));
            }
        }
    }

    /** One call, and the next one after it for as long as the mailbox is named. */
    private void collect(Did did, long after) {
        var peer = address(did);
        if (peer.isEmpty()) {
            failures.remove(did);
            return;
        }
        var began = clock.instant();
        long next = 0;
        var pause = Duration.ZERO;
        try {
            var mail = client.mail(peer.get(), after, WAIT);
            failures.put(did, 0);
            boolean all = true;
            for (byte[] envelope : mail.envelopes()) {
                all &= take(peer.get(), envelope);
            }
            boolean hasty = mail.envelopes().isEmpty() && !clock.instant().isAfter(began.plus(FIRST_PAUSE));
            var behind = mail.next();
            next = behind == null ? 0 : behind;
            pause = hasty || (!all && behind == null) ? PAUSE : all ? Duration.ZERO : FIRST_PAUSE;
        } catch (PeerFailed e) {
            LOG.debug("no mail from {}: {}", did, e.getMessage());
            pause = pauseAfterFailure(did);
        } finally {
            again(did, next, pause);
        }
    }

    private Optional<PeerAddress> address(Did did) {
        return mailboxes.get().stream()
                .filter(mailbox -> mailbox.did().equals(did))
                .findFirst()
                .flatMap(roads::at);
    }

    private void again(Did did, long after, Duration pause) {
        if (pause.isZero()) {
            agenda.soon(() -> collect(did, after));
        } else {
            agenda.after(pause, () -> collect(did, after));
        }
    }

    private Duration pauseAfterFailure(Did did) {
        int soFar = failures.merge(did, 1, Integer::sum);
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(soFar - 1, 6));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** @return whether the mailbox needs to keep it no longer */
    private boolean take(PeerAddress mailbox, byte[] json) {
        try {
            var envelope = Envelope.read(json);
            if (!envelope.to().equals(self)) {
                throw new BadEnvelope("it is for another");
            }
            var receipt = relay.receive(envelope, Optional.of(mailbox.did()));
            client.confirm(mailbox, envelope.id(), receipt);
            outgoing.add(
                    envelope.replyAt().stream()
                            .filter(did -> !did.equals(self) && !did.equals(mailbox.did()))
                            .distinct()
                            .toList(),
                    receipt);
            return true;
        } catch (BadEnvelope e) {
            journal.record(
                    SecurityKind.ANSWER_REFUSED,
                    mailbox.did().value(),
                    "an envelope from this mailbox",
                    String.valueOf(e.getMessage()));
        } catch (Rejected e) {
            LOG.info("an envelope stays in its mailbox for now: {}", e.getMessage());
        } catch (PeerFailed e) {
            LOG.debug("{} was not given a receipt: {}", mailbox.did(), e.getMessage());
        }
        return false;
    }
}
