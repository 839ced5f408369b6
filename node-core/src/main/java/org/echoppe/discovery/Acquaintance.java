package org.echoppe.discovery;

import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.echoppe.domain.Did;
import org.echoppe.peers.AddressRule;
import org.echoppe.peers.Answer;
import org.echoppe.peers.Endpoint;
import org.echoppe.peers.NodeRecord;
import org.echoppe.peers.PeerAddress;
import org.echoppe.peers.PeerClient;
import org.echoppe.peers.PeerFailed;
import org.echoppe.store.PeerCard;
import org.echoppe.store.PeerRow;
import org.echoppe.store.PeerSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Nodes that others name: an address is believed when the node's own key answers there, and not before. */
final class Acquaintance {
    /** Peers that nobody here typed in. A shop needs a few; the rest only has to be findable. */
    static final int MOST_PEERS = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(Acquaintance.class);

    private final PeerTable table;
    private final PeerClient client;
    private final Did self;
    private final Clock clock;

    Acquaintance(PeerTable table, PeerClient client, Did self, Clock clock) {
        this.table = table;
        this.client = client;
        this.self = self;
        this.clock = clock;
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
                && (row.isPresent() || table.size() < MOST_PEERS);
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
            var fresh = PeerRow.found(record.did(), urls(endpoints), source, true, clock.instant());
            table.changeOrAdd(fresh, row -> described(row, answer).reached(clock.instant()));
            return true;
        } catch (PeerFailed e) {
            LOG.debug("{} was named but did not answer: {}", record.did(), e.getMessage());
            return false;
        }
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
