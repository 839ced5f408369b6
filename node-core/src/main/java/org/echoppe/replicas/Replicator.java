package org.echoppe.replicas;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.domain.Tid;
import org.echoppe.peers.Agenda;
import org.echoppe.peers.Heard;
import org.echoppe.peers.PeerAddress;
import org.echoppe.peers.PeerBook;
import org.echoppe.peers.PeerClient;
import org.echoppe.peers.PeerFailed;
import org.echoppe.peers.Reachability;
import org.echoppe.peers.RemoteHead;
import org.echoppe.repo.Commit;
import org.echoppe.repo.Snapshot;
import org.echoppe.repo.ThinDiff;
import org.echoppe.store.Head;
import org.echoppe.store.RepoStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the replicas up to date: fetches what is announced at once, compares everything with a peer when it (re)appears, and
 * with all of them on a timer. One fetch a repository at a time, from whichever peer has it.
 */
public final class Replicator {
    private static final Logger LOG = LoggerFactory.getLogger(Replicator.class);
    private static final Duration ROUND = Duration.ofSeconds(60);

    private final PeerClient client;
    private final PeerBook peers;
    private final Replicas replicas;
    private final RepoStore store;
    private final Fetcher fetcher;
    private final Announcer announcer;
    private final Reachability reachability;
    private final Agenda agenda;
    private final RandomGenerator random;
    private final Penalties penalties;
    private final Turns turns = new Turns();
    private final Map<Did, Wanted> wanted = new ConcurrentHashMap<>();
    private final Set<Did> fetching = ConcurrentHashMap.newKeySet();
    private final Set<Did> syncing = ConcurrentHashMap.newKeySet();

    public Replicator(
            PeerClient client,
            PeerBook peers,
            Replicas replicas,
            RepoStore store,
            Announcer announcer,
            Reachability reachability,
            Agenda agenda,
            Clock clock,
            RandomGenerator random) {
        this.client = client;
        this.peers = peers;
        this.replicas = replicas;
        this.store = store;
        this.fetcher = new Fetcher(client, replicas, store);
        this.announcer = announcer;
        this.reachability = reachability;
        this.agenda = agenda;
        this.random = random;
        this.penalties = new Penalties(clock);
    }

    /** From now on by itself. */
    public void start() {
        reachability.onChange((did, state) -> {
            if (state.reachable()) {
                agenda.soon(() -> peers.find(did).ifPresent(this::syncWith));
            }
        });
        nextRound();
    }

    private void nextRound() {
        var jittered = Duration.ofMillis((long) (ROUND.toMillis() * (0.8 + 0.4 * random.nextDouble())));
        agenda.after(jittered, () -> {
            peers.reachable().forEach(peer -> agenda.soon(() -> syncWith(peer)));
            nextRound();
        });
    }

    /** One round now, peer after peer. */
    public List<SyncResult> syncNow() {
        return peers.reachable().stream().map(this::syncWith).toList();
    }

    /** Other rules hold for a repository from now on: what was refused of it is asked for again. */
    public void reconsider(Did did) {
        penalties.lift(did);
        peers.reachable().forEach(peer -> agenda.soon(() -> syncWith(peer)));
    }

    /** Which peers are being asked right now. */
    public Set<Did> syncing() {
        return Set.copyOf(syncing);
    }

    /**
     * A peer says that a merchant has signed a commit. Fetched at once, unless it is known.
     *
     * @param commit its signature is verified
     */
    public Heard announced(Did from, Commit commit) {
        var head = store.head(commit.did());
        var held = head.map(Head::rev).orElse(null);
        if (!isNewer(commit.did(), commit.rev(), commit.cid()) || !replicas.wants(from, commit.did(), commit.rev())) {
            return new Heard(false, held);
        }
        var source = peers.find(from);
        source.ifPresent(peer -> {
            if (want(peer, commit.did(), commit.rev(), commit.cid())) {
                agenda.soon(() -> fetchWanted(commit.did()));
            }
        });
        return new Heard(source.isEmpty(), held);
    }

    /** Whether there is nothing new in this commit: it is or recently was the head here. */
    public boolean knows(Commit commit) {
        return store.knows(commit.did(), commit.cid());
    }

    /** A node that cannot be called sends a whole repository. */
    public Outcome pushed(Sender from, Snapshot snapshot) {
        return passedOn(from, snapshot.commit(), replicas.accept(from, snapshot));
    }

    /** A node that cannot be called sends what changed. */
    public Outcome pushed(Sender from, ThinDiff changes) {
        return passedOn(from, changes.commit(), replicas.accept(from, changes));
    }

    private Outcome passedOn(Sender from, Commit commit, Outcome outcome) {
        if (outcome == Outcome.STORED) {
            announcer.announce(commit, from.did());
        }
        return outcome;
    }

    /** Compares with everything the peer holds, and fetches what is newer there. */
    public SyncResult syncWith(PeerAddress peer) {
        if (!syncing.add(peer.did())) {
            return new SyncResult(peer.did(), 0, 0, null);
        }
        var newer = new ArrayList<RemoteHead>();
        try {
            Did after = null;
            do {
                var page = client.heads(peer, after);
                for (var head : page.heads()) {
                    if (isNewer(head.did(), head.rev(), head.commit())
                            && replicas.wants(peer.did(), head.did(), head.rev())
                            && want(peer, head.did(), head.rev(), head.commit())) {
                        newer.add(head);
                        fetchWanted(head.did());
                    }
                }
                after = page.next();
            } while (after != null);
            reachability.synced(peer.did());
            return new SyncResult(peer.did(), newer.size(), stored(newer), null);
        } catch (PeerFailed e) {
            LOG.debug("{} could not be compared with: {}", peer.did(), e.getMessage());
            replicas.noteBroken(peer.did(), "what it holds", e);
            return new SyncResult(
                    peer.did(), newer.size(), stored(newer), e.kind().fault());
        } finally {
            syncing.remove(peer.did());
        }
    }

    private int stored(List<RemoteHead> newer) {
        return (int) newer.stream()
                .filter(head -> store.knows(head.did(), head.commit()))
                .count();
    }

    private boolean isNewer(Did did, Tid rev, Cid commit) {
        var head = store.head(did);
        int newer = head.map(held -> rev.compareTo(held.rev())).orElse(1);
        boolean mends = newer == 0 && head.filter(Head::damaged).isPresent();
        return newer > 0 || mends || (newer == 0 && isUnseenTwin(did, commit));
    }

    /** Another commit with the same rev: a fork that is not yet on record. */
    private boolean isUnseenTwin(Did did, Cid commit) {
        return !store.knows(did, commit)
                && store.forks(did).stream()
                        .noneMatch(fork -> fork.other().cid().equals(commit));
    }

    private boolean want(PeerAddress peer, Did did, Tid rev, Cid commit) {
        if (penalties.holds(peer.did(), did)) {
            return false;
        }
        wanted.merge(did, new Wanted(rev, commit, List.of(peer)), Wanted::or);
        return true;
    }

    private void fetchWanted(Did did) {
        while (wanted.containsKey(did) && fetching.add(did)) {
            try {
                var wish = wanted.remove(did);
                if (wish != null && isNewer(did, wish.rev(), wish.commit())) {
                    fetch(did, wish);
                }
            } finally {
                fetching.remove(did);
            }
        }
    }

    private void fetch(Did did, Wanted wish) {
        for (var peer : wish.sources()) {
            try {
                switch (turns.take(peer.did(), () -> fetcher.fetch(peer, did, wish.rev()))) {
                    case STORED -> {
                        penalties.lift(peer.did(), did);
                        store.commit(did).ifPresent(commit -> announcer.announce(commit, peer.did()));
                        return;
                    }
                    case NOT_NEWER -> {
                        return;
                    }
                    case FROM_THE_FUTURE, WHOLE_WANTED, REFUSED -> penalties.add(peer.did(), did);
                }
            } catch (PeerFailed e) {
                LOG.debug("{} did not give {}: {}", peer.did(), did, e.getMessage());
                if (e.kind() == PeerFailed.Kind.BROKEN) {
                    penalties.add(peer.did(), did);
                }
            }
        }
    }
}
