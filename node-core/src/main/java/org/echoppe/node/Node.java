package org.echoppe.node;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.echoppe.catalogue.Catalogue;
import org.echoppe.catalogue.Exporter;
import org.echoppe.catalogue.Importer;
import org.echoppe.catalogue.OwnRepository;
import org.echoppe.catalogue.Publisher;
import org.echoppe.catalogue.Shop;
import org.echoppe.catalogue.Stockroom;
import org.echoppe.discovery.Neighbourhood;
import org.echoppe.discovery.Peers;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.echoppe.guard.Denials;
import org.echoppe.guard.SecurityJournal;
import org.echoppe.guard.SecuritySink;
import org.echoppe.identity.Identity;
import org.echoppe.identity.Passphrase;
import org.echoppe.identity.WebCertificate;
import org.echoppe.journal.JournalDisk;
import org.echoppe.media.Blobs;
import org.echoppe.media.Pictures;
import org.echoppe.node.backup.Backup;
import org.echoppe.node.backup.DailyBackup;
import org.echoppe.orders.Ledger;
import org.echoppe.orders.LedgerFiles;
import org.echoppe.orders.Mail;
import org.echoppe.orders.desk.Answering;
import org.echoppe.orders.desk.OrderDesk;
import org.echoppe.orders.desk.OrderPapers;
import org.echoppe.orders.desk.People;
import org.echoppe.orders.desk.Till;
import org.echoppe.peerport.PeerServer;
import org.echoppe.peers.Endpoint;
import org.echoppe.peers.HttpPeerClient;
import org.echoppe.peers.NodeRecord;
import org.echoppe.peers.PeerClocks;
import org.echoppe.peers.Reachability;
import org.echoppe.peers.Traffic;
import org.echoppe.peers.VirtualAgenda;
import org.echoppe.records.Geo;
import org.echoppe.records.ProductRecord;
import org.echoppe.records.ShopProfile;
import org.echoppe.replicas.Allowance;
import org.echoppe.replicas.Announcer;
import org.echoppe.replicas.Listings;
import org.echoppe.replicas.PictureFetch;
import org.echoppe.replicas.Place;
import org.echoppe.replicas.Presence;
import org.echoppe.replicas.ReplicaIndex;
import org.echoppe.replicas.ReplicaRules;
import org.echoppe.replicas.Replicas;
import org.echoppe.replicas.Replicator;
import org.echoppe.replicas.Repositories;
import org.echoppe.replicas.UnshownRecords;
import org.echoppe.replicas.Upkeep;
import org.echoppe.repo.BadRepository;
import org.echoppe.repo.DagCbor;
import org.echoppe.repo.TidClock;
import org.echoppe.search.ListingIndex;
import org.echoppe.store.Database;
import org.echoppe.store.Head;
import org.echoppe.store.HomeLock;
import org.echoppe.store.LedgerStore;
import org.echoppe.store.MailLimits;
import org.echoppe.store.MailStore;
import org.echoppe.store.OrderStore;
import org.echoppe.store.OutgoingStore;
import org.echoppe.store.PeerStore;
import org.echoppe.store.ProductStore;
import org.echoppe.store.ReplicaCheck;
import org.echoppe.store.RepoStore;
import org.echoppe.store.SecurityStore;
import org.echoppe.store.SettingStore;
import org.echoppe.web.OrderLimits;
import org.echoppe.web.WebServer;
import org.echoppe.web.WebSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One node: everything is built here, by hand, in the order it is needed, and closed in reverse. {@link #open} makes it able
 * to work on the home; {@link #start} opens its ports and lets it work by itself.
 */
public final class Node implements AutoCloseable {
    /** What this node says it is, to peers. */
    public static final String SOFTWARE = "echoppe/0.1";

    private static final Logger LOG = LoggerFactory.getLogger(Node.class);
    /** Late enough not to delay the start. */
    private static final Duration CHECK_AFTER = Duration.ofMinutes(1);

    private static final Duration CHECK_EVERY = Duration.ofDays(1);
    /** What the disk had no room for is tried again so often. */
    private static final Duration INDEX_AGAIN = Duration.ofMinutes(5);

    /** The window's first screen is there by then. */
    private static final Duration ANNOUNCE_AFTER = Duration.ofSeconds(5);

    private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(1);

    /** A stick that was put in again gets its copy within the hour. */
    private static final Duration BACKUP_LOOK = Duration.ofHours(1);

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final NodeConfig config;
    private final Surroundings around;
    private final Path spool;
    private final Identity identity;
    private final RepoStore repos;
    private final DiskCheck disk;
    private final ReplicaIndex replicaIndex;
    private final SecurityJournal journal;
    private final Blobs blobs;
    private final Denials denials;
    private final PictureFetch pictures;
    private final SettingStore settings;
    private final Catalogue catalogue;
    private final Ledger ledger;
    private final Importer importer;
    private final Exporter exporter;
    private final Publisher publisher;
    private final Reachability reachability;
    private final Peers peers;
    private final Neighbourhood neighbourhood;
    private final Replicas replicas;
    private final Replicator replicator;
    private final Listings listings;
    private final HttpPeerClient client;
    private final Allowance allowance;
    private final Upkeep upkeep;
    private final UnshownRecords unshown;
    private final Today today;
    private final Mail mail;
    private final OrderDesk orders;
    private final Till till;
    private final OrderPapers orderPapers;
    private final People people;
    private final Answering answering;
    private final VirtualAgenda agenda;
    private final Backup backup;
    private final DailyBackup dailyBackup;
    private volatile boolean clockIsRight = true;
    private volatile @Nullable Places places;
    private volatile @Nullable PeerServer peerServer;
    private volatile @Nullable WebCertificate operatorsCertificate;

    private Node(NodeConfig config, Surroundings around) {
        this.config = config;
        this.around = around;
        try {
            var clock = around.clock();
            var random = around.random();
            var home = config.home();

            var lock = closing(HomeLock.take(home));
            spool = emptied(home.resolve("spool"));
            boolean homeHasData = Files.exists(home.resolve("node.mv.db"));
            var passphrase = Passphrase.of(around.environment(), home, random);
            identity = closing(Identity.openOrCreate(home, passphrase, clock, random, homeHasData));
            var database = closing(Database.open(home, lock, identity.databaseKey(), clock));

            repos = new RepoStore(database);
            settings = new SettingStore(database);
            var products = new ProductStore(database);
            journal = closing(new SecurityJournal(SecuritySink.of(new SecurityStore(database)), clock));
            blobs = new Blobs(home.resolve("blobs"), clock);
            denials = Denials.in(home.resolve("blocked.deny"));
            var index = closing(ListingIndex.open(home.resolve("index")));

            var shop = new Shop(database, settings);
            catalogue =
                    new Catalogue(database, products, shop, new TidClock(clock, random.nextInt(1 << 10), null), clock);
            // before anything else writes: tables that lag behind the journal are brought after first
            var ledgerFiles =
                    new LedgerFiles(home, identity.did(), identity.orderKeysKey(), JournalDisk.REAL, random, clock);
            ledger = closing(Ledger.open(ledgerFiles, database, new LedgerStore(database), new Stockroom(catalogue)));

            reachability = new Reachability(clock);
            var clocks = new PeerClocks(clock);
            // after all that work in the background uses: it is stopped first, but for the calls it may be waiting for
            agenda = closing(new VirtualAgenda());
            client = closing(new HttpPeerClient(identity.peerTls(), reachability, spool));

            importer = new Importer(catalogue, products);
            exporter = new Exporter(shop, products);
            var keys = new OwnRepository.Keys(identity::encryptionKey, identity.recoveryKey());
            publisher = closing(new Publisher(
                    new OwnRepository(identity, keys, database, repos, products, settings, shop, clock),
                    clock,
                    agenda::after));

            var self = new Peers.Self(identity, role(shop), SOFTWARE);
            peers = new Peers(
                    self, new PeerStore(database), client, reachability, clocks, journal, agenda, clock, random);
            var decisions = peers.decisions();
            allowance = new Allowance(settings);
            replicaIndex = new ReplicaIndex(repos, index, denials);
            index.onReopened(() -> agenda.soon(this::catchUpIndex));
            var rules = new ReplicaRules(
                    identity.did(),
                    decisions::isFollowed,
                    decisions::isPaused,
                    decisions::isBlocked,
                    allowance::limits);
            replicas = new Replicas(repos, replicaIndex, rules, journal, clock);
            upkeep = new Upkeep(repos, replicas, rules, clock);
            var announcer = new Announcer(client, peers, repos, agenda, clock);
            replicator = new Replicator(client, peers, replicas, repos, announcer, reachability, agenda, clock, random);
            listings = new Listings(repos, replicaIndex, this::presence, clock);

            catalogue.onChange(publisher::changed);
            shop.onChange(publisher::changed);
            publisher.onCommit(commit -> {
                replicas.published(commit.did());
                announcer.announce(commit);
            });
            peers.onClockWrong(wrong -> {
                clockIsRight = !wrong;
                publisher.trustClock(!wrong);
            });
            decisions.onBlocked(replicas::drop);
            decisions.onFollowed(replicator::reconsider);
            shop.onChange(() -> peers.becomes(role(shop)));
            mail = closing(new Mail(
                    new Mail.Parts(
                            new MailStore(database),
                            new OutgoingStore(database),
                            repos,
                            client.mail(),
                            peers,
                            reachability,
                            journal,
                            agenda,
                            clock,
                            random),
                    new Mail.Rules(
                            identity.did(),
                            did -> config.mail().keeps(did, decisions::isFollowed),
                            decisions::isBlocked,
                            () -> config.mail().mailboxes(),
                            MailLimits.USUAL)));
            var deskParts = new OrderDesk.Parts(
                    identity, database, ledger, repos, catalogue, settings, this::geo, clock, random);
            orders = new OrderDesk(deskParts);
            till = new Till(deskParts);
            orderPapers = new OrderPapers(deskParts);
            people = new People(deskParts, orders, orderPapers);
            answering =
                    new Answering(identity, ledger, database, new OrderStore(database), settings, mail.outbox(), clock);
            orders.onChange(_ -> agenda.soon(answering::catchUp));
            mail.deliverTo(orders);
            unshown = new UnshownRecords(repos, identity.did());
            today = new Today(this, settings, clock);
            pictures = new PictureFetch(
                    client, peers, repos, replicaIndex.shown(), blobs, identity.did(), decisions::isFollowed, agenda);
            replicas.onStored(pictures::lookAfter);
            disk = new DiskCheck(
                    identity.did(), repos, new ReplicaCheck(database, repos), products, journal, publisher::changed);
            catalogue.onChange(() -> agenda.soon(disk::afterChange));
            publisher.checkFirst(disk::own);
            neighbourhood = closing(Neighbourhood.around(config.bind(), identity.did(), agenda, clock));
            shop.onChange(() -> agenda.soon(this::tellNeighbours));
            backup = new Backup(new Backup.Parts(
                    home, spool, identity, database, () -> ownPictures(products), blobs, clock, random));
            dailyBackup = new DailyBackup(backup, settings, identity.did(), clock);
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /**
     * Opens the home, making it when it is new.
     *
     * @throws org.echoppe.domain.Rejected HOME_IN_USE, HOME_TOO_NEW, WRONG_PASSPHRASE, IDENTITY_DAMAGED, IDENTITY_MISSING,
     *     DATABASE_DAMAGED, DISK_FULL, FILE_UNWRITABLE
     */
    public static Node open(NodeConfig config, Surroundings around) {
        return new Node(config, around);
    }

    /**
     * Opens both ports, calls the peers, publishes what waits.
     *
     * @throws org.echoppe.domain.Rejected PORT_TAKEN
     */
    public Places start() {
        replicaIndex.hideOutdated();
        var peerSources = new PeerServer.Sources(peers, replicas, replicator, repos, this::block, denials, spool, mail);
        var peerServer = closing(PeerServer.open(
                config.bind(), config.peerPort(), identity.peerTls(), peerSources, journal, around.clock()));
        this.peerServer = peerServer;
        var orderLimits = new OrderLimits(OrderLimits.Numbers.USUAL, around.random(), around.clock());
        var webSources = new WebServer.Sources(
                listings,
                repos,
                blobs,
                new Pictures(),
                denials,
                identity.did(),
                pictures::want,
                mail.relay(),
                orderLimits);
        var limits = WebServer.usualLimits(around.clock());
        var webServer = closing(WebServer.open(webSettings(), webSources, limits, journal, around.clock()));

        var found = Places.of(config, webServer.port(), peerServer.port());
        places = found;
        peers.reachableAt(found.peers().stream().map(Endpoint::typed).toList());
        publisher.reachableAt(found.peers(), found.web());
        peers.start();
        neighbourhood.start();
        agenda.after(ANNOUNCE_AFTER, this::tellNeighbours);
        replicator.start();
        publisher.mailAt(config.mail().mailboxes());
        publisher.start();
        mail.start();
        closing(mail.postbox()); // before the ports: who waits for mail is told at once
        agenda.soon(this::meetMailboxes);
        agenda.soon(answering::catchUp);
        // tables that a full disk made forget an answer are told it again
        agenda.every(() -> ANSWERED_WITHIN, answering::catchUp);
        agenda.soon(this::catchUpIndex);
        // a shop's computer is off at night: what is due each day is due at each start
        agenda.after(CHECK_AFTER, this::daily);
        agenda.after(CHECK_AFTER, people::getToKnow);
        agenda.every(() -> CHECK_EVERY, this::daily);
        agenda.every(() -> INDEX_AGAIN, replicaIndex::catchUpBehind);
        agenda.after(CHECK_AFTER, dailyBackup::catchUp);
        agenda.every(() -> BACKUP_LOOK, dailyBackup::catchUp);
        return found;
    }

    private void catchUpIndex() {
        replicaIndex.catchUpAll(identity.did());
    }

    /** On the own network, what a caller is told anyway: once others may call, and there is a shop. */
    private void tellNeighbours() {
        var port = peerServer;
        var name = catalogue.shop().profile().map(ShopProfile::name);
        if (port != null && config.announceOnLan() && !config.bind().isLoopbackAddress() && name.isPresent()) {
            neighbourhood.announce(identity.did(), name.get(), port.port());
        }
    }

    /** Whoever keeps the own mail is a peer that the operator named. */
    private void meetMailboxes() {
        for (var invitation : config.mail().invitations()) {
            try {
                if (peers.known(invitation.did()).isEmpty()) {
                    peers.add(invitation.text(), null);
                }
            } catch (Rejected e) {
                LOG.warn("{} does not keep this shop's mail: {}", invitation.did(), e.getMessage());
            }
        }
    }

    private WebSettings webSettings() {
        if (config.webHttp()) {
            return new WebSettings(
                    config.bind(),
                    config.webPort(),
                    null,
                    null,
                    config.trustedProxies(),
                    Places.names(config.bind()),
                    config.publicWebUrl(),
                    config.keeperNotice());
        }
        var certificate = config.webCert() != null && config.webKey() != null
                ? WebCertificate.ofPem(config.webCert(), config.webKey())
                : WebCertificate.selfMade(
                        config.home(), identity, Places.names(config.bind()), around.clock(), around.random());
        agenda.every(() -> Duration.ofDays(1), certificate::refresh);
        operatorsCertificate = certificate.isSelfMade() ? null : certificate;
        return new WebSettings(
                config.bind(),
                config.webPort(),
                certificate.sslContext(),
                certificate.isSelfMade() ? certificate.fingerprint() : null,
                config.trustedProxies(),
                certificate.names(),
                config.publicWebUrl(),
                config.keeperNotice());
    }

    private static String role(Shop shop) {
        return shop.exists() ? NodeRecord.SHOP : NodeRecord.MIRROR;
    }

    /** Where this postcode is, as far as the shops there tell. */
    private Optional<Geo> geo(String postalCode) {
        return listings.place(postalCode).flatMap(Place::exactly);
    }

    /** Every kind of block that is held: pictures, records, tree nodes, commits. */
    private byte @Nullable [] block(Cid cid) {
        if (cid.codec() == Cid.Codec.RAW) {
            return blobs.get(cid).orElse(null);
        }
        var block = repos.block(cid);
        repos.settle();
        return block.orElse(null);
    }

    /** A shop is here when it is this one, or its own node answers. */
    private Presence presence(Did did) {
        if (did.equals(identity.did())) {
            return Presence.HERE;
        }
        return reachability.of(did).reachable()
                ? Presence.HERE
                : new Presence(false, reachability.awaySince(did).orElse(null));
    }

    /** For a process that does nothing else: see {@link HeapAtRest}. */
    public void giveMemoryBackAtRest() {
        var heap = new HeapAtRest();
        agenda.every(() -> HeapAtRest.EVERY, heap::look);
    }

    /** In the background, after the start and then daily. */
    private void daily() {
        agenda.soon(orders::forget);
        agenda.soon(this::renewKeys);
        agenda.soon(this::checkReplicas);
    }

    /** A new key to seal orders to is published with the next commit, which this brings about. */
    void renewKeys() {
        if (clockIsRight && identity.renewEncryption()) {
            publisher.changed();
        }
    }

    private Set<Cid> ownPictures(ProductStore products) {
        var pictures = new LinkedHashSet<Cid>();
        catalogue.shop().profile().flatMap(ShopProfile::logo).ifPresent(logo -> pictures.add(logo.ref()));
        products.forEach(row -> record(row.draft())
                .images()
                .forEach(image -> pictures.add(image.blob().ref())));
        return pictures;
    }

    private static ProductRecord record(byte[] draft) {
        try {
            return ProductRecord.of(DagCbor.record(draft));
        } catch (BadRepository e) {
            throw new IllegalStateException("a product of the own shop can't be read", e);
        }
    }

    private void checkReplicas() {
        upkeep.dropForsaken();
        peers.forgetTheLost();
        upkeep.forgetOldRemovals();
        disk.everything();
    }

    /** Who this node is. */
    public Identity identity() {
        return identity;
    }

    /** The shop's own products and profile. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** The same once a day, into a folder that the shopkeeper chose. */
    public DailyBackup dailyBackup() {
        return dailyBackup;
    }

    /** The whole shop in one file. */
    public Backup backup() {
        return backup;
    }

    /** Orders, sales and numbers: whatever must never be lost and never happen twice. */
    public Ledger ledger() {
        return ledger;
    }

    public Importer importer() {
        return importer;
    }

    public Exporter exporter() {
        return exporter;
    }

    public Publisher publisher() {
        return publisher;
    }

    /** All shops and products as shoppers see them. */
    public Listings listings() {
        return listings;
    }

    public Peers peers() {
        return peers;
    }

    /** The shops on the own network. */
    public Neighbourhood neighbourhood() {
        return neighbourhood;
    }

    public Replicator replicator() {
        return replicator;
    }

    /** What is held of every shop, below the index. */
    public RepoStore repositories() {
        return repos;
    }

    /** What the shopkeeper has to do. */
    public Today today() {
        return today;
    }

    /** Own products that no node shows. */
    public UnshownRecords unshown() {
        return unshown;
    }

    /** When the operator's own certificate of the web port ends; empty where the node makes its own. */
    public Optional<Instant> certificateEnds() {
        return Optional.ofNullable(operatorsCertificate)
                .map(shown -> shown.certificate().getNotAfter().toInstant());
    }

    /** The shop's orders. */
    public OrderDesk orders() {
        return orders;
    }

    /** The counter. */
    public Till till() {
        return till;
    }

    /** Slips, receipts, invoices and credit notes. */
    public OrderPapers orderPapers() {
        return orderPapers;
    }

    /** Shoppers, and what is held of them. */
    public People people() {
        return people;
    }

    /** The road of sealed orders. */
    public Mail mail() {
        return mail;
    }

    /** What shops that are not followed may cost. */
    public Allowance allowance() {
        return allowance;
    }

    /** What was exchanged with other nodes since this one started. */
    public Traffic.Sum traffic() {
        var port = peerServer;
        return port == null ? client.traffic() : client.traffic().plus(port.traffic());
    }

    /** Where the repositories held here stand, by DID. */
    public Map<Did, Head> held() {
        var held = new HashMap<Did, Head>();
        Did after = null;
        for (var heads = repos.heads(null, 1_000); !heads.isEmpty(); heads = repos.heads(after, 1_000)) {
            heads.forEach(head -> held.put(head.did(), head));
            after = heads.getLast().did();
        }
        return held;
    }

    public SecurityJournal journal() {
        return journal;
    }

    /** What {@link #remember} was given under this name. */
    public Optional<String> remembered(String name) {
        return settings.get(name);
    }

    /** Keeps a small thing for the window, encrypted with all else. */
    public void remember(String name, String text) {
        settings.put(name, text);
    }

    public Blobs blobs() {
        return blobs;
    }

    public NodeConfig config() {
        return config;
    }

    /** Where this node is found; null before {@link #start}. */
    public @Nullable Places places() {
        return places;
    }

    /**
     * Writes the own repository as a CAR. The file appears when it is complete.
     *
     * @throws Rejected SHOP_MISSING, FILE_UNWRITABLE
     */
    public void exportCar(Path file) {
        if (repos.head(identity.did()).isEmpty()) {
            throw Rejected.because(Fault.SHOP_MISSING);
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (var out = new BufferedOutputStream(Files.newOutputStream(fresh))) {
                Repositories.write(repos, identity.did(), out);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Rejected.because(Fault.FILE_UNWRITABLE, file);
        }
    }

    public NodeStatus status() {
        var all = peers.all();
        var shop = catalogue.shop().profile();
        return new NodeStatus(
                identity.did(),
                shop.map(ShopProfile::name).orElse(null),
                places,
                catalogue.count(),
                listings.merchantCount(),
                all.size(),
                (int) all.stream().filter(peer -> peer.state().reachable()).count(),
                replicator.syncing().size(),
                all.stream().flatMap(peer -> peer.syncedAt().stream()).max(Comparator.naturalOrder()),
                publisher.isWaiting(),
                ledger.trouble().or(publisher::trouble).or(disk::trouble));
    }

    /** Ends every call to a peer, for good: whoever waits for an answer goes on at once. The first step of closing. */
    public void hangUp() {
        client.close();
    }

    /** Stops listening, finishes what is being written, and lets go of the home. */
    @Override
    public void close() {
        while (!opened.isEmpty()) {
            var part = opened.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("closing {} failed", part.getClass().getSimpleName(), e);
            }
        }
    }

    private <T extends AutoCloseable> T closing(T part) {
        opened.push(part);
        return part;
    }

    /** What a killed process left on its way is of no use to anybody. */
    private static Path emptied(Path directory) {
        try {
            Files.createDirectories(directory);
            try (var files = Files.list(directory)) {
                for (var file : files.toList()) {
                    Files.deleteIfExists(file);
                }
            }
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
