package org.echoppe.replicas;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.echoppe.store.Head;
import org.echoppe.store.RepoStore;

/**
 * Room for shops that nobody here follows. DIDs are free to make, so there is a sum for all of them, and a share of it for
 * each network that brings them.
 */
final class StrangerRoom {
    static final int MOST_SHOPS = 5_000;
    /** New shops that a peer of the operator's may bring while this node runs. */
    static final int MOST_BROUGHT = 1_000;
    /** And all strangers of one network together. */
    static final int MOST_OF_NETWORK = 200;

    private static final int MOST_BRINGERS = 10_000;
    /** Growth that is let in before anybody counts again. */
    private static final long UNCOUNTED = 1 << 20;

    private final RepoStore store;
    private final ReplicaRules rules;
    private final Map<String, Integer> brought = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > MOST_BRINGERS;
        }
    };

    private long uncounted;

    StrangerRoom(RepoStore store, ReplicaRules rules) {
        this.store = store;
        this.rules = rules;
    }

    /** Takes the place, if there is one. */
    synchronized boolean takes(Sender from, long bytes) {
        var network = from.network();
        var bringer = network == null ? from.did().value() : network.text();
        int soFar = brought.getOrDefault(bringer, 0);
        if (soFar >= (network == null ? MOST_BROUGHT : MOST_OF_NETWORK) || !hasRoom(bytes)) {
            return false;
        }
        brought.put(bringer, soFar + 1);
        return true;
    }

    /** Whether a shop that has its place may take so much more, bytes. */
    synchronized boolean grows(long bytes) {
        uncounted += Math.max(0, bytes);
        if (uncounted >= UNCOUNTED && bytes > 0) {
            if (bytes(strangers()) + bytes > most()) {
                return false;
            }
            uncounted = 0;
        }
        return true;
    }

    private boolean hasRoom(long bytes) {
        var heads = strangers();
        return heads.size() < MOST_SHOPS && bytes(heads) + bytes <= most();
    }

    private long most() {
        return rules.strangers().get().togetherBytes();
    }

    private List<Head> strangers() {
        return store.heads(null, 2 * MOST_SHOPS).stream()
                .filter(head -> !rules.isKept(head.did()))
                .toList();
    }

    private static long bytes(List<Head> heads) {
        return heads.stream().mapToLong(Head::bytes).sum();
    }
}
