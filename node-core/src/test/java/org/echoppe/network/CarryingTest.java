package org.echoppe.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.echoppe.domain.Did;
import org.echoppe.domain.EnvelopeId;
import org.echoppe.guard.AddressPrefix;
import org.echoppe.guard.SecurityEvent;
import org.echoppe.guard.SecurityJournal;
import org.echoppe.guard.SecuritySink;
import org.echoppe.identity.BadEnvelope;
import org.echoppe.orders.Mail;
import org.echoppe.orders.wire.Answer;
import org.echoppe.orders.wire.Envelope;
import org.echoppe.orders.wire.FakeReceipt;
import org.echoppe.orders.wire.FakeShopper;
import org.echoppe.peers.Endpoint;
import org.echoppe.peers.MailClient;
import org.echoppe.peers.PeerAddress;
import org.echoppe.peers.PeerBook;
import org.echoppe.peers.PeerFailed;
import org.echoppe.peers.Reachability;
import org.echoppe.records.Mailbox;
import org.echoppe.records.ShopProfile;
import org.echoppe.repo.DagCbor;
import org.echoppe.repo.Signer;
import org.echoppe.store.Database;
import org.echoppe.store.MailLimits;
import org.echoppe.store.MailState;
import org.echoppe.store.MailStore;
import org.echoppe.store.OutgoingStore;
import org.echoppe.store.RepoStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a relay goes on, by a clock that belongs to the test. */
class CarryingTest {
    private static final AddressPrefix SHOPPERS = new AddressPrefix("203.0.113.0/24");

    @TempDir
    Path home;

    private final SimulatedTime time = new SimulatedTime();
    private final Road road = new Road();
    private final Reachability reachability = new Reachability(time);
    private final SecurityJournal journal = new SecurityJournal(new Nowhere(), time);
    private Database database;
    private RepoStore repos;
    private Mail mail;
    private long seed;

    @BeforeEach
    void open() {
        database = Database.open(home, new byte[32], time);
        repos = new RepoStore(database);
        var parts = new Mail.Parts(
                new MailStore(database),
                new OutgoingStore(database),
                repos,
                road,
                new Everybody(),
                reachability,
                journal,
                time,
                time,
                new Random(1));
        var self = new SeededSigner(99).did();
        mail = new Mail(parts, new Mail.Rules(self, _ -> false, _ -> false, List::of, MailLimits.USUAL));
        mail.start();
    }

    private static PeerFailed away() {
        return new PeerFailed(PeerFailed.Kind.UNREACHABLE, "away");
    }

    @AfterEach
    void close() {
        journal.close();
        database.close();
    }

    /** A shop that is known here. */
    private Signer shop(Did... mailboxes) {
        var shop = new SeededSigner(++seed);
        var named = List.of(mailboxes).stream()
                .map(did -> new Mailbox(did, List.of("https://mirror.example:8444")))
                .toList();
        var profile = ShopProfile.blank()
                .withName("Aux Pommes")
                .withLang("fr")
                .withCurrency(Goods.EUR)
                .withMailboxes(named);
        var published = SignedShop.of(shop, 1, SignedShop.minutes(-5))
                .next(SignedShop.minutes(-4), Map.of(Goods.PROFILE, Optional.of(DagCbor.encode(profile.toFields()))));
        try {
            repos.replace(
                    org.echoppe.repo.Snapshot.read(
                            new java.io.ByteArrayInputStream(published.car()),
                            shop.did(),
                            home,
                            org.echoppe.repo.Limits.STRANGER),
                    null);
        } catch (java.io.IOException | org.echoppe.repo.BadRepository e) {
            throw new AssertionError(e);
        }
        return shop;
    }

    private Envelope post(Signer shop) {
        return post(shop, new FakeShopper());
    }

    private Envelope post(Signer shop, FakeShopper shopper) {
        var envelope = shopper.envelope("an order", shop.did().value(), shop.did());
        mail.relay().post(envelope, SHOPPERS);
        return envelope;
    }

    private MailState state(Envelope envelope) {
        return mail.relay().look(envelope.id(), false).orElseThrow().state();
    }

    @Test
    void aShopThatIsAwayIsTriedAgainAfterOneTwoFourMinutesUpToSixHoursAndUntilThirtyDays() {
        var shop = shop();
        var order = post(shop);
        time.pass(Duration.ofDays(29));
        assertThat(state(order)).isEqualTo(MailState.KEPT);
        var pauses = new ArrayList<Duration>();
        for (int i = 1; i < road.calls.size(); i++) {
            pauses.add(Duration.between(
                    road.calls.get(i - 1).at(), road.calls.get(i).at()));
        }
        for (int i = 0; i < pauses.size(); i++) {
            long usual = Math.min(1L << Math.min(i, 20), 360) * 60;
            assertThat(pauses.get(i).toSeconds()).as("pause " + i).isBetween(usual * 8 / 10, usual * 12 / 10 + 20);
        }
        assertThat(pauses).hasSizeBetween(110, 160);
        time.pass(Duration.ofDays(2));
        assertThat(state(order)).isEqualTo(MailState.EXPIRED);
        int calls = road.calls.size();
        road.there.put(shop.did(), shop);
        time.pass(Duration.ofDays(3));
        assertThat(road.calls).hasSize(calls);
        assertThat(road.arrived).isEmpty();
    }

    @Test
    void asSoonAsTheShopIsHeardOfEverythingGoesToItInOneGo() {
        var shop = shop();
        var orders = List.of(post(shop), post(shop), post(shop));
        time.pass(Duration.ofHours(7));
        int calls = road.calls.size();
        road.there.put(shop.did(), shop);
        reachability.answered(shop.did());
        time.pass(Duration.ofSeconds(1));
        assertThat(road.arrived)
                .containsExactlyElementsOf(orders.stream().map(Envelope::id).toList());
        assertThat(road.calls).hasSize(calls + 3);
        assertThat(orders).allSatisfy(order -> assertThat(state(order)).isEqualTo(MailState.ARRIVED));
    }

    @Test
    void severalOrdersForOneWhoIsAwayCostOneCall() {
        var shop = shop();
        for (int i = 0; i < 10; i++) {
            post(shop);
        }
        time.pass(Duration.ofSeconds(1));
        assertThat(road.calls).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void shopsThatAreAwayHoldUpNobody() {
        for (int i = 0; i < 30; i++) {
            post(shop());
        }
        var there = shop();
        road.there.put(there.did(), there);
        var order = post(there);
        time.pass(Duration.ofSeconds(20));
        assertThat(state(order)).isEqualTo(MailState.ARRIVED);
    }

    @Test
    void aMailboxTakesWhatTheShopCannotAndTheReceiptComesFromThere() {
        var mirror = new SeededSigner(50);
        var shop = shop(mirror.did());
        road.mirrors.add(mirror.did());
        var order = post(shop);
        time.pass(Duration.ofSeconds(1));
        assertThat(state(order)).isEqualTo(MailState.AT_MAILBOX);
        road.receipts.put(
                order.id(), FakeReceipt.sign(shop, order, false, time.instant()).jws());
        time.pass(Duration.ofMinutes(3));
        assertThat(state(order)).isEqualTo(MailState.ARRIVED);
    }

    @Test
    void whileAShopperWaitsAnswersAreAskedForOnceAMinute() throws BadEnvelope {
        var shop = shop();
        var shopper = new FakeShopper();
        road.there.put(shop.did(), shop);
        var order = post(shop, shopper);
        time.pass(Duration.ofHours(12));
        var answer = Answer.seal(shop, order.id(), shopper.replyKey(), 1, time.instant(), "{}");
        road.answers.put(order.id(), answer.jws());
        int calls = road.calls.size();
        for (int i = 0; i < 10; i++) {
            mail.relay().look(order.id(), true);
        }
        time.pass(Duration.ofSeconds(1));
        assertThat(mail.relay().look(order.id(), true).orElseThrow().answers()).containsExactly(answer.jws());
        assertThat(road.calls).hasSize(calls + 1);
        assertThat(mail.relay().hear(answer.jws())).isTrue();
        assertThat(mail.relay().look(order.id(), false).orElseThrow().answers()).hasSize(1);
    }

    /** A call that was made. */
    private record Call(Instant at, Did to) {}

    /** Nodes in memory. */
    private final class Road implements MailClient {
        final List<Call> calls = new ArrayList<>();
        final Map<Did, Signer> there = new HashMap<>();
        final Set<Did> mirrors = new HashSet<>();
        final List<EnvelopeId> arrived = new ArrayList<>();
        final Map<EnvelopeId, String> receipts = new HashMap<>();
        final Map<EnvelopeId, String> answers = new HashMap<>();

        private void dial(PeerAddress peer) throws PeerFailed {
            calls.add(new Call(time.instant(), peer.did()));
            if (!there.containsKey(peer.did()) && !mirrors.contains(peer.did())) {
                throw away();
            }
        }

        @Override
        public Left leave(PeerAddress peer, Did merchant, byte[] body) throws PeerFailed {
            dial(peer);
            try {
                var envelope = Envelope.read(body);
                var shop = there.get(peer.did());
                if (shop == null) {
                    return new Left(receipts.get(envelope.id()));
                }
                arrived.add(envelope.id());
                return new Left(
                        FakeReceipt.sign(shop, envelope, false, time.instant()).jws());
            } catch (BadEnvelope e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public Held held(PeerAddress peer, EnvelopeId id) throws PeerFailed {
            dial(peer);
            return new Held(list(receipts.get(id)), list(answers.get(id)));
        }

        private static List<String> list(@Nullable String word) {
            return word == null ? List.of() : List.of(word);
        }

        @Override
        public MailClient.Mail mail(PeerAddress peer, long after, Duration wait) throws PeerFailed {
            throw away();
        }

        @Override
        public void confirm(PeerAddress peer, EnvelopeId id, String receipt) throws PeerFailed {
            throw away();
        }

        @Override
        public void tell(PeerAddress peer, String word) throws PeerFailed {
            throw away();
        }
    }

    private static final class Everybody implements PeerBook {
        @Override
        public List<PeerAddress> reachable() {
            return List.of();
        }

        @Override
        public Optional<PeerAddress> find(Did did) {
            return Optional.of(new PeerAddress(did, List.of(new Endpoint("192.0.2.1", 8444)), true));
        }
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
