package org.echoppe.repo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.echoppe.Shared;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.domain.Tid;
import org.echoppe.repo.BadRepository.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A shop's repository as the JavaScript package @atproto/repo wrote it. */
class FixtureRepositoryTest {
    @TempDir
    private Path spool;

    @Test
    void theWholeRepositoryReadsToWhatIsExpected() throws Exception {
        var expected = expected();
        try (var snapshot = read("full.car")) {
            assertThat(snapshot.commit().did()).isEqualTo(did());
            assertThat(snapshot.commit().rev())
                    .isEqualTo(new Tid(expected.at("/full/rev").asString()));
            assertThat(snapshot.commit().cid())
                    .isEqualTo(Cid.parse(expected.at("/full/root").asString()));
            assertThat(snapshot.commit().prev()).isNull();
            assertThat(snapshot.records()).isEqualTo(expected.get("records").asInt());

            var keys = new ArrayList<String>();
            snapshot.forEachRecord((key, cid, bytes) -> {
                keys.add(key);
                assertThat(Cid.of(bytes)).isEqualTo(cid);
            });
            assertThat(keys).hasSize(snapshot.records()).isSorted().contains(Collections.PROFILE + "/self");
            var nodes = new ArrayList<Block>();
            snapshot.forEachNode(nodes::add);
            assertThat(nodes).hasSize(snapshot.nodes());
            assertThat(nodes.getFirst().cid()).isEqualTo(snapshot.commit().data());
            // commit, nodes and records: every block of the file is reached
            assertThat(1 + nodes.size() + keys.size()).isEqualTo(388);
        }
    }

    @Test
    void everyRecordReadsAndIsWrittenToTheSameBytes() throws Exception {
        try (var snapshot = read("full.car")) {
            snapshot.<BadRepository>forEachRecord((key, _, bytes) -> {
                var record = DagCbor.record(bytes);
                assertThat(record.text("$type")).contains(Collections.collectionOf(key));
                assertThat(DagCbor.encode(record)).isEqualTo(bytes);
            });
        }
    }

    @Test
    void bothSlicesApplyInTheirOrder() throws Exception {
        try (var snapshot = read("full.car");
                var first = open("diff1.car");
                var second = open("diff2.car")) {
            var one = Update.fromSlice(snapshot.tree(), snapshot.commit(), first, Limits.FOLLOWED);
            isTheExpected("diff1", one);
            assertThat(one.changes()).containsOnlyKeys(product("p00003"), product("p00007"), product("new00001"));
            assertThat(one.changes().get(product("p00007"))).isEmpty();

            var two = Update.fromSlice(one.tree(), one.commit(), second, Limits.FOLLOWED);
            isTheExpected("diff2", two);
            assertThat(two.changes()).hasSize(expected().at("/diff2/updated").asInt());
            assertThat(two.tree().size()).isEqualTo(snapshot.records());
        }
    }

    private void isTheExpected(String name, Update update) throws IOException {
        var expected = expected().get(name);
        assertThat(update.commit().rev()).isEqualTo(new Tid(expected.get("rev").asString()));
        assertThat(update.commit().cid())
                .isEqualTo(Cid.parse(expected.get("root").asString()));
        assertThat(update.tree().root()).isEqualTo(update.commit().data());
    }

    @Test
    void aSliceOutOfItsOrderIsRefused() throws Exception {
        try (var snapshot = read("full.car");
                var second = open("diff2.car")) {
            assertThatThrownBy(() -> Update.fromSlice(snapshot.tree(), snapshot.commit(), second, Limits.FOLLOWED))
                    .isInstanceOfSatisfying(
                            BadRepository.class, e -> assertThat(e.reason()).isEqualTo(Reason.MISSING_BLOCK));
        }
    }

    @Test
    void aSliceAsAThinDiffGivesTheSame() throws Exception {
        try (var snapshot = read("full.car");
                var first = open("diff1.car")) {
            var slice = Update.fromSlice(snapshot.tree(), snapshot.commit(), first, Limits.FOLLOWED);
            var diff = ThinDiff.decode(Repositories.thinDiff(slice).encode(), Limits.STRANGER);
            var update = Update.check(snapshot.tree(), snapshot.commit(), diff);
            assertThat(update.changes()).isEqualTo(slice.changes());
            assertThat(update.addedNodes()).containsExactlyInAnyOrderElementsOf(slice.addedNodes());
            assertThat(update.removedNodes()).isEqualTo(slice.removedNodes());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "bad-flipped-byte.car, WRONG_HASH",
        "bad-missing-record.car, MISSING_BLOCK",
        "bad-wrong-key.car, BAD_SIGNATURE"
    })
    void theBadOnesAreRefusedForTheirReason(String name, Reason reason) throws Exception {
        assertThatThrownBy(() -> read(name))
                .isInstanceOfSatisfying(
                        BadRepository.class, e -> assertThat(e.reason()).isEqualTo(reason));
        try (Stream<Path> left = Files.list(spool)) {
            assertThat(left).as("nothing is left behind").isEmpty();
        }
    }

    @Test
    void theRepositoryOfAnotherIsRefused() throws Exception {
        var other = new TestSigner().did();
        try (var car = open("full.car")) {
            assertThatThrownBy(() -> Snapshot.read(car, other, spool, Limits.FOLLOWED))
                    .isInstanceOfSatisfying(
                            BadRepository.class, e -> assertThat(e.reason()).isEqualTo(Reason.WRONG_DID));
        }
    }

    @Test
    void theTreeIsTheOneThatOurBuildingGives() throws Exception {
        try (var snapshot = read("full.car")) {
            var entries = Repositories.entries(snapshot.tree());
            assertThat(MerkleSearchTree.build(entries).root())
                    .isEqualTo(snapshot.commit().data());
            assertThat(MerkleSearchTree.empty().with(changes(entries)).root())
                    .isEqualTo(snapshot.commit().data());
        }
    }

    private static Map<String, Optional<Cid>> changes(Map<String, Cid> entries) {
        var changes = new java.util.HashMap<String, Optional<Cid>>();
        entries.forEach((key, cid) -> changes.put(key, Optional.of(cid)));
        return changes;
    }

    private static String product(String key) {
        return Collections.PRODUCT + "/" + key;
    }

    private Snapshot read(String name) throws IOException, BadRepository {
        try (var car = open(name)) {
            return Snapshot.read(car, did(), spool, Limits.STRANGER);
        }
    }

    private static InputStream open(String name) throws IOException {
        return Files.newInputStream(Shared.file("fixtures/repo/" + name));
    }

    private static Did did() throws IOException {
        return new Did(expected().get("did").asString());
    }

    private static JsonNode expected() throws IOException {
        return JsonMapper.shared().readTree(Files.readAllBytes(Shared.file("fixtures/repo/expected.json")));
    }
}
