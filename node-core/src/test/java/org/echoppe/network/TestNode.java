package org.echoppe.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.echoppe.discovery.Peers;
import org.echoppe.domain.Did;
import org.echoppe.domain.Tid;
import org.echoppe.guard.Denials;
import org.echoppe.guard.SecurityEvent;
import org.echoppe.guard.SecurityJournal;
import org.echoppe.guard.SecurityKind;
import org.echoppe.guard.SecuritySink;
import org.echoppe.identity.Identity;
import org.echoppe.identity.Passphrase;
import org.echoppe.identity.PeerTls;
import org.echoppe.orders.FakeDesk;
import org.echoppe.orders.Mail;
import org.echoppe.peerport.PeerServer;
import org.echoppe.peers.Endpoint;
import org.echoppe.peers.HttpPeerClient;
import org.echoppe.peers.NodeRecord;
import org.echoppe.peers.PeerAddress;
import org.echoppe.peers.PeerClocks;
import org.echoppe.peers.Reachability;
import org.echoppe.peers.VirtualAgenda;
import org.echoppe.records.Mailbox;
import org.echoppe.replicas.Announcer;
import org.echoppe.replicas.ReplicaIndex;
import org.echoppe.replicas.ReplicaRules;
import org.echoppe.replicas.Replicas;
import org.echoppe.replicas.Replicator;
import org.echoppe.replicas.StrangerLimits;
import org.echoppe.replicas.Upkeep;
import org.echoppe.repo.BadRepository;
import org.echoppe.repo.Commit;
import org.echoppe.repo.Update;
import org.echoppe.search.ListingIndex;
import org.echoppe.search.ListingQuery;
import org.echoppe.store.Database;
import org.echoppe.store.Head;
import org.echoppe.store.MailLimits;
import org.echoppe.store.MailStore;
import org.echoppe.store.OutgoingStore;
import org.echoppe.store.PeerStore;
import org.echoppe.store.RepoStore;

/** A node without window, pages and products: real files, real TLS, real sockets. */
final class TestNode implements AutoCloseable {
    final Identity identity;
    final Database database;
    final RepoStore store;
    final ListingIndex index;
    final SecurityJournal journal;
    final Reachability reachability;
    final HttpPeerClient client;
    final Peers peers;
    final Replicas replicas;
    final Announcer announcer;
    final Replicator replicator;
    final Upkeep upkeep;
    final Mail mail;
    /** Takes this shop's envelopes, once {@link #sells} was called. */
    final FakeDesk desk;
    /** Whose mail this node keeps. */
    final Set<Did> keeps = ConcurrentHashMap.newKeySet();
    /** Who keeps this shop's mail. */
    final List<Mailbox> mailboxes = new CopyOnWriteArrayList<>();
    /** What a shop that is not followed may cost. */
    volatile StrangerLimits strangers = StrangerLimits.USUAL;

    private final VirtualAgenda agenda = new VirtualAgenda();
    private final Path spool;
    private final Clock clock;
    private PeerServer server;
    private long lastRev;

    static TestNode open(Path home) {
        return open(home, Clock.systemUTC());
    }

    static TestNode open(Path home, Clock clock) {
        var node = new TestNode(home, clock);
        node.listen(0);
        node.start();
        return node;
    }

    private TestNode(Path home, Clock clock) {
        this.clock = clock;
        try {
            Files.createDirectories(home);
            spool = Files.createDirectories(home.resolve("spool"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean hasData = Files.exists(home.resolve("node.mv.db"));
        identity = Identity.openOrCreate(home, new Passphrase("épreuve", true), clock, new SecureRandom(), hasData);
        database = Database.open(home, identity.databaseKey(), clock);
        store = new RepoStore(database);
        index = ListingIndex.open(home.resolve("index"));
        journal = new SecurityJournal(new InMemory(), clock);
        reachability = new Reachability(clock);
        var clocks = new PeerClocks(clock);
        client = new HttpPeerClient(identity.peerTls(), reachability, spool, Duration.ofSeconds(10));
        peers = new Peers(
                new Peers.Self(identity, NodeRecord.SHOP, "test"),
                new PeerStore(database),
                client,
                reachability,
                clocks,
                journal,
                agenda,
                clock,
                new Random(1));
        var replicaIndex = new ReplicaIndex(store, index, Denials.none());
        var rules = new ReplicaRules(
                identity.did(),
                peers.decisions()::isFollowed,
                peers.decisions()::isPaused,
                peers.decisions()::isBlocked,
                () -> strangers);
        replicas = new Replicas(store, replicaIndex, rules, journal, clock);
        upkeep = new Upkeep(store, replicas, rules, clock);
        peers.decisions().onBlocked(replicas::drop);
        announcer = new Announcer(client, peers, store, agenda, clock);
        replicator =
                new Replicator(client, peers, replicas, store, announcer, reachability, agenda, clock, new Random(2));
        peers.decisions().onFollowed(replicator::reconsider);
        desk = new FakeDesk(identity, clock);
        mail = new Mail(
                new Mail.Parts(
                        new MailStore(database),
                        new OutgoingStore(database),
                        store,
                        client.mail(),
                        peers,
                        reachability,
                        journal,
                        agenda,
                        clock,
                        new Random(3)),
                new Mail.Rules(
                        did(), keeps::contains, peers.decisions()::isBlocked, () -> mailboxes, MailLimits.USUAL));
        replicaIndex.catchUpAll(did());
    }

    /** From now on it takes orders. */
    TestNode sells() {
        mail.deliverTo(desk);
        return this;
    }

    private void start() {
        peers.start();
        replicator.start();
        mail.start();
    }

    /** Opens the peer port and names it to others. */
    void listen(int port) {
        var sources = new PeerServer.Sources(
                peers, replicas, replicator, store, cid -> store.block(cid).orElse(null), Denials.none(), spool, mail);
        server = PeerServer.open(InetAddress.getLoopbackAddress(), port, identity.peerTls(), sources, journal, clock);
        peers.reachableAt(List.of(endpoint()));
    }

    /** Nobody can call any more. */
    void hangUp() {
        server.close();
    }

    /** The node is up, and behind a router that lets nobody in. */
    void hide() {
        peers.reachableAt(List.of());
    }

    Did did() {
        return identity.did();
    }

    PeerTls tls() {
        return identity.peerTls();
    }

    int port() {
        return server.port();
    }

    Endpoint endpoint() {
        return new Endpoint("127.0.0.1", server.port());
    }

    String url() {
        return endpoint().url();
    }

    PeerAddress address() {
        return new PeerAddress(did(), List.of(endpoint()), true);
    }

    /** Signs and stores the next commit of the own shop, and tells everyone. */
    Commit publish(Map<String, Optional<byte[]>> changes) {
        try {
            long micros = Math.max(clock.millis() * 1_000, lastRev + 1);
            lastRev = micros;
            var head = store.commit(did()).orElse(null);
            var update = Update.sign(identity, store.tree(did()), head, Tid.of(micros, 1), changes);
            store.apply(update, head == null ? null : head.cid());
            replicas.published(did());
            announcer.announce(update.commit());
            return update.commit();
        } catch (BadRepository e) {
            throw new IllegalStateException(e);
        }
    }

    Optional<Head> head(Did did) {
        return store.head(did);
    }

    int listings() {
        index.refresh();
        return index.search(ListingQuery.of("")).total();
    }

    List<SecurityEvent> journal(SecurityKind kind) {
        return journal.latest(1000).stream().filter(line -> line.kind() == kind).toList();
    }

    @Override
    public void close() {
        mail.close();
        server.close();
        client.close();
        agenda.close();
        index.close();
        journal.close();
        database.close();
        identity.close();
    }

    private static final class InMemory implements SecuritySink {
        private final List<SecurityEvent> lines = new CopyOnWriteArrayList<>();

        @Override
        public void append(List<SecurityEvent> events) {
            lines.addAll(events);
        }

        @Override
        public List<SecurityEvent> latest(int count) {
            var newest = new ArrayList<>(lines);
            Collections.reverse(newest);
            return newest.stream().limit(count).toList();
        }
    }
}
