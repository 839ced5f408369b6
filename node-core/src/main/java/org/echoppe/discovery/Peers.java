package org.echoppe.discovery;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
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
    private static final Duration TRY_AGAIN = Duration.ofSeconds(10);
    /** Records told at once; others find the rest through those. */
    private static final int MOST_TOLD = 200;

    private final PeerTable table;
    private final PeerStore store;
    private final PeerClient client;
    private final Reachability reachability;
    private final PeerClocks clocks;
    private final SecurityJournal journal;
    private final Agenda agenda;
    private final Clock clock;
    private final Did self;
    private final OwnRecord own;
    private final Acquaintance acquaintance;
    private final Exchange exchange;
    private final Heartbeat heartbeat;
    private final List<Consumer<Did>> onBlocked = new CopyOnWriteArrayList<>();
    private final List<Consumer<Boolean>> onClock = new CopyOnWriteArrayList<>();
    private final AtomicBoolean clockWasWrong = new AtomicBoolean();

    /** Who this node is to others. */
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
        this.self = self.signer().did();
        this.store = store;
        this.client = client;
        this.reachability = reachability;
        this.clocks = clocks;
        this.journal = journal;
        this.agenda = agenda;
        this.clock = clock;
        this.table = new PeerTable(store);
        this.own = new OwnRecord(self.signer(), self.role(), self.software(), clock);
        this.acquaintance = new Acquaintance(table, client, this.self, clock);
        this.heartbeat = new Heartbeat(this::call, reachability, agenda, clock, random);
        this.exchange = new Exchange(table, client, acquaintance, own, journal, agenda, this::met);
        for (var row : table.all()) {
            Optional.ofNullable(row.lastContact()).ifPresent(seen -> reachability.remembered(row.did(), seen));
        }
    }

    /** From now on calls everyone it knows. */
    public void start() {
        reachability.onChange(this::changed);
        table.all().forEach(row -> heartbeat.now(row.did()));
        agenda.soon(this::tryAddresses);
    }

    /** Where others can call this node: told to all peers. Empty while it cannot be called. */
    public void reachableAt(List<Endpoint> endpoints) {
        own.reachableAt(endpoints);
        reachable().forEach(peer -> agenda.soon(() -> exchange.introduce(peer.did())));
    }

    /** What this node says about itself. */
    public NodeRecord ownRecord() {
        return own.current();
    }

    // ---- what the shopkeeper decides

    /**
     * Adds a peer by its address, and calls it.
     *
     * @param did whose key has to answer there; null when it came without: then it is unverified until compared
     * @return empty when nobody answers at an address without DID: it is kept and tried again
     * @throws Rejected NOT_AN_ADDRESS, PEER_IS_ANOTHER, PEER_IS_SELF, PEER_BLOCKED, PEER_ANSWER_BROKEN
     */
    public Optional<KnownPeer> add(String url, @Nullable Did did) {
        var endpoint = Endpoint.typed(url);
        return did == null ? learn(endpoint) : Optional.of(addKnown(endpoint, did));
    }

    private KnownPeer addKnown(Endpoint endpoint, Did did) {
        refuseUnwanted(did);
        var answer = Optional.<NodeRecord>empty();
        try {
            answer = Optional.of(client.node(new PeerAddress(did, List.of(endpoint), true)));
        } catch (PeerFailed e) {
            if (e.kind() != PeerFailed.Kind.UNREACHABLE) {
                throw rejected(endpoint, e);
            }
        }
        return typed(endpoint, did, true, answer);
    }

    private void met(Did did) {
        reachability.met(did);
        heartbeat.now(did);
    }

    private Optional<KnownPeer> learn(Endpoint endpoint) {
        try {
            var answer = client.whoIs(endpoint);
            refuseUnwanted(answer.did());
            store.removeAddress(endpoint.url());
            boolean compared =
                    table.find(answer.did()).filter(PeerRow::verified).isPresent();
            return Optional.of(typed(endpoint, answer.did(), compared, Optional.of(answer)));
        } catch (PeerFailed e) {
            if (e.kind() != PeerFailed.Kind.UNREACHABLE) {
                throw rejected(endpoint, e);
            }
            store.addAddress(endpoint.url());
            return Optional.empty();
        }
    }

    /**
     * Asks who answers at an address. Nothing is kept of it.
     *
     * @throws Rejected NOT_AN_ADDRESS, PEER_UNREACHABLE, PEER_IS_SELF, PEER_BLOCKED, PEER_ANSWER_BROKEN
     */
    public NodeRecord whoIs(String url) {
        var endpoint = Endpoint.typed(url);
        try {
            var answer = client.whoIs(endpoint);
            refuseUnwanted(answer.did());
            return answer;
        } catch (PeerFailed e) {
            throw rejected(endpoint, e);
        }
    }

    private void refuseUnwanted(Did did) {
        if (did.equals(self)) {
            throw Rejected.because(Fault.PEER_IS_SELF);
        }
        if (isBlocked(did)) {
            throw Rejected.because(Fault.PEER_BLOCKED);
        }
    }

    private Rejected rejected(Endpoint endpoint, PeerFailed why) {
        if (why.kind() == PeerFailed.Kind.IS_ANOTHER) {
            journal.record(
                    SecurityKind.PEER_IS_ANOTHER, endpoint.url(), "adding a peer", String.valueOf(why.getMessage()));
        }
        return Rejected.because(why.kind().fault(), endpoint.url());
    }

    private KnownPeer typed(Endpoint endpoint, Did did, boolean verified, Optional<NodeRecord> answer) {
        var fresh = PeerRow.found(did, List.of(), PeerSource.TYPED, verified, clock.instant());
        var row = table.changeOrAdd(fresh, before -> {
            var urls = new ArrayList<>(List.of(endpoint.url()));
            before.endpoints().stream().filter(other -> !urls.contains(other)).forEach(urls::add);
            var now = PeerTable.withSource(before, PeerSource.TYPED)
                    .withEndpoints(urls)
                    .withVerified(verified || before.verified());
            return answer.map(record -> acquaintance
                            .described(now, record, PeerTable.endpoints(now))
                            .reached(clock.instant()))
                    .orElse(now);
        });
        answer.ifPresent(_ -> reachability.met(did));
        heartbeat.now(did);
        return known(row);
    }

    /** The shopkeeper compared the fingerprint. */
    public void compared(Did did) {
        table.change(did, row -> row.withVerified(true));
    }

    /** Larger limits for this shop, and its goods are never dropped. */
    public void follow(Did did, boolean followed) {
        table.changeOrAdd(unknown(did), row -> row.withFollowed(followed));
    }

    /** Not asked for now; what is held of it stays. */
    public void pause(Did did, boolean paused) {
        table.change(did, row -> row.withPaused(paused));
        heartbeat.now(did);
    }

    /** Neither called nor let in, and its goods go. */
    public void block(Did did, String reason) {
        table.changeOrAdd(unknown(did), row -> row.withBlocked(reason));
        forget(did);
        onBlocked.forEach(listener -> listener.accept(did));
    }

    public void unblock(Did did) {
        table.change(did, row -> row.withBlocked(null));
        heartbeat.now(did);
    }

    public void remove(Did did) {
        table.remove(did);
        forget(did);
    }

    private void forget(Did did) {
        heartbeat.stop(did);
        exchange.end(did);
        reachability.forget(did);
        clocks.forget(did);
    }

    private PeerRow unknown(Did did) {
        return PeerRow.found(did, List.of(), PeerSource.EXCHANGE, false, clock.instant());
    }

    /** Who is told of a shop that was blocked, to drop what is held of it. */
    public void onBlocked(Consumer<Did> listener) {
        onBlocked.add(listener);
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

    public boolean isBlocked(Did did) {
        return table.find(did).filter(row -> row.blocked() != null).isPresent();
    }

    public boolean isFollowed(Did did) {
        return table.find(did).filter(PeerRow::followed).isPresent();
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
        return row.blocked() == null && !row.paused() && !row.endpoints().isEmpty();
    }

    /** Whether this machine's clock is more than five minutes off its peers': then nothing is signed. */
    public boolean clockIsWrong() {
        return clocks.isWrong();
    }

    /** Who is told when the clock is found to be wrong (true), or right again. */
    public void onClockWrong(Consumer<Boolean> listener) {
        onClock.add(listener);
    }

    // ---- what other nodes ask

    /** Signed records of the nodes that answer, and the own. */
    public List<String> records() {
        var records = new ArrayList<String>();
        records.add(own.current().jws());
        table.all().stream()
                .filter(row ->
                        row.blocked() == null && reachability.of(row.did()).reachable())
                .map(PeerRow::record)
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
        boolean reached = acquaintance.believe(record, List.of(from), PeerSource.CALLER);
        if (reached) {
            met(caller);
        }
        return reached;
    }

    /** A known node calls: if it was away, it is back. */
    public void heardFrom(Did caller) {
        boolean away = reachability.of(caller).standing() == Reachability.Standing.AWAY;
        if (away && table.find(caller).isPresent()) {
            heartbeat.now(caller);
        }
    }

    // ---- by itself

    private boolean call(Did did) {
        var row = table.find(did).filter(Peers::isCallable);
        if (row.isEmpty()) {
            return false;
        }
        try {
            var working = PeerTable.endpoints(row.get());
            var record = client.node(PeerTable.address(row.get()));
            table.change(did, now -> acquaintance.described(now, record, working));
            checkClock();
        } catch (PeerFailed e) {
            LOG.debug("{} does not answer: {}", did, e.getMessage());
        }
        return true;
    }

    private void checkClock() {
        boolean wrong = clocks.isWrong();
        if (clockWasWrong.getAndSet(wrong) != wrong) {
            if (wrong) {
                journal.record(
                        SecurityKind.CLOCK_WRONG,
                        "this computer",
                        "its clock",
                        "peers are ahead by " + clocks.ahead().orElseThrow());
            }
            onClock.forEach(listener -> listener.accept(wrong));
        }
    }

    private void changed(Did did, Reachability.State state) {
        switch (state.standing()) {
            case ANSWERS -> {
                if (table.change(did, row -> row.reached(clock.instant())).isPresent()) {
                    exchange.begin(did);
                }
            }
            case AWAY, ANOTHER_ANSWERS -> {
                exchange.end(did);
                Optional.ofNullable(state.lastContact())
                        .ifPresent(seen ->
                                table.change(did, row -> row.reached(seen).failed(clock.instant())));
                if (state.standing() == Reachability.Standing.ANOTHER_ANSWERS) {
                    journal.record(
                            SecurityKind.PEER_IS_ANOTHER, did.value(), "calling it", "another key answers there");
                }
            }
            case UNKNOWN -> {}
        }
    }

    private void tryAddresses() {
        for (var url : store.unansweredAddresses()) {
            try {
                learn(Endpoint.typed(url));
            } catch (Rejected e) {
                LOG.info("{} was given up: {}", url, e.getMessage());
                store.removeAddress(url);
            }
        }
        agenda.after(TRY_AGAIN, this::tryAddresses);
    }
}
