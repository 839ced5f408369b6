package org.echoppe.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.echoppe.discovery.Peers;
import org.echoppe.domain.Did;
import org.echoppe.domain.Tid;
import org.echoppe.guard.Denials;
import org.echoppe.guard.SecurityEvent;
import org.echoppe.guard.SecurityJournal;
import org.echoppe.guard.SecuritySink;
import org.echoppe.peers.Endpoint;
import org.echoppe.peers.NodeRecord;
import org.echoppe.peers.PeerClocks;
import org.echoppe.peers.Reachability;
import org.echoppe.replicas.Announcer;
import org.echoppe.replicas.ReplicaIndex;
import org.echoppe.replicas.ReplicaRules;
import org.echoppe.replicas.Replicas;
import org.echoppe.replicas.Replicator;
import org.echoppe.replicas.StrangerLimits;
import org.echoppe.repo.BadRepository;
import org.echoppe.repo.Update;
import org.echoppe.search.ListingIndex;
import org.echoppe.search.ListingQuery;
import org.echoppe.store.Database;
import org.echoppe.store.PeerStore;
import org.echoppe.store.RepoStore;

/** A node whose clock, chance and lines belong to the test. Its database and index are real. */
final class SimulatedNode implements AutoCloseable {
    final Path spool;
    final RepoStore store;
    final Reachability reachability;
    final Peers peers;
    final Replicator replicator;
    private final SeededSigner signer;
    private final Endpoint endpoint;
    private final SimulatedTime time;
    private final Database database;
    private final ListingIndex index;
    private final SecurityJournal journal;
    private final Replicas replicas;
    private final Announcer announcer;
    private long lastRev;

    SimulatedNode(Path home, int number, SimulatedTime time, SimulatedNetwork network, Random random) {
        this.time = time;
        this.signer = new SeededSigner(random.nextLong());
        this.endpoint = new Endpoint("93.184.216." + number, Endpoint.USUAL_PORT);
        try {
            spool = Files.createDirectories(home.resolve("spool"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database = Database.open(home, new byte[32], time);
        store = new RepoStore(database);
        index = ListingIndex.open(home.resolve("index"));
        journal = new SecurityJournal(new Nowhere(), time);
        reachability = new Reachability(time);
        var client = new SimulatedClient(this, network);
        peers = new Peers(
                new Peers.Self(signer, NodeRecord.SHOP, "simulated"),
                new PeerStore(database),
                client,
                reachability,
                new PeerClocks(time),
                journal,
                time,
                time,
                new Random(random.nextLong()));
        replicas = new Replicas(
                store,
                new ReplicaIndex(store, index, Denials.none()),
                new ReplicaRules(
                        did(),
                        peers.decisions()::isFollowed,
                        peers.decisions()::isPaused,
                        peers.decisions()::isBlocked,
                        () -> StrangerLimits.USUAL),
                journal,
                time);
        replicas.onStored(did -> network.trace.add(time.instant() + " " + number + " has "
                + store.head(did).orElseThrow().rev()));
        announcer = new Announcer(client, peers, store, time, time);
        replicator = new Replicator(
                client, peers, replicas, store, announcer, reachability, time, time, new Random(random.nextLong()));
        peers.reachableAt(List.of(endpoint));
        peers.start();
        replicator.start();
    }

    Did did() {
        return signer.did();
    }

    Endpoint endpoint() {
        return endpoint;
    }

    void publish(Map<String, Optional<byte[]>> changes) {
        try {
            var head = store.commit(did()).orElse(null);
            lastRev = Math.max(time.millis() * 1_000, lastRev + 1);
            var rev = Tid.of(lastRev, 1);
            var update = Update.sign(signer, store.tree(did()), head, rev, changes);
            store.apply(update, head == null ? null : head.cid());
            replicas.published(did());
            announcer.announce(update.commit());
        } catch (BadRepository e) {
            throw new IllegalStateException(e);
        }
    }

    int listings() {
        index.refresh();
        return index.search(ListingQuery.of("")).total();
    }

    List<String> heads() {
        return store.heads(null, 100).stream()
                .map(head -> head.commitCid().toString())
                .toList();
    }

    @Override
    public void close() {
        index.close();
        journal.close();
        database.close();
    }

    private static final class Nowhere implements SecuritySink {
        @Override
        public void append(List<SecurityEvent> events) {}

        @Override
        public List<SecurityEvent> latest(int count) {
            return List.of();
        }
    }
}
