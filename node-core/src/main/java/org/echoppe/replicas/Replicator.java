package org.echoppe.replicas;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.echoppe.domain.Did;
import org.echoppe.peers.Agenda;
import org.echoppe.peers.Heard;
import org.echoppe.peers.PeerAddress;
import org.echoppe.peers.PeerBook;
import org.echoppe.peers.PeerClient;
import org.echoppe.peers.Reachability;
import org.echoppe.peers.RemoteHead;
import org.echoppe.repo.Commit;
import org.echoppe.repo.Snapshot;
import org.echoppe.repo.ThinDiff;
import org.echoppe.store.Head;
import org.echoppe.store.RepoStore;

/**
 * Keeps the replicas up to date: fetches what is announced at once, compares everything with a peer when it (re)appears, and
 * with all of them on a timer.
 */
public final class Replicator {
    private static final Duration ROUND = Duration.ofSeconds(60);

    private final PeerClient client;
    private final PeerBook peers;
    private final Replicas replicas;
    private final RepoStore store;
    private final Fetches fetches;
    private final Announcer announcer;
    private final Reachability reachability;
    private final Agenda agenda;
    private final RandomGenerator random;
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
        this.fetches = new Fetches(client, replicas, store, announcer, reachability, clock);
        this.announcer = announcer;
        this.reachability = reachability;
        this.agenda = agenda;
        this.random = random;
    }

    /** From now on by itself. */
    public void start() {
        reachability.onChange((did, state) -> {
            if (state.reachable()) {
                agenda.soon(() -> peers.find(did).ifPresent(this::syncWith));
            }
        });
        agenda.every(this::pause, () -> peers.reachable().forEach(peer -> agenda.soon(() -> syncWith(peer))));
    }

    private Duration pause() {
        return Duration.ofMillis((long) (ROUND.toMillis() * (0.8 + 0.4 * random.nextDouble())));
    }

    /** One round now, peer after peer. */
    public List<SyncResult> syncNow() {
        return peers.reachable().stream().map(this::syncWith).toList();
    }

    /** Other rules hold for a repository from now on: what was refused of it is asked for again. */
    public void reconsider(Did did) {
        fetches.reconsider(did);
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
        var held = store.head(commit.did()).map(Head::rev).orElse(null);
        var head = new RemoteHead(commit.did(), commit.rev(), commit.cid());
        if (!fetches.isNewer(head) || !replicas.wants(from, head.did(), head.rev())) {
            return new Heard(false, held);
        }
        var source = peers.find(from);
        source.ifPresent(peer -> {
            if (fetches.want(peer, head)) {
                agenda.soon(() -> fetches.fetchWanted(head.did()));
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
        try {
            var round = new Round(peer, client, replicas, fetches);
            var result = round.run();
            if (round.isComplete()) {
                reachability.synced(peer.did());
            } else {
                reachability.behind(peer.did());
            }
            return result;
        } finally {
            syncing.remove(peer.did());
        }
    }
}
