package org.echoppe.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncTest {
    @TempDir
    Path homes;

    private TestNode node(String name) {
        return TestNode.open(homes.resolve(name));
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(60)).ignoreExceptions();
    }

    @Test
    void aShopReachesAnEmptyPeerWhole() {
        try (var a = node("a");
                var b = node("b")) {
            var commit = a.publish(Goods.shop("Aux Pommes", 300));
            b.peers.add(a.url(), a.did());
            eventually()
                    .untilAsserted(
                            () -> assertThat(b.head(a.did()).orElseThrow().commitCid())
                                    .isEqualTo(commit.cid()));
            eventually().untilAsserted(() -> assertThat(b.listings()).isEqualTo(300));
        }
    }

    @Test
    void aChangedPriceIsThereWithinTwoSeconds() {
        try (var a = node("a");
                var b = node("b");
                var c = node("c")) {
            a.publish(Goods.shop("Aux Pommes", 50));
            a.peers.add(b.url(), b.did());
            a.peers.add(c.url(), c.did());
            eventually().until(() -> b.listings() == 50 && c.listings() == 50);
            var commit = a.publish(Map.of(Goods.key(7), Optional.of(Goods.product(7, 999))));
            eventually().untilAsserted(() -> {
                assertThat(b.head(a.did()).orElseThrow().commitCid()).isEqualTo(commit.cid());
                assertThat(c.head(a.did()).orElseThrow().commitCid()).isEqualTo(commit.cid());
            });
        }
    }

    @Test
    void threeNodesInARowLearnOfEachOtherAndHoldAllGoods() {
        try (var a = node("a");
                var b = node("b");
                var c = node("c")) {
            a.publish(Goods.shop("A", 10));
            b.publish(Goods.shop("B", 20));
            c.publish(Goods.shop("C", 30));
            a.peers.add(b.url(), b.did());
            c.peers.add(b.url(), null);
            eventually().untilAsserted(() -> {
                for (var node : java.util.List.of(a, b, c)) {
                    assertThat(node.listings()).isEqualTo(60);
                    assertThat(node.peers.reachable()).hasSize(2);
                }
            });
        }
    }
}
