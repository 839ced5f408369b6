package org.echoppe.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.awaitility.core.ConditionFactory;
import org.echoppe.discovery.KnownPeer.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens when a node goes, is turned away, or cannot be called. */
class AbsenceTest {
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
    void aShopThatGoesKeepsItsGoodsAndIsMarkedAndComesBackWithNews() {
        try (var a = node("a");
                var b = node("b")) {
            a.publish(Goods.shop("A", 5));
            b.peers.add(a.url(), a.did());
            eventually().until(() -> b.listings() == 5 && word(b, a) == Word.UP_TO_DATE);

            int port = a.port();
            a.hangUp();
            eventually().until(() -> word(b, a) == Word.OFFLINE);
            assertThat(b.reachability.awaySince(a.did())).isPresent();
            assertThat(b.listings()).isEqualTo(5);
            var news = a.publish(Map.of(Goods.key(1), Optional.of(Goods.product(1, 777))));

            a.listen(port);
            eventually()
                    .until(() -> word(b, a) == Word.UP_TO_DATE
                            && b.head(a.did()).orElseThrow().commitCid().equals(news.cid()));
            assertThat(b.reachability.awaySince(a.did())).isEmpty();
        }
    }

    @Test
    void aBlockedShopsGoodsGoAndComeBackWhenItIsForgiven() {
        try (var a = node("a");
                var b = node("b")) {
            a.publish(Goods.shop("A", 5));
            b.peers.add(a.url(), a.did());
            eventually().until(() -> b.listings() == 5);
            b.peers.decisions().block(a.did(), "goods that are not allowed");
            assertThat(b.head(a.did())).isEmpty();
            assertThat(b.listings()).isZero();
            assertThat(word(b, a)).isEqualTo(Word.BLOCKED);
            b.peers.decisions().unblock(a.did());
            eventually().until(() -> b.listings() == 5);
        }
    }

    @Test
    void aNodeThatCannotBeCalledPushesItsNews() {
        try (var a = node("a");
                var b = node("b")) {
            a.hide();
            a.publish(Goods.shop("A", 200));
            a.peers.add(b.url(), b.did());
            eventually().until(() -> !a.peers.reachable().isEmpty());
            var first = a.publish(Map.of(Goods.key(1), Optional.of(Goods.product(1, 700))));
            eventually().until(() -> b.head(a.did()).orElseThrow().commitCid().equals(first.cid()));
            var second = a.publish(Map.of(Goods.key(1), Optional.of(Goods.product(1, 800))));
            eventually().until(() -> b.head(a.did()).orElseThrow().commitCid().equals(second.cid()));
            assertThat(b.peers.find(a.did())).isEmpty();
        }
    }

    @Test
    void aTypedAddressIsTriedUntilSomebodyAnswers() {
        try (var a = node("a");
                var b = node("b")) {
            a.publish(Goods.shop("A", 5));
            int port = a.port();
            var url = a.url();
            a.hangUp();
            assertThat(b.peers.add(url, null)).isEmpty();
            assertThat(b.peers.unansweredAddresses()).containsExactly(url);
            a.listen(port);
            eventually().until(() -> b.listings() == 5);
            assertThat(b.peers.unansweredAddresses()).isEmpty();
            assertThat(b.peers.known(a.did()).orElseThrow().row().standing().verified())
                    .isFalse();
        }
    }

    @Test
    void peersThatAreGoneSayNothingAboutTheClock() {
        var ahead = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(30));
        try (var a = node("a");
                var b = TestNode.open(homes.resolve("b"), ahead);
                var c = TestNode.open(homes.resolve("c"), ahead)) {
            a.peers.add(b.url(), b.did());
            a.peers.add(c.url(), c.did());
            eventually().until(a.peers::clockIsWrong);
            a.peers.decisions().remove(b.did());
            assertThat(a.peers.clockIsWrong()).isFalse();
        }
    }
}
