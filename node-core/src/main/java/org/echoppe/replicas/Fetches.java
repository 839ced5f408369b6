package org.echoppe.replicas;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.peers.PeerAddress;
import org.echoppe.peers.PeerClient;
import org.echoppe.peers.PeerFailed;
import org.echoppe.peers.Reachability;
import org.echoppe.peers.RemoteHead;
import org.echoppe.store.Head;
import org.echoppe.store.RepoStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is to be fetched: one fetch a repository at a time, from whichever peer has it. */
final class Fetches {
    private static final Logger LOG = LoggerFactory.getLogger(Fetches.class);

    private final RepoStore store;
    private final Fetcher fetcher;
    private final Announcer announcer;
    private final Penalties penalties;
    private final Turns turns = new Turns();
    private final Map<Did, Wanted> wanted = new ConcurrentHashMap<>();
    private final Map<Did, CountDownLatch> underWay = new ConcurrentHashMap<>();

    Fetches(
            PeerClient client,
            Replicas replicas,
            RepoStore store,
            Announcer announcer,
            Reachability reachability,
            Clock clock) {
        this.store = store;
        this.fetcher = new Fetcher(client, replicas, store, reachability);
        this.announcer = announcer;
        this.penalties = new Penalties(clock);
    }

    /** Whether nothing of this repository is held here. */
    boolean isUnknown(RemoteHead head) {
        return store.head(head.did()).isEmpty();
    }

    /** Whether this very state was taken. */
    boolean has(RemoteHead head) {
        return store.knows(head.did(), head.commit());
    }

    boolean isNewer(RemoteHead head) {
        var held = store.head(head.did());
        int newer = held.map(here -> head.rev().compareTo(here.rev())).orElse(1);
        boolean mends = newer == 0 && held.filter(Head::damaged).isPresent();
        return newer > 0 || mends || (newer == 0 && isUnseenTwin(head));
    }

    /** Another commit with the same rev: a fork that is not yet on record. */
    private boolean isUnseenTwin(RemoteHead head) {
        return !has(head)
                && store.forks(head.did()).stream()
                        .noneMatch(fork -> fork.other().cid().equals(head.commit()));
    }

    /** Notes that the peer has this; false when what it had of it lately was no good. */
    boolean want(PeerAddress peer, RemoteHead head) {
        if (penalties.holds(peer.did(), head.did())) {
            return false;
        }
        wanted.merge(head.did(), new Wanted(head, List.of(peer)), Wanted::or);
        return true;
    }

    /** What was refused of it is asked for again. */
    void reconsider(Did did) {
        penalties.lift(did);
    }

    /**
     * Fetches what is wanted of the repository, or waits for whoever is at it already.
     *
     * @return why there is still something newer to be had from the peer; null when there is not, or when it was no good
     */
    @Nullable
    Fault bring(PeerAddress peer, RemoteHead head) {
        Fault why = null;
        while (wanted.containsKey(head.did()) || underWay.containsKey(head.did())) {
            var failed = fetchWanted(head.did());
            why = failed == null ? why : failed;
            var other = underWay.get(head.did());
            if (other != null && !ended(other)) {
                break;
            }
        }
        boolean missing = isNewer(head) && !penalties.holds(peer.did(), head.did());
        return missing ? (why == null ? Fault.PEER_UNREACHABLE : why) : null;
    }

    private static boolean ended(CountDownLatch fetch) {
        try {
            fetch.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Fetches what is wanted of the repository. Where another thread is at it, that one sees the wish too.
     *
     * @return why it could not be fetched; null when it was, or when there is nothing to blame the line for
     */
    @Nullable
    Fault fetchWanted(Did did) {
        Fault why = null;
        while (wanted.containsKey(did)) {
            var mine = new CountDownLatch(1);
            if (underWay.putIfAbsent(did, mine) != null) {
                return why;
            }
            try {
                var wish = wanted.remove(did);
                why = wish != null && isNewer(wish.head()) ? fetch(wish) : null;
            } finally {
                underWay.remove(did);
                mine.countDown();
            }
        }
        return why;
    }

    private @Nullable Fault fetch(Wanted wish) {
        var did = wish.head().did();
        Fault why = null;
        for (var peer : wish.sources()) {
            try {
                switch (turns.take(
                        peer.did(), () -> fetcher.fetch(peer, did, wish.head().rev()))) {
                    case STORED -> {
                        penalties.lift(peer.did(), did);
                        store.commit(did).ifPresent(commit -> announcer.announce(commit, peer.did()));
                        return null;
                    }
                    case NOT_NEWER -> {
                        return null;
                    }
                    case FROM_THE_FUTURE, WHOLE_WANTED, REFUSED -> penalties.add(peer.did(), did);
                }
            } catch (PeerFailed e) {
                LOG.debug("{} did not give {}: {}", peer.did(), did, e.getMessage());
                why = e.kind().fault();
                if (e.kind() == PeerFailed.Kind.BROKEN) {
                    penalties.add(peer.did(), did);
                }
            }
        }
        return why;
    }
}
