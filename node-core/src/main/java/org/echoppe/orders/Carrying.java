package org.echoppe.orders;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.echoppe.domain.Did;
import org.echoppe.domain.Rejected;
import org.echoppe.peers.Agenda;
import org.echoppe.peers.MailClient;
import org.echoppe.peers.PeerAddress;
import org.echoppe.peers.PeerFailed;
import org.echoppe.peers.Reachability;
import org.echoppe.store.HeldMail;
import org.echoppe.store.MailState;
import org.echoppe.store.MailStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries envelopes to their merchants, else to the merchants' mailboxes, again and again until the merchant's receipt is
 * here; then asks for answers. One merchant's envelopes go one after the other, so that one who does not answer is waited for
 * once; the others do not wait for that.
 */
final class Carrying {
    private static final Logger LOG = LoggerFactory.getLogger(Carrying.class);
    /** Merchants at the same time. */
    private static final int AT_ONCE = 16;
    /** Envelopes of one merchant before others have their turn. */
    private static final int IN_A_ROW = 100;

    /** What no timer of this life waits for, such as what an earlier one left. */
    private static final Duration TICK = Duration.ofMinutes(5);

    private final MailStore store;
    private final Roads roads;
    private final MailClient client;
    private final Reachability reachability;
    private final Predicate<Did> watched;
    private final Words words;
    private final Backoff backoff;
    private final Agenda agenda;
    private final Clock clock;
    private final Lanes lanes;

    /** @param watched nodes that are called anyway to see whether they are there */
    Carrying(
            MailStore store,
            Roads roads,
            MailClient client,
            Reachability reachability,
            Predicate<Did> watched,
            Words words,
            Backoff backoff,
            Agenda agenda,
            Clock clock) {
        this.store = store;
        this.roads = roads;
        this.client = client;
        this.reachability = reachability;
        this.watched = watched;
        this.words = words;
        this.backoff = backoff;
        this.agenda = agenda;
        this.clock = clock;
        this.lanes = new Lanes(agenda, AT_ONCE, this::carry);
    }

    void start() {
        reachability.onChange((did, state) -> {
            if (state.reachable()) {
                agenda.soon(() -> heard(did));
            }
        });
        agenda.soon(this::look);
        agenda.every(() -> TICK, this::look);
    }

    private void look() {
        store.due().merchants(clock.instant()).forEach(lanes::call);
    }

    /** The merchant, or one of its mailboxes, is there again. */
    private void heard(Did did) {
        var now = clock.instant();
        if (store.due().isAwaited(did, now) && store.due().hurry(did, now)) {
            lanes.call(did);
        }
    }

    /** There is something for this merchant. */
    void call(Did merchant) {
        lanes.call(merchant);
    }

    /** Somebody waits for answers to this envelope. */
    void hurry(HeldMail mail) {
        store.due().hurry(mail, clock.instant());
        lanes.call(mail.merchant());
    }

    /** A node on the road, which is waited for once. */
    private static final class Stop {
        private final PeerAddress peer;
        private final boolean mailbox;
        private boolean closed;

        Stop(PeerAddress peer, boolean mailbox, boolean closed) {
            this.peer = peer;
            this.mailbox = mailbox;
            this.closed = closed;
        }

        void failed(HeldMail mail, PeerFailed failure) {
            closed |= switch (failure.kind()) {
                case UNREACHABLE, IS_ANOTHER -> true;
                case NOT_HELD, TOO_OLD, REFUSED, BROKEN -> false;
            };
            LOG.debug("envelope {} was not carried to {}: {}", mail.id(), peer.did(), failure.getMessage());
        }
    }

    private void carry(Did merchant) {
        var due = store.due().of(merchant, clock.instant(), IN_A_ROW);
        if (due.isEmpty()) {
            return;
        }
        var stops = stops(merchant);
        var next = Duration.ofDays(1);
        try {
            for (var mail : due) {
                var pause = backoff.after(mail.attempts());
                carry(mail, stops, pause);
                next = pause.compareTo(next) < 0 ? pause : next;
            }
        } catch (Rejected e) {
            LOG.warn("envelopes are not carried on for now: {}", e.getMessage());
            return;
        }
        if (due.size() == IN_A_ROW) {
            lanes.call(merchant);
        } else {
            agenda.after(next.plusMillis(1), () -> lanes.call(merchant));
        }
    }

    private List<Stop> stops(Did merchant) {
        var stops = new ArrayList<Stop>();
        roads.to(merchant).ifPresent(peer -> stops.add(new Stop(peer, false, isAway(merchant))));
        roads.mailboxes(merchant).forEach(peer -> stops.add(new Stop(peer, true, isAway(peer.did()))));
        return stops;
    }

    /** Whoever is called regularly anyway tells by answering that it is back. */
    private boolean isAway(Did did) {
        return reachability.of(did).standing() == Reachability.Standing.AWAY && watched.test(did);
    }

    private void carry(HeldMail mail, List<Stop> stops, Duration pause) {
        boolean atMailbox = false;
        for (var stop : stops) {
            if (stop.closed) {
                continue;
            }
            boolean held = mail.waits() ? leave(mail, stop) : ask(mail, stop);
            atMailbox |= held && stop.mailbox;
            // a merchant's own word on it is the last; a mailbox may hold back what another one gives
            if (held && (mail.waits() ? store.body(mail.seq()).isEmpty() : !stop.mailbox)) {
                break;
            }
        }
        store.due().tried(mail, atMailbox, clock.instant().plus(pause));
    }

    /** @return whether it is there now */
    private boolean leave(HeldMail mail, Stop stop) {
        if (stop.mailbox && mail.state() == MailState.AT_MAILBOX && ask(mail, stop)) {
            return true;
        }
        var body = store.body(mail.seq());
        if (stop.closed || body.isEmpty()) {
            return body.isEmpty();
        }
        try {
            var receipt = client.leave(stop.peer, mail.merchant(), body.get()).receipt();
            return receipt == null ? stop.mailbox : words.receipt(stop.peer.did(), mail, receipt);
        } catch (PeerFailed e) {
            stop.failed(mail, e);
            return false;
        }
    }

    /** @return whether it is known there */
    private boolean ask(HeldMail mail, Stop stop) {
        try {
            var held = client.held(stop.peer, mail.id());
            held.receipts().forEach(receipt -> words.receipt(stop.peer.did(), mail, receipt));
            // a receipt may just have said which key its answers go by
            var known = store.find(mail.id(), mail.hash()).orElse(mail);
            held.answers().forEach(answer -> words.answer(stop.peer.did(), known, answer));
            return true;
        } catch (PeerFailed e) {
            stop.failed(mail, e);
            return false;
        }
    }
}
