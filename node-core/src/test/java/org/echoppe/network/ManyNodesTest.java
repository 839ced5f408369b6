package org.echoppe.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many nodes, bad lines and one seed: in the end all hold the same, and the same seed tells the same story. */
class ManyNodesTest {
    private static final int NODES = 4;

    @TempDir
    Path homes;

    @Test
    void theyAgreeWhateverTheLinesLoseAndOneSeedIsOneStory() {
        assertThat(story(7, "once")).isEqualTo(story(7, "again"));
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(longs = {1, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void theyAgreeWithAnySeed(long seed) {
        story(seed, "seed" + seed);
    }

    private List<String> story(long seed, String name) {
        var random = new Random(seed);
        var time = new SimulatedTime();
        var network = new SimulatedNetwork(random);
        var nodes = new ArrayList<SimulatedNode>();
        try {
            for (int i = 0; i < NODES; i++) {
                nodes.add(new SimulatedNode(homes.resolve(name + i), i + 1, time, network, random));
                network.add(nodes.getLast());
                nodes.getLast().publish(Goods.shop("Boutique " + i, 3));
            }
            for (int i = 1; i < NODES; i++) {
                nodes.get(i)
                        .peers
                        .add(nodes.get(i - 1).endpoint().url(), nodes.get(i - 1).did());
            }
            for (int i = 0; i < 25; i++) {
                happening(random, nodes, network);
                time.pass(Duration.ofMillis(random.nextInt(20_000)));
            }
            network.heal();
            time.pass(Duration.ofMinutes(15));
            for (var node : nodes) {
                assertThat(node.heads()).isEqualTo(nodes.getFirst().heads()).hasSize(NODES);
                assertThat(node.listings()).isEqualTo(nodes.getFirst().listings());
                assertThat(node.peers.reachable()).hasSize(NODES - 1);
            }
            return network.trace;
        } finally {
            nodes.forEach(SimulatedNode::close);
        }
    }

    private static void happening(Random random, List<SimulatedNode> nodes, SimulatedNetwork network) {
        var node = nodes.get(random.nextInt(NODES));
        switch (random.nextInt(6)) {
            case 0 -> network.cut(node, nodes.get((nodes.indexOf(node) + 1) % NODES));
            case 1 -> network.loses(random.nextDouble() * 0.5);
            case 2 -> network.heal();
            default -> {
                int product = random.nextInt(10);
                node.publish(
                        Map.of(Goods.key(product), Optional.of(Goods.product(product, random.nextInt(1, 10_000)))));
            }
        }
    }

    @Test
    void aStormOfNewsIsToldInABurstAndThenRarely() {
        var random = new Random(3);
        var time = new SimulatedTime();
        var network = new SimulatedNetwork(random);
        try (var a = new SimulatedNode(homes.resolve("a"), 1, time, network, random);
                var b = new SimulatedNode(homes.resolve("b"), 2, time, network, random)) {
            network.add(a);
            network.add(b);
            a.publish(Goods.shop("A", 1));
            b.peers.add(a.endpoint().url(), a.did());
            time.pass(Duration.ofMinutes(2));
            network.trace.clear();
            for (int i = 0; i < 100; i++) {
                a.publish(Map.of(Goods.key(0), Optional.of(Goods.product(0, i + 1))));
                time.pass(Duration.ofMillis(100));
            }
            long told = network.trace.stream()
                    .filter(line -> line.contains(" 2 has "))
                    .count();
            assertThat(told).isBetween(3L, 6L);
            time.pass(Duration.ofSeconds(11));
            assertThat(b.heads()).isEqualTo(a.heads());
        }
    }
}
