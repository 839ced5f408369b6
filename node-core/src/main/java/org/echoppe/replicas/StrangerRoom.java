package org.echoppe.replicas;

import java.util.LinkedHashMap;
import java.util.Map;
import org.echoppe.domain.Did;
import org.echoppe.store.Head;
import org.echoppe.store.RepoStore;

/**
 * Room for shops that nobody here follows. DIDs are free to make, so there is a sum for all of them, and a share of it for
 * each node that brings them.
 */
final class StrangerRoom {
    static final int MOST_SHOPS = 5_000;
    /** New shops that one peer may bring while this node runs. */
    static final int MOST_BROUGHT = 1_000;

    private static final int MOST_BRINGERS = 10_000;

    private final RepoStore store;
    private final ReplicaRules rules;
    private final Map<Did, Integer> brought = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Did, Integer> eldest) {
            return size() > MOST_BRINGERS;
        }
    };

    StrangerRoom(RepoStore store, ReplicaRules rules) {
        this.store = store;
        this.rules = rules;
    }

    /** Takes the place, if there is one. */
    synchronized boolean takes(Did bringer, long bytes) {
        int soFar = brought.getOrDefault(bringer, 0);
        if (soFar >= MOST_BROUGHT || !hasRoom(bytes)) {
            return false;
        }
        brought.put(bringer, soFar + 1);
        return true;
    }

    private boolean hasRoom(long bytes) {
        var heads = store.heads(null, MOST_SHOPS);
        long strangers = heads.stream()
                .filter(head -> !rules.isKept(head.did()))
                .mapToLong(Head::bytes)
                .sum();
        return heads.size() < MOST_SHOPS
                && strangers + bytes <= rules.strangers().get().togetherBytes();
    }
}
