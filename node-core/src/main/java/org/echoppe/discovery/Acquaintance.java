package org.echoppe.discovery;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.echoppe.domain.Did;
import org.echoppe.guard.AddressPrefix;
import org.echoppe.peers.AddressRule;
import org.echoppe.peers.Answer;
import org.echoppe.peers.Endpoint;
import org.echoppe.peers.NodeRecord;
import org.echoppe.peers.PeerAddress;
import org.echoppe.peers.PeerClient;
import org.echoppe.peers.PeerFailed;
import org.echoppe.peers.Reachability;
import org.echoppe.store.PeerCard;
import org.echoppe.store.PeerRow;
import org.echoppe.store.PeerSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Nodes that others name: an address is believed when the node's own key answers there, and not before. */
final class Acquaintance {
    /** Peers that nobody here typed in. A shop needs a few; the rest only has to be findable. */
    static final int MOST_PEERS = 1_000;
    /** Of these, in one network: a DID costs nothing, an address does. */
    static final int MOST_OF_NETWORK = 50;

    private static final Duration LOST = Duration.ofDays(7);
    /** A node that was off itself for long has to look around first. */
    private static final Duration LOOKING = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(Acquaintance.class);

    private final PeerTable table;
    private final PeerClient client;
    private final Reachability reachability;
    private final Did self;
    private final Clock clock;
    private final Instant since;

    Acquaintance(PeerTable table, PeerClient client, Reachability reachability, Did self, Clock clock) {
        this.table = table;
        this.client = client;
        this.reachability = reachability;
        this.self = self;
        this.clock = clock;
        this.since = clock.instant();
    }

    /** Whether there is anything new in the record, about someone one wants to know. */
    boolean isNews(NodeRecord record) {
        var row = table.find(record.did());
        boolean known = row.filter(
                        r -> r.isBlocked() || r.standing().paused() || r.card().sequence() >= record.sequence())
                .isPresent();
        return !known
                && !record.did().equals(self)
                && record.expires().isAfter(clock.instant())
                && !record.endpoints().isEmpty()
                && (row.isPresent() || strangers().count() < MOST_PEERS);
    }

    /**
     * Dials the node at the addresses that its record names.
     *
     * @param namedFrom the IP address of whoever brought the record: from there a private address may be named
     * @return whether it answered, and is known from now on
     */
    boolean believe(NodeRecord record, InetAddress namedFrom, PeerSource source) {
        var endpoints = record.endpoints().stream()
                .filter(endpoint -> mayDial(endpoint, namedFrom))
                .toList();
        if (endpoints.isEmpty()) {
            return false;
        }
        try {
            var answer = client.node(new PeerAddress(record.did(), endpoints, false));
            if (!hasRoom(record.did(), answer.from())) {
                LOG.debug("{} is one too many of its network", record.did());
                reachability.forget(record.did());
                return false;
            }
            var fresh = PeerRow.found(record.did(), urls(endpoints), source, true, clock.instant());
            table.changeOrAdd(fresh, row -> described(row, answer).reached(clock.instant()));
            return true;
        } catch (PeerFailed e) {
            LOG.debug("{} was named but did not answer: {}", record.did(), e.getMessage());
            if (table.find(record.did()).isEmpty()) {
                reachability.forget(record.did());
            }
            return false;
        }
    }

    private boolean hasRoom(Did did, InetAddress from) {
        var network = Optional.of(AddressPrefix.of(from));
        return table.find(did).isPresent()
                || strangers().filter(row -> network.equals(network(row))).count() < MOST_OF_NETWORK;
    }

    /** Where a peer is: where it answered, or, since the last start, where it says to be. */
    private Optional<AddressPrefix> network(PeerRow row) {
        return reachability
                .place(row.did())
                .or(() -> PeerTable.endpoints(row).stream()
                        .flatMap(endpoint -> endpoint.literal().stream())
                        .findFirst())
                .map(AddressPrefix::of);
    }

    private Stream<PeerRow> strangers() {
        return table.all().stream().filter(row -> !PeerTable.isGiven(row));
    }

    /** Strangers about whom nobody here decided anything, and that were not reached for a week. */
    List<Did> lost() {
        var now = clock.instant();
        var before = now.minus(LOST);
        return strangers()
                .filter(_ -> since.isBefore(now.minus(LOOKING)))
                .filter(row -> !row.isBlocked()
                        && !row.standing().followed()
                        && !row.standing().paused())
                .filter(row -> !reachability.of(row.did()).reachable())
                .filter(row -> {
                    var last = row.contact().last();
                    return (last == null ? row.addedAt() : last).isBefore(before);
                })
                .map(PeerRow::did)
                .toList();
    }

    private static boolean mayDial(Endpoint endpoint, InetAddress namedFrom) {
        var literal = endpoint.literal();
        return literal.isEmpty() // a name is judged by what it stands for, when it is dialled
                || AddressRule.mayName(namedFrom, literal.get());
    }

    /**
     * The peer after an answer of its own. What the operator typed stays, what a record named goes with the record. The
     * addresses known to work stay in front, since a node behind a router may name one that only others can use; addresses
     * of its private network count when it was reached inside it, which the address that answered tells, and not what its
     * names stand for.
     */
    PeerRow described(PeerRow row, Answer<NodeRecord> answer) {
        var record = answer.content();
        if (record.sequence() <= row.card().sequence() && row.card().record() != null) {
            return row;
        }
        var named = record.endpoints().stream()
                .filter(endpoint -> mayDial(endpoint, answer.from()))
                .toList();
        var given = PeerTable.given(row);
        var kept = PeerTable.endpoints(row).stream().filter(held -> given.contains(held) || named.contains(held));
        var all = Stream.concat(kept, named.stream()).distinct().limit(8).toList();
        return row.with(new PeerCard(urls(all), record.role(), record.software(), record.sequence(), record.jws()));
    }

    private static List<String> urls(List<Endpoint> endpoints) {
        return endpoints.stream().map(Endpoint::url).toList();
    }
}
