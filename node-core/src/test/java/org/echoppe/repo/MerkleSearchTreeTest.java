package org.echoppe.repo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.echoppe.Shared;
import org.echoppe.domain.Cid;
import org.echoppe.repo.BadRepository.Reason;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MerkleSearchTreeTest {
    private static final Cid LEAF = Cid.parse("bafyreie5cvv4h45feadgeuwhbcutmh6t2ceseocckahdoe6uat64zmz454");

    @Test
    void keysLiveOnTheLayersOfTheVectors() throws Exception {
        for (var vector : Json.vectors("mst/key_heights.json")) {
            assertThat(TreeNode.layerOf(vector.get("key").asString()))
                    .isEqualTo(vector.get("height").asInt());
        }
    }

    /** The layer stands in the key's name, as its second character. */
    @Test
    void theExampleKeysLiveOnTheLayersInTheirNames() throws Exception {
        var keys = Files.readAllLines(Shared.file("fixtures/atproto/mst/example_keys.txt"));
        assertThat(keys)
                .isNotEmpty()
                .allSatisfy(key -> assertThat(TreeNode.layerOf(key)).isEqualTo(key.charAt(1) - '0'));
        var entries = new TreeMap<String, Cid>();
        keys.forEach(key -> entries.put(key, LEAF));
        assertThat(loaded(MerkleSearchTree.build(entries)).size()).isEqualTo(keys.size());
    }

    @Test
    void commonPrefixesAreCountedInBytes() throws Exception {
        for (var vector : Json.vectors("mst/common_prefix.json")) {
            assertThat(NodeCodec.commonPrefix(bytes(vector.get("left")), bytes(vector.get("right"))))
                    .isEqualTo(vector.get("len").asInt());
        }
    }

    private static String bytes(JsonNode text) {
        return new String(text.asString().getBytes(UTF_8), ISO_8859_1);
    }

    @Test
    void theCommitProofVectorsComeOut() throws Exception {
        for (var vector : Json.vectors("firehose/commit-proof-fixtures.json")) {
            var entries = new TreeMap<String, Cid>();
            vector.get("keys").forEach(key -> entries.put(key.asString(), LEAF));
            var before = MerkleSearchTree.build(entries);
            assertThat(before.root()).isEqualTo(cid(vector.get("rootBeforeCommit")));

            var changes = new TreeMap<String, Optional<Cid>>();
            vector.get("adds").forEach(key -> changes.put(key.asString(), Optional.of(LEAF)));
            vector.get("dels").forEach(key -> changes.put(key.asString(), Optional.empty()));
            var after = loaded(before).with(changes);
            assertThat(after.root()).isEqualTo(cid(vector.get("rootAfterCommit")));
            assertThat(after.changeFrom(before).keys()).isEqualTo(changes);

            var proof = new HashSet<Cid>();
            for (var key : changes.keySet()) {
                after.proofWithNeighbours(key).forEach(node -> proof.add(node.cid()));
            }
            var expected = new HashSet<Cid>();
            vector.get("blocksInProof").forEach(block -> expected.add(cid(block)));
            assertThat(proof).as(vector.get("comment").asString()).isEqualTo(expected);
        }
    }

    private static Cid cid(JsonNode text) {
        return Cid.parse(text.asString());
    }

    @Test
    void theRootsKnownFromAtProtocolComeOut() {
        assertThat(MerkleSearchTree.empty().root())
                .hasToString("bafyreie5737gdxlw5i64vzichcalba3z2v5n6icifvx5xytvske7mr3hpm");
        assertThat(MerkleSearchTree.build(new TreeMap<>()).root())
                .isEqualTo(MerkleSearchTree.empty().root());
        assertThat(MerkleSearchTree.build(new TreeMap<>(Map.of("com.example.record/3jqfcqzm3fo2j", LEAF)))
                        .root())
                .hasToString("bafyreibj4lsc3aqnrvphp5xmrnfoorvru4wynt6lwidqbm2623a6tatzdu");
    }

    @Test
    void aProofNeedsNothingButItself() throws Exception {
        var entries = Repositories.randomEntries(new Random(1), 500);
        var tree = MerkleSearchTree.build(entries);
        for (var key : entries.keySet()) {
            var nodes = tree.proof(key).stream().collect(java.util.stream.Collectors.toMap(Block::cid, Block::bytes));
            assertThat(MerkleSearchTree.load(tree.root(), nodes::get).get(key)).isEqualTo(entries.get(key));
        }
        var absent = tree.proof("a.b.c/absent-key");
        var nodes = absent.stream().collect(java.util.stream.Collectors.toMap(Block::cid, Block::bytes));
        assertThat(MerkleSearchTree.load(tree.root(), nodes::get).get("a.b.c/absent-key"))
                .isNull();
    }

    @Test
    void oneChangeLoadsOnePath() throws Exception {
        var entries = Repositories.randomEntries(new Random(2), 3000);
        var nodes = Repositories.nodes(MerkleSearchTree.build(entries));
        var loads = new int[1];
        var tree = MerkleSearchTree.load(MerkleSearchTree.build(entries).root(), cid -> {
            loads[0]++;
            return nodes.get(cid);
        });
        var changed = tree.put(entries.firstKey(), LEAF);
        assertThat(changed.changeFrom(tree).keys()).containsOnlyKeys(entries.firstKey());
        assertThat(loads[0]).isLessThan(20);
        assertThat(nodes.size()).isGreaterThan(500);
    }

    @Test
    void nodesMissingOrForgedAreSeenWhenTheyAreLoaded() throws Exception {
        var tree = MerkleSearchTree.build(Repositories.randomEntries(new Random(3), 100));
        assertReason(Reason.MISSING_BLOCK, MerkleSearchTree.load(tree.root(), _ -> null));
        assertReason(Reason.WRONG_HASH, MerkleSearchTree.load(tree.root(), _ -> new byte[] {(byte) 0xa0}));
    }

    private static void assertReason(Reason reason, MerkleSearchTree tree) {
        assertThatThrownBy(tree::size)
                .isInstanceOfSatisfying(
                        BadRepository.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void onlyKeysOfARepositoryAreTaken() {
        for (var key : Set.of("", "a", "a/", "/a", "a/b/c", "a/..", "a/.", "a/é", "a/b c", "a/" + "b".repeat(511))) {
            assertThatThrownBy(() -> MerkleSearchTree.empty().put(key, LEAF))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> MerkleSearchTree.build(new TreeMap<>(Map.of(key, LEAF))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** The same tree, with every node still to be loaded. */
    private static MerkleSearchTree loaded(MerkleSearchTree tree) throws BadRepository {
        return MerkleSearchTree.load(tree.root(), Repositories.nodes(tree)::get);
    }
}
