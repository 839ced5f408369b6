package org.echoppe.replicas;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.echoppe.domain.Did;
import org.echoppe.domain.Tid;
import org.echoppe.peers.Agenda;
import org.echoppe.peers.PeerAddress;
import org.echoppe.peers.PeerBook;
import org.echoppe.peers.PeerClient;
import org.echoppe.peers.PeerFailed;
import org.echoppe.repo.Commit;
import org.echoppe.repo.ThinDiff;
import org.echoppe.store.RepoStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the peers of new commits, the own and those of others that are stored here: each peer on its own, so that one that
 * hangs delays none. Of each repository only the latest is told, one in {@link Pace#EVERY} after a burst.
 */
public final class Announcer {
    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

    private final PeerClient client;
    private final PeerBook peers;
    private final RepoStore store;
    private final Agenda agenda;
    private final Clock clock;
    private final Map<Did, Pace> paces = new ConcurrentHashMap<>();

    public Announcer(PeerClient client, PeerBook peers, RepoStore store, Agenda agenda, Clock clock) {
        this.client = client;
        this.peers = peers;
        this.store = store;
        this.agenda = agenda;
        this.clock = clock;
    }

    /** Tells everyone of a commit that is stored here. */
    public void announce(Commit commit) {
        announce(commit, null);
    }

    /** @param from who told us, and need not be told */
    void announce(Commit commit, @Nullable Did from) {
        var pace = paces.computeIfAbsent(commit.did(), _ -> new Pace());
        var wait = pace.next(clock.instant());
        if (wait.isZero()) {
            tell(commit, from);
        } else if (pace.waitOnce()) {
            agenda.after(wait, () -> {
                pace.waited();
                store.commit(commit.did()).ifPresent(this::announce);
            });
        }
        forgetTheQuiet();
    }

    private void forgetTheQuiet() {
        if (paces.size() > 10_000) {
            paces.values().removeIf(pace -> pace.isFull(clock.instant()));
        }
    }

    private void tell(Commit commit, @Nullable Did from) {
        for (var peer : peers.reachable()) {
            if (!peer.did().equals(from) && !peer.did().equals(commit.did())) {
                agenda.soon(() -> tell(peer, commit));
            }
        }
    }

    private void tell(PeerAddress peer, Commit commit) {
        try {
            store.settle();
            var heard = client.announce(peer, commit.block());
            if (heard.push()) {
                push(peer, commit.did(), heard.held());
            }
        } catch (PeerFailed e) {
            LOG.debug("{} was not told of {}: {}", peer.did(), commit.did(), e.getMessage());
        }
    }

    /** To a peer that cannot call back: what changed since, else the whole. */
    private void push(PeerAddress peer, Did did, @Nullable Tid held) throws PeerFailed {
        var changes = held == null ? Optional.<ThinDiff>empty() : store.changesSince(did, held);
        store.settle();
        if (changes.isPresent()) {
            client.push(peer, changes.get());
        } else {
            client.push(peer, did, out -> {
                Repositories.write(store, did, out);
                store.settle();
            });
        }
    }
}
