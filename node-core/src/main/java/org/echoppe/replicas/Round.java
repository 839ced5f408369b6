package org.echoppe.replicas;

import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.peers.PeerAddress;
import org.echoppe.peers.PeerClient;
import org.echoppe.peers.PeerFailed;
import org.echoppe.peers.RemoteHead;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One comparison with everything that a peer holds. A peer that lists repositories without end, or that nobody can fetch,
 * holds it up for a bounded time; what is left waits for the next round.
 */
final class Round {
    /** Of a thousand repositories each. */
    static final int MOST_PAGES = 200;
    /** Repositories not held here that are fetched in a round. */
    private static final int MOST_UNKNOWN = 1_000;
    /** And how many of these may turn out to be no good. */
    private static final int MOST_IN_VAIN = 20;
    /** Fetches that fail for the line's sake. */
    private static final int MOST_FAILURES = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Round.class);

    private final PeerAddress peer;
    private final PeerClient client;
    private final Replicas replicas;
    private final Fetches fetches;
    private int newer;
    private int stored;
    private int unknown;
    private int inVain;
    private int failures;
    private boolean leftOut;
    private @Nullable Fault fault;

    Round(PeerAddress peer, PeerClient client, Replicas replicas, Fetches fetches) {
        this.peer = peer;
        this.client = client;
        this.replicas = replicas;
        this.fetches = fetches;
    }

    SyncResult run() {
        try {
            walk();
        } catch (PeerFailed e) {
            LOG.debug("{} could not be compared with: {}", peer.did(), e.getMessage());
            replicas.noteBroken(peer.did(), "what it holds", e);
            fault = e.kind().fault();
        }
        return new SyncResult(peer.did(), newer, stored, fault);
    }

    /** Whether everything that the peer holds is held here now, as far as it is good. */
    boolean isComplete() {
        return fault == null && !leftOut;
    }

    private void walk() throws PeerFailed {
        Did after = null;
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            var page = client.heads(peer, after);
            for (var head : page.heads()) {
                compare(head);
                if (failures == MOST_FAILURES) {
                    return;
                }
            }
            after = page.next();
            if (after == null) {
                return;
            }
        }
        throw new PeerFailed(PeerFailed.Kind.BROKEN, "more than " + MOST_PAGES + " pages of heads");
    }

    private void compare(RemoteHead head) {
        if (!fetches.isNewer(head) || !replicas.wants(peer.did(), head.did(), head.rev())) {
            return;
        }
        boolean isUnknown = fetches.isUnknown(head);
        if (isUnknown && (unknown == MOST_UNKNOWN || inVain == MOST_IN_VAIN)) {
            leftOut = true;
            return;
        }
        if (!fetches.want(peer, head)) {
            return;
        }
        newer++;
        var why = fetches.bring(peer, head);
        if (fetches.has(head)) {
            stored++;
        }
        if (isUnknown) {
            unknown++;
            inVain += fetches.isUnknown(head) ? 1 : 0;
        }
        if (why != null) {
            failures++;
            fault = why;
        }
    }
}
