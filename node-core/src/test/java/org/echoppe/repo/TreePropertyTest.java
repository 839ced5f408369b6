package org.echoppe.repo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.echoppe.domain.Cid;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of any tree, tried on trees made from seeds. */
class TreePropertyTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void stepsInAnyOrderGiveTheTreeThatIsBuiltAtOnce(int seed) throws Exception {
        var random = new Random(seed);
        var model = new TreeMap<String, Cid>();
        var tree = MerkleSearchTree.empty();
        for (int i = 0; i < 1500; i++) {
            var key = Repositories.randomKey(random);
            // shrinks to nothing now and then
            if (random.nextInt(10) < (i / 300 % 2 == 0 ? 2 : 8)) {
                var victim = model.isEmpty() || random.nextInt(5) == 0 ? key : near(model, key);
                model.remove(victim);
                tree = tree.remove(victim);
            } else {
                var cid = Repositories.randomCid(random);
                model.put(key, cid);
                tree = tree.put(key, cid);
            }
            if (i % 50 == 0) {
                assertThat(tree.root()).isEqualTo(MerkleSearchTree.build(model).root());
            }
            if (i % 100 == 0) {
                // from here on over nodes that must be loaded
                tree = MerkleSearchTree.load(tree.root(), Repositories.nodes(tree)::get);
            }
        }
        assertThat(Repositories.entries(tree)).isEqualTo(model);
        for (var key : List.copyOf(model.keySet())) {
            assertThat(tree.get(key)).isEqualTo(model.get(key));
            tree = tree.remove(key);
        }
        assertThat(tree.root()).isEqualTo(MerkleSearchTree.empty().root());
    }

    private static String near(SortedMap<String, Cid> model, String key) {
        var above = model.tailMap(key);
        return above.isEmpty() ? model.lastKey() : above.firstKey();
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 12, 13})
    void theOrderOfPuttingMakesNoDifference(int seed) throws Exception {
        var random = new Random(seed);
        var entries = Repositories.randomEntries(random, 400);
        var steps = new ArrayList<>(entries.entrySet());
        for (int i = 0; i < 3; i++) {
            java.util.Collections.shuffle(steps, random);
            var tree = MerkleSearchTree.empty();
            for (var step : steps) {
                tree = tree.put(step.getKey(), step.getValue());
            }
            assertThat(tree.root()).isEqualTo(MerkleSearchTree.build(entries).root());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {21, 22, 23, 24, 25, 26, 27, 28})
    void theChangeBetweenTwoTreesLeadsFromOneToTheOther(int seed) throws Exception {
        var random = new Random(seed);
        var before = Repositories.randomEntries(random, random.nextInt(300));
        var after = new TreeMap<>(before);
        for (int i = random.nextInt(60); i > 0; i--) {
            after.put(Repositories.randomKey(random), Repositories.randomCid(random));
        }
        after.keySet().removeIf(_ -> random.nextInt(8) == 0);

        var older = MerkleSearchTree.build(before);
        var newer = MerkleSearchTree.build(after);
        var olderNodes = Repositories.nodes(older);
        var newerNodes = Repositories.nodes(newer);
        // once over trees in memory, once over trees to be loaded
        for (var change : List.of(
                newer.changeFrom(older),
                MerkleSearchTree.load(newer.root(), newerNodes::get)
                        .changeFrom(MerkleSearchTree.load(older.root(), olderNodes::get)))) {
            assertThat(change.keys()).isEqualTo(difference(before, after));
            assertThat(older.with(change.keys()).root()).isEqualTo(newer.root());
            var nodes = new HashMap<>(olderNodes);
            nodes.keySet().removeAll(change.removedNodes());
            change.addedNodes().forEach(node -> nodes.put(node.cid(), node.bytes()));
            assertThat(nodes.keySet()).isEqualTo(newerNodes.keySet());
            assertThat(change.addedNodes()).noneMatch(node -> olderNodes.containsKey(node.cid()));
        }
        assertThat(newer.changeFrom(newer).keys()).isEmpty();
    }

    private static Map<String, Optional<Cid>> difference(Map<String, Cid> before, Map<String, Cid> after) {
        var keys = new HashSet<>(before.keySet());
        keys.addAll(after.keySet());
        var difference = new TreeMap<String, Optional<Cid>>();
        for (var key : keys) {
            var now = Optional.ofNullable(after.get(key));
            if (!now.equals(Optional.ofNullable(before.get(key)))) {
                difference.put(key, now);
            }
        }
        return difference;
    }
}
