package org.echoppe.discovery;

import java.net.InetAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.echoppe.guard.SecurityJournal;
import org.echoppe.guard.SecurityKind;
import org.echoppe.identity.BadJws;
import org.echoppe.peers.Agenda;
import org.echoppe.peers.Endpoint;
import org.echoppe.peers.Invitation;
import org.echoppe.peers.NodeRecord;
import org.echoppe.peers.PeerAddress;
import org.echoppe.peers.PeerBook;
import org.echoppe.peers.PeerClient;
import org.echoppe.peers.PeerClocks;
import org.echoppe.peers.PeerFailed;
import org.echoppe.peers.Reachability;
import org.echoppe.store.PeerRow;
import org.echoppe.store.PeerSource;
import org.echoppe.store.PeerStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The nodes this one knows. The shopkeeper adds one by its address; the rest come by peer exchange, or call by themselves
 * and are called back before they are believed.
 */
public final class Peers implements PeerBook {
    private static final Logger LOG = LoggerFactory.getLogger(Peers.class);
    /** Records told at once; others find the rest through those. */
    private static final int MOST_TOLD = 200;

    private final PeerTable table;
    private final PeerStore store;
    private final PeerClient client;
    private final Reachability reachability;
    private final SecurityJournal journal;
    private final Agenda agenda;
    private final Clock clock;
    private final OwnRecord own;
    private final Acquaintance acquaintance;
    private final Exchange exchange;
    private final Heartbeat heartbeat;
    private final Adding adding;
    private final Decisions decisions;
    private final PeerClocks clocks;
    private final ClockWatch clockWatch;

    /**
     * Who this node is to others.
     *
     * @param role at first: {@link NodeRecord#SHOP}, or a mirror
     */
    public record Self(org.echoppe.repo.Signer signer, String role, String software) {}

    public Peers(
            Self self,
            PeerStore store,
            PeerClient client,
            Reachability reachability,
            PeerClocks clocks,
            SecurityJournal journal,
            Agenda agenda,
            Clock clock,
            RandomGenerator random) {
        var did = self.signer().did();
        this.store = store;
        this.client = client;
        this.reachability = reachability;
        this.journal = journal;
        this.agenda = agenda;
        this.clock = clock;
        this.table = new PeerTable(store);
        this.own = new OwnRecord(self.signer(), self.role(), self.software(), clock);
        this.acquaintance = new Acquaintance(table, client, reachability, did, clock);
        this.heartbeat = new Heartbeat(this::call, reachability, agenda, clock, random);
        this.exchange = new Exchange(table, client, acquaintance, own, journal, agenda, this::met);
        this.adding =
                new Adding(table, store, client, acquaintance, reachability, heartbeat, journal, agenda, clock, did);
        this.decisions = new Decisions(table, heartbeat, exchange, reachability, clocks, journal, clock);
        this.clocks = clocks;
        this.clockWatch = new ClockWatch(clocks, journal);
        clocks.onChange(clockWatch::check);
        for (var row : table.all()) {
            Optional.ofNullable(row.contact().last()).ifPresent(seen -> reachability.remembered(row.did(), seen));
        }
    }

    /** From now on calls everyone it knows. */
    public void start() {
        reachability.onChange(this::changed);
        table.all().forEach(row -> heartbeat.now(row.did()));
        adding.start();
    }

    /** Where others can call this node: told to all peers. Empty while it cannot be called. */
    public void reachableAt(List<Endpoint> endpoints) {
        own.reachableAt(endpoints);
        introduceAgain();
    }

    /** A mirror that became a shop says so to all peers. */
    public void becomes(String role) {
        if (own.becomes(role)) {
            introduceAgain();
        }
    }

    private void introduceAgain() {
        reachable().forEach(peer -> agenda.soon(() -> exchange.introduce(peer.did())));
    }

    /** What this node says about itself. */
    public NodeRecord ownRecord() {
        return own.current();
    }

    // ---- what the shopkeeper does

    /**
     * Adds a peer by its address or an invitation, and calls it.
     *
     * @param did whose key has to answer there; null when it came without: then it is unverified until compared
     * @return empty when nobody answers at an address without DID: it is kept and tried again
     * @throws Rejected NOT_AN_ADDRESS, NOT_A_DID, PEER_IS_ANOTHER, PEER_IS_SELF, PEER_BLOCKED, PEER_ANSWER_BROKEN
     */
    public Optional<KnownPeer> add(String text, @Nullable Did did) {
        if (Invitation.isOne(text)) {
            var invitation = Invitation.read(text);
            if (did != null && !did.equals(invitation.did())) {
                throw Rejected.because(
                        Fault.PEER_IS_ANOTHER, invitation.endpoint().url());
            }
            return Optional.of(
                    known(adding.withKey(invitation.endpoint(), invitation.did(), PeerSource.INVITATION, true)));
        }
        var endpoint = Endpoint.typed(text);
        return did == null
                ? adding.whoeverAnswers(endpoint).map(this::known)
                : Optional.of(known(adding.withKey(endpoint, did, PeerSource.TYPED, true)));
    }

    /**
     * Adds a shop that was seen on the own network.
     *
     * @param compared whether its fingerprint was: what is heard there proves nothing
     * @throws Rejected PEER_IS_ANOTHER, PEER_IS_SELF, PEER_BLOCKED, PEER_ANSWER_BROKEN
     */
    public KnownPeer addNeighbour(Endpoint endpoint, Did did, boolean compared) {
        return known(adding.withKey(endpoint, did, PeerSource.LAN, compared));
    }

    /**
     * Asks who answers at an address. Nothing is kept of it.
     *
     * @throws Rejected NOT_AN_ADDRESS, PEER_UNREACHABLE, PEER_IS_SELF, PEER_BLOCKED, PEER_ANSWER_BROKEN
     */
    public NodeRecord whoIs(String url) {
        return adding.ask(Endpoint.typed(url));
    }

    /** What the shopkeeper decides about each of them. */
    public Decisions decisions() {
        return decisions;
    }

    // ---- what others of this node ask

    /** By DID. */
    public List<KnownPeer> all() {
        return table.all().stream().map(this::known).toList();
    }

    public Optional<KnownPeer> known(Did did) {
        return table.find(did).map(this::known);
    }

    private KnownPeer known(PeerRow row) {
        return new KnownPeer(row, reachability.of(row.did()), reachability.syncedAt(row.did()));
    }

    /** Addresses without DID where nobody answered yet. */
    public List<String> unansweredAddresses() {
        return store.unansweredAddresses();
    }

    public void removeAddress(String url) {
        store.removeAddress(url);
    }

    /** Whether the operator or the own network gave its address. */
    public boolean isGiven(Did did) {
        return table.find(did).filter(PeerTable::isGiven).isPresent();
    }

    /** Forgets the strangers that nobody reached for a week. Now and then. */
    public void forgetTheLost() {
        for (var did : acquaintance.lost()) {
            LOG.debug("{} is forgotten: nobody reached it for a week", did);
            decisions.remove(did);
        }
    }

    @Override
    public List<PeerAddress> reachable() {
        return table.all().stream()
                .filter(row -> isCallable(row) && reachability.of(row.did()).reachable())
                .map(PeerTable::address)
                .toList();
    }

    @Override
    public Optional<PeerAddress> find(Did did) {
        return table.find(did).filter(Peers::isCallable).map(PeerTable::address);
    }

    private static boolean isCallable(PeerRow row) {
        return !row.isBlocked() && !row.standing().paused() && !row.endpoints().isEmpty();
    }

    public boolean clockIsWrong() {
        return clockWatch.isWrong();
    }

    /** Who is told when this computer's clock is found to be wrong (true), or right again: while it is, nothing is signed. */
    public void onClockWrong(Consumer<Boolean> listener) {
        clockWatch.onChange(listener);
    }

    // ---- what other nodes ask

    /** Signed records of the nodes that answer, and the own. */
    public List<String> records() {
        var records = new ArrayList<String>();
        records.add(own.current().jws());
        table.all().stream()
                .filter(row -> isCallable(row) && reachability.of(row.did()).reachable())
                .map(row -> row.card().record())
                .filter(Objects::nonNull)
                .limit(MOST_TOLD)
                .forEach(records::add);
        return records;
    }

    /**
     * A caller says who it is and where it can be called. It is dialled before it is believed.
     *
     * @param from the address it calls from: one inside a private network may name addresses of that network
     * @return whether it could be called back
     * @throws BadJws when the record is not the caller's own, or none
     */
    public boolean introduced(Did caller, InetAddress from, String jws) throws BadJws {
        var record = NodeRecord.read(jws);
        if (!record.did().equals(caller)) {
            throw new BadJws("a node record of " + record.did());
        }
        boolean known = find(caller).isPresent() && reachability.of(caller).reachable();
        if (!acquaintance.isNews(record)) {
            return known;
        }
        boolean reached = acquaintance.believe(record, from, PeerSource.CALLER);
        if (reached) {
            met(caller);
        }
        return reached;
    }

    /** A known node calls: if it was away, it is back. */
    public void heardFrom(Did caller) {
        boolean away = reachability.of(caller).standing() == Reachability.Standing.AWAY;
        if (away && find(caller).isPresent()) {
            heartbeat.now(caller);
        }
    }

    // ---- by itself

    private void met(Did did) {
        reachability.met(did);
        heartbeat.now(did);
    }

    private boolean call(Did did) {
        var row = table.find(did).filter(Peers::isCallable);
        if (row.isEmpty()) {
            return false;
        }
        try {
            var answer = client.node(PeerTable.address(row.get()));
            var known = table.note(did, now -> acquaintance.described(now, answer));
            if (known.isPresent() && answer.sent() != null) {
                clocks.heard(did, answer.sent(), PeerTable.isGiven(known.get()), answer.from());
            }
        } catch (PeerFailed e) {
            LOG.debug("{} does not answer: {}", did, e.getMessage());
        }
        return true;
    }

    private void changed(Did did, Reachability.State state) {
        switch (state.standing()) {
            case ANSWERS -> {
                if (table.note(did, row -> row.reached(clock.instant())).isPresent()) {
                    exchange.begin(did);
                }
            }
            case AWAY -> leave(did, state);
            case ANOTHER_ANSWERS -> {
                leave(did, state);
                journal.record(SecurityKind.PEER_IS_ANOTHER, did.value(), "calling it", "another key answers there");
            }
            case UNKNOWN -> {}
        }
    }

    private void leave(Did did, Reachability.State state) {
        clocks.forget(did);
        exchange.end(did);
        Optional.ofNullable(state.lastContact())
                .ifPresent(seen -> table.note(did, row -> row.reached(seen).failed(clock.instant())));
    }
}
