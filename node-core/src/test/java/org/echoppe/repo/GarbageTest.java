package org.echoppe.repo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.echoppe.domain.Cid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes that nobody meant: whatever comes, it is read to exactly what it says or refused, and no other way out exists. */
class GarbageTest {
    private static final int ROUNDS = 10_000;

    @TempDir
    private Path spool;

    private final TestSigner signer = new TestSigner();

    @Test
    void whatDecodesIsWrittenBackToTheSameBytes() {
        var random = new Random(1);
        int decoded = 0;
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = i % 2 == 0 ? garbage(random) : mutated(random, DagCbor.encode(value(random, 0)));
            try {
                assertThat(DagCbor.encode(DagCbor.decode(bytes))).isEqualTo(bytes);
                decoded++;
            } catch (BadRepository e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
        assertThat(decoded).isBetween(ROUNDS / 100, ROUNDS);
    }

    @Test
    void whatIsWrittenDecodesToTheSame() throws Exception {
        var random = new Random(2);
        for (int i = 0; i < 2000; i++) {
            var value = value(random, 0);
            assertThat(DagCbor.decode(DagCbor.encode(value))).isEqualTo(value);
        }
    }

    @Test
    void nodesCommitsAndDiffsAreReadOrRefused() throws Exception {
        var random = new Random(3);
        var first = Repositories.first(signer, 60);
        byte[] diff = Repositories.thinDiff(first).encode();
        byte[] commit = first.commit().block().bytes();
        var nodes = first.addedNodes();
        for (int i = 0; i < ROUNDS; i++) {
            var node = nodes.get(i % nodes.size());
            readOrRefused(
                    mutated(random, node.bytes()),
                    bytes -> NodeCodec.encode(NodeCodec.decode(bytes, Subtree.ANY_LAYER, null, null)));
            readOrRefused(
                    mutated(random, commit), bytes -> Commit.read(bytes).block().bytes());
            if (i % 10 == 0) {
                readOrRefused(mutated(random, diff), bytes -> {
                    ThinDiff.decode(bytes, Limits.STRANGER);
                    return bytes; // the order of records is free
                });
            }
            readOrRefused(garbage(random), bytes -> Commit.read(bytes).block().bytes());
        }
    }

    @Test
    void wholeCarsAreReadOrRefused() throws Exception {
        var random = new Random(4);
        var first = Repositories.first(signer, 15);
        byte[] car = Repositories.car(first);
        var held = MerkleSearchTree.empty();
        var head = Commit.sign(signer, held.root(), Repositories.rev(0), null);
        for (int i = 0; i < 700; i++) {
            byte[] bytes = i % 10 == 0 ? garbage(random) : mutated(random, car);
            try (var snapshot = Snapshot.read(new ByteArrayInputStream(bytes), null, spool, Limits.STRANGER)) {
                assertThat(snapshot.commit()).isEqualTo(first.commit());
            } catch (BadRepository e) {
                assertThat(e.getMessage()).isNotBlank();
            }
            try {
                Update.fromSlice(held, head, new ByteArrayInputStream(bytes), Limits.STRANGER);
            } catch (BadRepository e) {
                assertThat(e.reason()).isNotEqualTo(BadRepository.Reason.HELD_TREE_DAMAGED);
            }
        }
    }

    private interface Reading {
        byte[] again(byte[] bytes) throws BadRepository;
    }

    private static void readOrRefused(byte[] bytes, Reading reading) {
        try {
            assertThat(reading.again(bytes)).isEqualTo(bytes);
        } catch (BadRepository e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static byte[] garbage(Random random) {
        byte[] bytes = new byte[random.nextInt(1 << random.nextInt(9))];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] mutated(Random random, byte[] good) {
        byte[] bytes = good.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes = Arrays.copyOf(bytes, at);
                case 1 -> bytes = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(3));
                default -> {
                    if (bytes.length > 0) {
                        bytes[at] = (byte) random.nextInt();
                    }
                }
            }
        }
        return bytes;
    }

    private static Ipld value(Random random, int depth) {
        return switch (random.nextInt(depth > 4 ? 6 : 9)) {
            case 0 -> Ipld.NULL;
            case 1 -> new Ipld.Bool(random.nextBoolean());
            case 2 -> new Ipld.Int(random.nextLong() >> random.nextInt(64));
            case 3 -> new Ipld.Text(text(random));
            case 4 -> new Ipld.Bytes(garbage(random));
            case 5 -> new Ipld.Link(Cid.of(random.nextBoolean() ? Cid.Codec.RAW : Cid.Codec.DAG_CBOR, garbage(random)));
            case 6 ->
                new Ipld.Items(IntStream.range(0, random.nextInt(5))
                        .mapToObj(_ -> value(random, depth + 1))
                        .toList());
            default -> {
                Map<String, Ipld> fields = new LinkedHashMap<>();
                for (int i = random.nextInt(6); i > 0; i--) {
                    fields.put(text(random), value(random, depth + 1));
                }
                yield new Ipld.Fields(fields);
            }
        };
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(1 << random.nextInt(7)), 0, 0x11000)
                .filter(point -> point < 0xd800 || point > 0xdfff)
                .map(point -> random.nextInt(3) == 0 ? point : point % 128)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
