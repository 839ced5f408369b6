package org.echoppe.repo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.echoppe.domain.Cid;
import org.echoppe.repo.BadRepository.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {
    @TempDir
    private Path spool;

    private final TestSigner signer = new TestSigner();

    @Test
    void aRepositoryReadsBackWhole() throws Exception {
        var first = Repositories.first(signer, 300);
        try (var snapshot = read(Repositories.car(first))) {
            assertThat(snapshot.commit()).isEqualTo(first.commit());
            assertThat(snapshot.records()).isEqualTo(300);
            var records = new TreeMap<String, byte[]>();
            snapshot.forEachRecord((key, _, bytes) -> records.put(key, bytes));
            Repositories.products(300)
                    .forEach((key, bytes) -> assertThat(records.get(key)).isEqualTo(bytes.orElseThrow()));
            var nodes = new ArrayList<Block>();
            snapshot.forEachNode(nodes::add);
            assertThat(nodes).containsExactlyInAnyOrderElementsOf(first.addedNodes());
            long weight = first.commit().block().bytes().length
                    + records.values().stream().mapToLong(r -> r.length).sum()
                    + nodes.stream().mapToLong(n -> n.bytes().length).sum();
            assertThat(snapshot.bytes()).isEqualTo(weight);
        }
        assertNothingLeft();
    }

    @Test
    void theEmptyRepositoryIsOne() throws Exception {
        try (var snapshot = read(Repositories.car(Repositories.first(signer, 0)))) {
            assertThat(snapshot.records()).isZero();
            assertThat(snapshot.nodes()).isOne();
        }
    }

    @Test
    void blocksMayComeInAnyOrderTwiceAndAmongOthers() throws Exception {
        var first = Repositories.first(signer, 200);
        var blocks = blocks(Repositories.car(first));
        blocks.addAll(List.copyOf(blocks.subList(0, 50)));
        var stranger = Block.of(DagCbor.encode(new Ipld.Text("nobody reaches me")));
        blocks.add(stranger);
        java.util.Collections.shuffle(blocks, new Random(5));
        try (var snapshot = read(car(first.commit().cid(), blocks))) {
            assertThat(snapshot.records()).isEqualTo(200);
            snapshot.forEachRecord((_, cid, _) -> assertThat(cid).isNotEqualTo(stranger.cid()));
            snapshot.forEachNode(node -> assertThat(node).isNotEqualTo(stranger));
        }
    }

    @Test
    void everyMissingBlockIsSeen() throws Exception {
        var first = Repositories.first(signer, 40);
        var blocks = blocks(Repositories.car(first));
        for (int i = 0; i < blocks.size(); i++) {
            var fewer = new ArrayList<>(blocks);
            fewer.remove(i);
            assertReason(Reason.MISSING_BLOCK, car(first.commit().cid(), fewer), Limits.STRANGER);
        }
    }

    @Test
    void limitsHold() throws Exception {
        var first = Repositories.first(signer, 50);
        byte[] car = Repositories.car(first);
        long weight;
        try (var snapshot = read(car)) {
            weight = snapshot.bytes();
        }
        Snapshot.read(new ByteArrayInputStream(car), signer.did(), spool, new Limits(weight, 50, 1))
                .close();
        assertReason(Reason.TOO_LARGE, car, new Limits(weight - 1, 50, 1));
        assertReason(Reason.TOO_LARGE, car, new Limits(weight, 49, 1));
    }

    @Test
    void aRecordThatManyKeysNameCountsForEachOfThem() throws Exception {
        byte[] record = Repositories.record(1);
        var entries = new TreeMap<String, Cid>();
        for (int i = 0; i < 100; i++) {
            entries.put(Repositories.key(i), Cid.of(record));
        }
        byte[] car = signed(MerkleSearchTree.build(entries), Map.of(Cid.of(record), record));
        assertReason(Reason.TOO_LARGE, car, new Limits(car.length, 100, 1));
        read(car).close();
    }

    @Test
    void recordsHaveALimitByTheirCollection() throws Exception {
        byte[] large = DagCbor.encode(new Ipld.Bytes(new byte[Limits.PRODUCT_BYTES]));
        var tree = MerkleSearchTree.build(new TreeMap<>(Map.of(Collections.PROFILE + "/self", Cid.of(large))));
        read(signed(tree, Map.of(Cid.of(large), large))).close();
        var product = MerkleSearchTree.build(new TreeMap<>(Map.of(Repositories.key(1), Cid.of(large))));
        assertReason(Reason.TOO_LARGE, signed(product, Map.of(Cid.of(large), large)), Limits.FOLLOWED);
    }

    @Test
    void treesOfAnotherShapeAreRefused() throws Exception {
        var forged = new ForgedTrees();
        assertReason(Reason.KEYS_UNSORTED, signed(forged.unsorted()), Limits.FOLLOWED);
        assertReason(Reason.KEYS_UNSORTED, signed(forged.twice()), Limits.FOLLOWED);
        assertReason(Reason.KEYS_UNSORTED, signed(forged.childOutOfBounds()), Limits.FOLLOWED);
        assertReason(Reason.WRONG_SHAPE, signed(forged.wrongLayer()), Limits.FOLLOWED);
        assertReason(Reason.WRONG_SHAPE, signed(forged.emptyChild()), Limits.FOLLOWED);
        assertReason(Reason.WRONG_SHAPE, signed(forged.leaflessRoot()), Limits.FOLLOWED);
        assertReason(Reason.WRONG_SHAPE, signed(forged.prefixNotUsed()), Limits.FOLLOWED);
        assertReason(Reason.ILLEGAL_KEY, signed(forged.illegalKey()), Limits.FOLLOWED);
        assertReason(Reason.TOO_LARGE, signed(forged.tooManyEntries()), Limits.FOLLOWED);
        assertReason(Reason.TOO_LARGE, signed(forged.longKey(Collections.KEY_LENGTH + 1)), Limits.FOLLOWED);
        read(signed(forged.longKey(Collections.KEY_LENGTH))).close();
        read(signed(forged.good())).close();
    }

    private byte[] signed(ForgedTrees.Tree tree) throws IOException {
        return signed(tree.root(), tree.blocks());
    }

    private byte[] signed(MerkleSearchTree tree, Map<Cid, byte[]> records) throws IOException, BadRepository {
        var blocks = new HashMap<>(records);
        blocks.putAll(Repositories.nodes(tree));
        return signed(tree.root(), blocks);
    }

    private byte[] signed(Cid root, Map<Cid, byte[]> blocks) throws IOException {
        var commit = Commit.sign(signer, root, Repositories.rev(1), null).block();
        var all = new ArrayList<Block>();
        all.add(commit);
        blocks.forEach((cid, bytes) -> all.add(new Block(cid, bytes)));
        return car(commit.cid(), all);
    }

    @Test
    void aStreamThatFailsLeavesNothingBehind() {
        var failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("line cut");
            }

            @Override
            public int read(byte[] target, int from, int length) throws IOException {
                throw new IOException("line cut");
            }
        };
        assertThatThrownBy(() -> Snapshot.read(failing, null, spool, Limits.STRANGER))
                .isInstanceOf(IOException.class)
                .hasMessage("line cut");
        assertNothingLeft();
    }

    private Snapshot read(byte[] car) throws IOException, BadRepository {
        return Snapshot.read(new ByteArrayInputStream(car), signer.did(), spool, Limits.FOLLOWED);
    }

    private void assertReason(Reason reason, byte[] car, Limits limits) {
        assertThatThrownBy(() -> Snapshot.read(new ByteArrayInputStream(car), null, spool, limits))
                .isInstanceOfSatisfying(
                        BadRepository.class,
                        e -> assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason));
        assertNothingLeft();
    }

    private void assertNothingLeft() {
        try (var left = Files.list(spool)) {
            assertThat(left).isEmpty();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Block> blocks(byte[] car) throws IOException, BadRepository {
        var reader = new CarReader(new ByteArrayInputStream(car), Limits.FOLLOWED);
        var blocks = new ArrayList<Block>();
        for (var block = reader.next(); block != null; block = reader.next()) {
            blocks.add(block);
        }
        return blocks;
    }

    private static byte[] car(Cid root, List<Block> blocks) throws IOException {
        var out = new ByteArrayOutputStream();
        var car = new CarWriter(out, root);
        for (var block : blocks) {
            car.write(block);
        }
        return out.toByteArray();
    }
}
