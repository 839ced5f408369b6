package org.echoppe.repo;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long the signed repository takes by itself: 10,000 products, without disk of its own but the spool. */
@Tag("bench")
class RepositoryBenchTest {
    private static final int PRODUCTS = 10_000;
    private static final int ROUNDS = 12;

    @TempDir
    private Path spool;

    private final TestSigner signer = new TestSigner();

    private interface Work {
        void run() throws Exception;
    }

    @Test
    void tenThousandProducts() throws Exception {
        var products = Repositories.products(PRODUCTS);
        var first = Repositories.first(signer, PRODUCTS);
        byte[] car = Repositories.car(first);
        var nodes = Repositories.nodes(first.tree());
        var half = new TreeMap<String, Optional<byte[]>>();
        for (int i = 0; i < PRODUCTS; i += 2) {
            half.put(Repositories.key(i), Optional.of(Repositories.record(-i)));
        }
        var large = Update.sign(signer, first.tree(), first.commit(), Repositories.rev(2), half);
        byte[] diff = Repositories.thinDiff(large).encode();

        System.out.printf(
                "CAR of %,d bytes, %,d nodes; thin diff of %,d bytes%n", car.length, nodes.size(), diff.length);
        measure(
                "tree from 10,000 changes, signed",
                () -> Update.sign(signer, MerkleSearchTree.empty(), null, Repositories.rev(1), products));
        measure("CAR written", () -> Repositories.car(first));
        measure("CAR read and verified", () -> read(car).close());
        measure(
                "one change signed",
                () -> Update.sign(
                        signer,
                        MerkleSearchTree.load(first.tree().root(), nodes::get),
                        first.commit(),
                        Repositories.rev(2),
                        Map.of(Repositories.key(77), Optional.of(Repositories.record(1)))));
        measure(
                "thin diff of 5,000 checked",
                () -> Update.check(
                        MerkleSearchTree.load(first.tree().root(), nodes::get),
                        first.commit(),
                        ThinDiff.decode(diff, Limits.FOLLOWED)));
        measure("10,000 records decoded", () -> products.values().forEach(RepositoryBenchTest::decode));
    }

    private static void decode(Optional<byte[]> bytes) {
        try {
            DagCbor.record(bytes.orElseThrow());
        } catch (BadRepository e) {
            throw new IllegalStateException(e);
        }
    }

    private Snapshot read(byte[] car) throws Exception {
        return Snapshot.read(new ByteArrayInputStream(car), signer.did(), spool, Limits.STRANGER);
    }

    private static void measure(String name, Work work) throws Exception {
        long best = Long.MAX_VALUE;
        long first = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            work.run();
            long took = System.nanoTime() - start;
            first = i == 0 ? took : first;
            best = Math.min(best, took);
        }
        System.out.printf("%-36s first %7.1f ms, best %7.1f ms%n", name, first / 1e6, best / 1e6);
    }
}
