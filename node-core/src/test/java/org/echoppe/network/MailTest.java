package org.echoppe.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.core.ConditionFactory;
import org.echoppe.domain.Did;
import org.echoppe.domain.EnvelopeId;
import org.echoppe.domain.Rejected;
import org.echoppe.guard.AddressPrefix;
import org.echoppe.guard.SecurityKind;
import org.echoppe.orders.Whereabouts;
import org.echoppe.orders.wire.Answer;
import org.echoppe.orders.wire.Envelope;
import org.echoppe.orders.wire.FakeReceipt;
import org.echoppe.orders.wire.FakeShopper;
import org.echoppe.orders.wire.Receipt;
import org.echoppe.peers.PeerFailed;
import org.echoppe.records.Mailbox;
import org.echoppe.records.ShopProfile;
import org.echoppe.repo.DagCbor;
import org.echoppe.repo.TestSigner;
import org.echoppe.store.MailState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The road of an envelope between real nodes over real TLS: a relay, a shop, mirrors, and one that lies. */
class MailTest {
    private static final AddressPrefix SHOPPERS = new AddressPrefix("203.0.113.0/24");

    @TempDir
    Path homes;

    private TestNode node(String name) {
        return TestNode.open(homes.resolve(name));
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions();
    }

    private static Envelope order(FakeShopper shopper, Did merchant, Did... replyAt) {
        var sealed = shopper.envelope("an order", merchant.value(), merchant);
        return new Envelope(sealed.id(), sealed.to(), sealed.reply(), List.of(replyAt), sealed.jwe());
    }

    private static Whereabouts at(TestNode node, Envelope envelope) {
        return node.mail.relay().look(envelope.id(), true).orElseThrow();
    }

    private static MailState state(TestNode node, Envelope envelope) {
        return at(node, envelope).state();
    }

    private static Answer answer(TestNode shop, FakeShopper shopper, int number) {
        byte[] id = new byte[EnvelopeId.LENGTH];
        new SecureRandom().nextBytes(id);
        return Answer.seal(shop.identity, EnvelopeId.of(id), shopper.replyKey(), number, Instant.now(), "{}");
    }

    /** The shop's first commit, with the mailboxes it names. */
    private static void opens(TestNode shop, TestNode... mailboxes) {
        var named = List.of(mailboxes).stream()
                .map(mirror -> new Mailbox(mirror.did(), List.of(mirror.url())))
                .toList();
        shop.mailboxes.addAll(named);
        publish(shop, named);
    }

    private static void publish(TestNode shop, List<Mailbox> mailboxes) {
        var profile = ShopProfile.blank()
                .withName("Aux Pommes")
                .withLang("fr")
                .withCurrency(Goods.EUR)
                .withMailboxes(mailboxes);
        shop.publish(Map.of(Goods.PROFILE, Optional.of(DagCbor.encode(profile.toFields()))));
    }

    /** Nobody can call the shop any more, and the relay has seen it. */
    private static void goes(TestNode shop, TestNode relay) {
        shop.hangUp();
        relay.reachability.failed(shop.did());
        relay.reachability.failed(shop.did());
    }

    private static void knows(TestNode node, TestNode shop) {
        node.peers.add(shop.url(), shop.did());
        eventually().until(() -> node.head(shop.did()).isPresent());
    }

    @Test
    void anOrderReachesAShopThatWasAwayExactlyOnceThoughItComesFiveTimesAndTheRelayWasRestarted() {
        var shopper = new FakeShopper();
        try (var shop = node("shop").sells()) {
            opens(shop);
            Envelope order;
            int port = shop.port();
            try (var relay = node("relay")) {
                knows(relay, shop);
                goes(shop, relay);
                order = order(shopper, shop.did(), relay.did());
                assertThat(relay.mail.relay().post(order, SHOPPERS)).isEqualTo(MailState.KEPT);
                assertThat(state(relay, order)).isEqualTo(MailState.KEPT);
            }
            try (var relay = node("relay")) {
                assertThat(relay.mail.relay().post(order, SHOPPERS)).isEqualTo(MailState.KEPT);
                shop.listen(port);
                shop.peers.add(relay.url(), relay.did());
                eventually().until(() -> state(relay, order) == MailState.ARRIVED);
                for (int i = 0; i < 5; i++) {
                    deliver(relay, shop, order);
                }
                assertThat(shop.desk.taken()).containsExactly(order.id());
                assertThat(Receipt.read(at(relay, order).receipts().getFirst()).ends(order))
                        .isTrue();
                var answer = answer(shop, shopper, 1);
                shop.mail.outbox().answer(answer, order.replyAt());
                shop.mail
                        .outbox()
                        .receipt(FakeReceipt.sign(shop.identity, order, true, Instant.now()), order.replyAt());
                eventually().until(() -> state(relay, order) == MailState.READ);
                eventually().until(() -> at(relay, order).answers().equals(List.of(answer.jws())));
                assertThat(relay.journal.latest(100))
                        .noneMatch(line -> line.toString().contains(order.jwe()));
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }

    private static void deliver(TestNode relay, TestNode shop, Envelope order) throws PeerFailed {
        assertThat(relay.client
                        .mail()
                        .leave(shop.address(), shop.did(), order.toJson())
                        .receipt())
                .isNotNull();
    }

    @Test
    void aShopThatCannotBeCalledFetchesItsMailAtItsMirrorAndItsAnswersWaitThere() throws Exception {
        var shopper = new FakeShopper();
        try (var mirror = node("mirror");
                var relay = node("relay");
                var shop = node("shop").sells()) {
            mirror.keeps.add(shop.did());
            opens(shop, mirror);
            shop.peers.add(mirror.url(), mirror.did());
            knows(relay, shop);
            knows(relay, mirror, shop.did());
            // from now on nobody can call the shop, which keeps a call open to its mirror
            goes(shop, relay);

            var order = order(shopper, shop.did(), relay.did());
            relay.mail.relay().post(order, SHOPPERS);
            eventually().until(() -> state(mirror, order) == MailState.ARRIVED);
            assertThat(shop.desk.taken()).containsExactly(order.id());
            assertThat(mirror.mail.postbox().collect(shop.did(), 0, Duration.ZERO))
                    .isEmpty();

            // the relay cannot be called by the shop either: it asks at the mirror
            var answer = answer(shop, shopper, 1);
            shop.mail.outbox().answer(answer, List.of());
            eventually().until(() -> at(mirror, order).answers().equals(List.of(answer.jws())));
            var asked = relay.client.mail().held(mirror.address(), order.id());
            assertThat(asked.answers()).containsExactly(answer.jws());
            assertThat(asked.receipts()).hasSize(1);
        }
    }

    private static void knows(TestNode node, TestNode mirror, Did shop) {
        node.peers.add(mirror.url(), mirror.did());
        eventually().until(() -> mirror.head(shop).isPresent());
    }

    @Test
    void aMirrorKeepsMailOfWhoseItAgreedToAloneAndGivesItToItsOwnerAlone() throws Exception {
        try (var mirror = node("mirror");
                var other = node("other")) {
            var shop = new TestSigner().did();
            var order = order(new FakeShopper(), shop);
            assertThatThrownBy(() -> other.client.mail().leave(mirror.address(), shop, order.toJson()))
                    .isInstanceOfSatisfying(
                            PeerFailed.class, e -> assertThat(e.kind()).isEqualTo(PeerFailed.Kind.NOT_HELD));
            mirror.keeps.add(shop);
            assertThat(other.client
                            .mail()
                            .leave(mirror.address(), shop, order.toJson())
                            .receipt())
                    .isNull();
            assertThat(other.client
                            .mail()
                            .mail(mirror.address(), 0, Duration.ofSeconds(30))
                            .envelopes())
                    .as("not its own, and so it does not wait either")
                    .isEmpty();
            var forged = FakeReceipt.sign(other.identity, order, false, Instant.now());
            assertThatThrownBy(() -> other.client.mail().confirm(mirror.address(), order.id(), forged.jws()))
                    .isInstanceOf(PeerFailed.class);
            assertThatThrownBy(() -> other.client.mail().tell(mirror.address(), forged.jws()))
                    .isInstanceOf(PeerFailed.class);
            assertThat(state(mirror, order)).isEqualTo(MailState.AT_MAILBOX);
            assertThat(mirror.mail.postbox().collect(shop, 0, Duration.ZERO)).hasSize(1);
        }
    }

    @Test
    void anEnvelopeForAShopThatTakesNoOrdersStaysWithTheRelay() {
        try (var shop = node("shop");
                var relay = node("relay")) {
            opens(shop);
            knows(relay, shop);
            var order = order(new FakeShopper(), shop.did());
            relay.mail.relay().post(order, SHOPPERS);
            assertThatThrownBy(() -> relay.client.mail().leave(shop.address(), shop.did(), order.toJson()))
                    .isInstanceOfSatisfying(
                            PeerFailed.class, e -> assertThat(e.kind()).isEqualTo(PeerFailed.Kind.REFUSED));
            assertThat(state(relay, order)).isEqualTo(MailState.KEPT);
            assertThatThrownBy(() -> shop.mail.relay().post(order, SHOPPERS)).isInstanceOf(Rejected.class);
        }
    }

    @Test
    void whoRewritesTheOutsideOfAnEnvelopeKeepsNoAnswerFromItsShopper() throws Exception {
        var shopper = new FakeShopper();
        try (var shop = node("shop").sells();
                var relay = node("relay")) {
            var order = order(shopper, shop.did());
            shop.desk.sealed(order);
            var rewritten = new Envelope(
                    order.id(), order.to(), new FakeShopper().replyKey().thumbprint(), List.of(), order.jwe());
            deliver(relay, shop, rewritten);
            deliver(relay, shop, order);
            var answer = answer(shop, shopper, 1);
            shop.mail.outbox().answer(answer, List.of());
            assertThat(relay.client.mail().held(shop.address(), order.id()).answers())
                    .containsExactly(answer.jws());
        }
    }

    @Test
    void whoIsFirstAtAMailboxWithTheOutsideRewrittenTakesNoAnswerFromTheShopper() throws Exception {
        var shopper = new FakeShopper();
        try (var mirror = node("mirror");
                var hostile = node("hostile");
                var relay = node("relay");
                var shop = node("shop").sells()) {
            var order = order(shopper, shop.did());
            shop.desk.sealed(order);
            var rewritten = new Envelope(
                    order.id(), order.to(), new FakeShopper().replyKey().thumbprint(), List.of(), order.jwe());
            mirror.keeps.add(shop.did());
            hostile.client.mail().leave(mirror.address(), shop.did(), rewritten.toJson());
            relay.client.mail().leave(mirror.address(), shop.did(), order.toJson());
            var early = answer(shop, shopper, 1);
            shop.client.mail().tell(mirror.address(), early.jws());

            opens(shop, mirror);
            shop.peers.add(mirror.url(), mirror.did());
            eventually().until(() -> state(mirror, order) == MailState.ARRIVED);
            var answer = answer(shop, shopper, 2);
            shop.mail.outbox().answer(answer, List.of());
            eventually().until(() -> at(mirror, order).answers().size() == 2);
            assertThat(relay.client.mail().held(mirror.address(), order.id()).answers())
                    .as("what came before the receipt, too")
                    .containsExactly(early.jws(), answer.jws());
        }
    }

    @Test
    void aHostileMailboxCannotEndTheRetryingNorSlipInAnAnswer() {
        var shopper = new FakeShopper();
        try (var shop = node("shop").sells();
                var relay = node("relay");
                var liar = new FakeNode(homes.resolve("liar"))) {
            publish(shop, List.of(new Mailbox(liar.did(), List.of(liar.url()))));
            int port = shop.port();
            knows(relay, shop);
            relay.peers.add(liar.url(), liar.did());
            goes(shop, relay);

            var order = order(shopper, shop.did(), relay.did());
            var other = order(shopper, shop.did());
            var receipt = FakeReceipt.sign(liar.identity, order, false, Instant.now());
            var ofAnother = FakeReceipt.sign(shop.identity, other, true, Instant.now());
            var answer = Answer.seal(
                    liar.identity, order.id(), shopper.replyKey(), 1, Instant.now(), "{\"state\":\"accepted\"}");
            var toAnother = answer(shop, new FakeShopper(), 1);
            liar.leave = ctx -> ctx.json(Map.of("receipt", receipt.jws()));
            liar.held = ctx -> ctx.json(Map.of(
                    "state",
                    "read",
                    "receipts",
                    List.of(receipt.jws(), ofAnother.jws(), "not a receipt"),
                    "answers",
                    List.of(answer.jws(), toAnother.jws(), "not an answer")));
            relay.mail.relay().post(order, SHOPPERS);
            eventually().until(() -> !relay.journal(SecurityKind.ANSWER_REFUSED).isEmpty());
            assertThat(state(relay, order)).isEqualTo(MailState.KEPT);

            liar.leave = ctx -> ctx.status(202).json(Map.of("state", "atMailbox"));
            relay.mail.relay().post(order, SHOPPERS);
            shop.listen(port);
            shop.peers.add(relay.url(), relay.did());
            eventually().until(() -> state(relay, order) == MailState.ARRIVED);
            assertThat(shop.desk.taken()).containsExactly(order.id());
            assertThat(at(relay, order).answers()).isEmpty();
            assertThat(relay.journal(SecurityKind.ANSWER_REFUSED))
                    .allSatisfy(
                            line -> assertThat(line.who()).isEqualTo(liar.did().value()));
        }
    }
}
