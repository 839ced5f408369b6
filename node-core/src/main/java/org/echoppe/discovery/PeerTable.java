package org.echoppe.discovery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import org.echoppe.domain.Did;
import org.echoppe.peers.Endpoint;
import org.echoppe.peers.PeerAddress;
import org.echoppe.store.PeerRow;
import org.echoppe.store.PeerStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The known peers in memory, since every request asks whether its caller is blocked; every change is stored as well. */
final class PeerTable {
    private static final Logger LOG = LoggerFactory.getLogger(PeerTable.class);

    private final PeerStore store;
    private final Map<Did, PeerRow> rows = new ConcurrentSkipListMap<>();

    PeerTable(PeerStore store) {
        this.store = store;
        store.all().forEach(row -> rows.put(row.did(), row));
    }

    Optional<PeerRow> find(Did did) {
        return Optional.ofNullable(rows.get(did));
    }

    /** By DID. */
    List<PeerRow> all() {
        return List.copyOf(rows.values());
    }

    synchronized PeerRow save(PeerRow row) {
        store.save(row);
        rows.put(row.did(), row);
        return row;
    }

    synchronized Optional<PeerRow> change(Did did, UnaryOperator<PeerRow> change) {
        return find(did).map(row -> {
            var changed = change.apply(row);
            return changed.equals(row) ? row : save(changed);
        });
    }

    /**
     * As {@link #change}, of what was only observed: it counts even when it cannot be stored now, since the peer will be
     * observed again.
     */
    synchronized Optional<PeerRow> note(Did did, UnaryOperator<PeerRow> observed) {
        return find(did).map(row -> {
            var changed = observed.apply(row);
            rows.put(did, changed);
            try {
                return changed.equals(row) ? row : save(changed);
            } catch (RuntimeException e) {
                LOG.warn("what is known of {} is not stored for now: {}", did, e.getMessage());
                return changed;
            }
        });
    }

    /** As {@link #change}, of a peer that is made when it is not known. */
    synchronized PeerRow changeOrAdd(PeerRow fresh, UnaryOperator<PeerRow> change) {
        return save(change.apply(find(fresh.did()).orElse(fresh)));
    }

    synchronized void remove(Did did) {
        store.remove(did);
        rows.remove(did);
    }

    /** Whether the operator or the own network gave its address, and not a stranger. */
    static boolean isGiven(PeerRow row) {
        return switch (row.source()) {
            case TYPED, INVITATION, LAN -> true;
            case EXCHANGE, CALLER, PROFILE, REGISTRY -> false;
        };
    }

    /** The address that the operator or the own network gave: always the first one, if any. */
    static List<Endpoint> given(PeerRow row) {
        return isGiven(row) ? endpoints(row).stream().limit(1).toList() : List.of();
    }

    static PeerAddress address(PeerRow row) {
        return new PeerAddress(row.did(), endpoints(row), isGiven(row));
    }

    static List<Endpoint> endpoints(PeerRow row) {
        return row.endpoints().stream()
                .flatMap(url -> Endpoint.parse(url).stream())
                .toList();
    }
}
