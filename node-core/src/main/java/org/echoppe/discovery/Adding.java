package org.echoppe.discovery;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.echoppe.guard.SecurityJournal;
import org.echoppe.guard.SecurityKind;
import org.echoppe.peers.Agenda;
import org.echoppe.peers.Answer;
import org.echoppe.peers.Endpoint;
import org.echoppe.peers.NodeRecord;
import org.echoppe.peers.PeerAddress;
import org.echoppe.peers.PeerClient;
import org.echoppe.peers.PeerFailed;
import org.echoppe.peers.Reachability;
import org.echoppe.store.PeerRow;
import org.echoppe.store.PeerSource;
import org.echoppe.store.PeerStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds the nodes that the shopkeeper names. An address where nobody answers is kept, and tried again. */
final class Adding {
    private static final Logger LOG = LoggerFactory.getLogger(Adding.class);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(10);

    private final PeerTable table;
    private final PeerStore store;
    private final PeerClient client;
    private final Acquaintance acquaintance;
    private final Reachability reachability;
    private final Heartbeat heartbeat;
    private final SecurityJournal journal;
    private final Agenda agenda;
    private final Clock clock;
    private final Did self;

    Adding(
            PeerTable table,
            PeerStore store,
            PeerClient client,
            Acquaintance acquaintance,
            Reachability reachability,
            Heartbeat heartbeat,
            SecurityJournal journal,
            Agenda agenda,
            Clock clock,
            Did self) {
        this.table = table;
        this.store = store;
        this.client = client;
        this.acquaintance = acquaintance;
        this.reachability = reachability;
        this.heartbeat = heartbeat;
        this.journal = journal;
        this.agenda = agenda;
        this.clock = clock;
        this.self = self;
    }

    /**
     * Adds the node of this key, and calls it; it is known even while it does not answer.
     *
     * @param compared whether the key came from the shop itself
     */
    PeerRow withKey(Endpoint endpoint, Did did, PeerSource source, boolean compared) {
        refuseUnwanted(did);
        var answer = Optional.<Answer<NodeRecord>>empty();
        try {
            answer = Optional.of(client.node(new PeerAddress(did, List.of(endpoint), true)));
        } catch (PeerFailed e) {
            if (e.kind() != PeerFailed.Kind.UNREACHABLE) {
                throw rejected(endpoint, e);
            }
        }
        return named(endpoint, did, source, compared, answer);
    }

    /** Adds whoever answers there: unverified until compared. */
    Optional<PeerRow> whoeverAnswers(Endpoint endpoint) {
        try {
            var answer = client.whoIs(endpoint);
            var did = answer.content().did();
            refuseUnwanted(did);
            store.removeAddress(endpoint.url());
            boolean compared =
                    table.find(did).filter(row -> row.standing().verified()).isPresent();
            return Optional.of(named(endpoint, did, PeerSource.TYPED, compared, Optional.of(answer)));
        } catch (PeerFailed e) {
            if (e.kind() != PeerFailed.Kind.UNREACHABLE) {
                throw rejected(endpoint, e);
            }
            store.addAddress(endpoint.url());
            return Optional.empty();
        }
    }

    NodeRecord ask(Endpoint endpoint) {
        try {
            var answer = client.whoIs(endpoint).content();
            refuseUnwanted(answer.did());
            return answer;
        } catch (PeerFailed e) {
            throw rejected(endpoint, e);
        }
    }

    private void refuseUnwanted(Did did) {
        if (did.equals(self)) {
            throw Rejected.because(Fault.PEER_IS_SELF);
        }
        if (table.find(did).filter(PeerRow::isBlocked).isPresent()) {
            throw Rejected.because(Fault.PEER_BLOCKED);
        }
    }

    private Rejected rejected(Endpoint endpoint, PeerFailed why) {
        if (why.kind() == PeerFailed.Kind.IS_ANOTHER) {
            journal.record(
                    SecurityKind.PEER_IS_ANOTHER, endpoint.url(), "adding a peer", String.valueOf(why.getMessage()));
        }
        return Rejected.because(why.kind().fault(), endpoint.url());
    }

    private PeerRow named(
            Endpoint endpoint, Did did, PeerSource source, boolean verified, Optional<Answer<NodeRecord>> answer) {
        var fresh = PeerRow.found(did, List.of(), source, verified, clock.instant());
        var row = table.changeOrAdd(fresh, before -> {
            var urls = new ArrayList<>(List.of(endpoint.url()));
            before.endpoints().stream().filter(other -> !urls.contains(other)).forEach(urls::add);
            var standing = before.standing();
            var now = before.with(source)
                    .with(before.card().withEndpoints(urls))
                    .with(standing.withVerified(verified || standing.verified()));
            return answer.map(there -> acquaintance.described(now, there).reached(clock.instant()))
                    .orElse(now);
        });
        answer.ifPresent(_ -> reachability.met(did));
        heartbeat.now(did);
        return row;
    }

    /** From now on tries the addresses at which nobody answered yet. */
    void start() {
        agenda.soon(this::tryAddresses);
        agenda.every(() -> TRY_AGAIN, this::tryAddresses);
    }

    private void tryAddresses() {
        for (var url : store.unansweredAddresses()) {
            try {
                whoeverAnswers(Endpoint.typed(url));
            } catch (Rejected e) {
                LOG.info("{} was given up: {}", url, e.getMessage());
                store.removeAddress(url);
            }
        }
    }
}
