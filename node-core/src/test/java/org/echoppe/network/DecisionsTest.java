package org.echoppe.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.awaitility.core.ConditionFactory;
import org.echoppe.discovery.KnownPeer.Word;
import org.echoppe.domain.Rejected;
import org.echoppe.guard.SecurityKind;
import org.echoppe.peers.Invitation;
import org.echoppe.peers.NodeRecord;
import org.echoppe.replicas.Outcome;
import org.echoppe.replicas.Sender;
import org.echoppe.replicas.StrangerLimits;
import org.echoppe.repo.BadRepository;
import org.echoppe.repo.Snapshot;
import org.echoppe.repo.TestSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follow, pause, block: what the shopkeeper decides about another shop is what the node does. */
class DecisionsTest {
    private static final int DAYS_90 = 90 * 24 * 60;

    @TempDir
    Path homes;

    private TestNode node(String name) {
        return TestNode.open(homes.resolve(name));
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(60)).ignoreExceptions();
    }

    private static Word word(TestNode node, TestNode other) {
        return node.peers.known(other.did()).orElseThrow().word();
    }

    @Test
    void aPausedShopIsNeitherFetchedNorAnsweredForUntilItGoesOn() {
        try (var a = node("a");
                var b = node("b");
                var c = node("c")) {
            a.publish(Goods.shop("A", 5));
            b.peers.add(new Invitation(a.endpoint(), a.did()).text(), null);
            eventually().until(() -> b.listings() == 5 && word(b, a) == Word.UP_TO_DATE);
            assertThat(b.peers.known(a.did()).orElseThrow().row().standing().verified())
                    .isTrue();

            assertThat(b.client.traffic().in()).as("what came with A's goods").isGreaterThan(1_000);

            b.peers.decisions().pause(a.did(), true);
            assertThat(word(b, a)).isEqualTo(Word.PAUSED);
            assertThat(b.reachability.of(a.did()).reachable()).isFalse();
            var held = b.head(a.did()).orElseThrow().commitCid();
            var news = a.publish(Map.of(Goods.key(1), Optional.of(Goods.product(1, 777))));
            assertThat(b.replicator.announced(a.did(), news).push()).isFalse();
            b.replicator.syncNow();
            assertThat(b.head(a.did()).orElseThrow().commitCid()).isEqualTo(held);
            assertThat(b.listings()).isEqualTo(5);

            int port = a.port();
            a.hangUp();
            c.peers.add(b.url(), b.did());
            eventually().until(() -> word(c, b) == Word.UP_TO_DATE);
            assertThat(c.head(a.did())).isEmpty();

            a.listen(port);
            b.peers.decisions().pause(a.did(), false);
            eventually().until(() -> b.head(a.did()).orElseThrow().commitCid().equals(news.cid()));
        }
    }

    @Test
    void aShopThatIsTooLargeForAStrangerComesWhenItIsFollowed() {
        try (var a = node("a");
                var b = node("b")) {
            b.strangers = new StrangerLimits(1, StrangerLimits.LEAST_TOGETHER);
            a.publish(Goods.shop("A", 4_000));
            b.peers.add(a.url(), a.did());
            eventually()
                    .until(() -> !b.journal(SecurityKind.REPOSITORY_REFUSED).isEmpty()
                            || !b.journal(SecurityKind.ANSWER_REFUSED).isEmpty());
            assertThat(b.head(a.did())).isEmpty();
            b.peers.decisions().follow(a.did(), true);
            eventually().until(() -> b.listings() == 4_000);
        }
    }

    @Test
    void aShopThatSignedNothingForNinetyDaysIsDroppedUnlessItIsFollowed() throws IOException, BadRepository {
        try (var node = node("node")) {
            var quiet = SignedShop.of(new TestSigner(), 3, SignedShop.minutes(-DAYS_90 - 10));
            var liked = SignedShop.of(new TestSigner(), 3, SignedShop.minutes(-DAYS_90 - 10));
            var fresh = SignedShop.of(new TestSigner(), 3, SignedShop.minutes(-DAYS_90 + 60));
            node.peers.decisions().follow(quiet.commit().did(), true);
            node.peers.decisions().follow(liked.commit().did(), true);
            for (var shop : new SignedShop[] {quiet, liked, fresh}) {
                assertThat(take(node, shop)).isEqualTo(Outcome.STORED);
            }
            node.peers.decisions().follow(quiet.commit().did(), false);
            node.upkeep.dropForsaken();
            assertThat(node.head(quiet.commit().did())).isEmpty();
            assertThat(node.head(liked.commit().did())).isPresent();
            assertThat(node.head(fresh.commit().did())).isPresent();
            assertThat(take(node, quiet)).isEqualTo(Outcome.NOT_NEWER);
        }
    }

    private Outcome take(TestNode node, SignedShop shop) throws IOException, BadRepository {
        var did = shop.commit().did();
        try (var snapshot =
                Snapshot.read(new ByteArrayInputStream(shop.car()), did, homes, node.replicas.limits(did))) {
            return node.replicas.accept(Sender.silent(new TestSigner().did(), null), snapshot);
        }
    }

    @Test
    void aBlockStandsInTheJournalWithItsReason() {
        try (var node = node("node")) {
            var other = new TestSigner().did();
            node.peers.decisions().block(other, "contrefaçons");
            assertThat(node.journal(SecurityKind.PEER_BLOCKED))
                    .singleElement()
                    .satisfies(line -> assertThat(line.who() + line.why()).isEqualTo(other.value() + "contrefaçons"));
        }
    }

    @Test
    void aMirrorThatBecomesAShopSaysSo() {
        try (var node = node("node")) {
            node.peers.becomes(NodeRecord.MIRROR);
            assertThat(node.peers.ownRecord().role()).isEqualTo(NodeRecord.MIRROR);
            var before = node.peers.ownRecord().jws();
            node.peers.becomes(NodeRecord.SHOP);
            assertThat(node.peers.ownRecord().role()).isEqualTo(NodeRecord.SHOP);
            assertThat(node.peers.ownRecord().jws()).isNotEqualTo(before);
        }
    }

    @Test
    void anInvitationIsReadHoweverItWasPasted() {
        try (var node = node("node")) {
            var mine = new Invitation(node.endpoint(), node.did());
            assertThat(Invitation.read(mine.text())).isEqualTo(mine);
            assertThat(Invitation.read(" " + node.url() + "\n" + node.did() + " "))
                    .isEqualTo(mine);
            assertThatThrownBy(() -> Invitation.read("https://a.example:8444#did:key:zQuiEstCe"))
                    .isInstanceOf(Rejected.class);
            assertThatThrownBy(() -> node.peers.add(mine.text(), null)).hasMessageContaining("peer-is-self");
        }
    }
}
