package org.echoppe.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.IntStream;
import org.echoppe.domain.RecordKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file stays in proportion to what is in it, whatever was written on the way. */
class FileSizeTest {
    private static final int PRODUCTS = 4_000;
    private static final long MOST = 32L << 20;

    @TempDir
    Path home;

    @Test
    void aFileThatGrewByManyChangesIsSmallOnceItIsClosed() throws IOException {
        var file = home.resolve("node.mv.db");
        long grown;
        try (var database = TestHome.open(home)) {
            var products = new ProductStore(database);
            for (int round = 0; round < 6; round++) {
                int now = round;
                products.save(IntStream.range(0, PRODUCTS)
                        .mapToObj(i -> Goods.full(key(i), "product " + i + " of round " + now))
                        .toList());
            }
            grown = Files.size(file);
        }
        System.out.printf("%d MiB while open, %d MiB closed%n", grown >> 20, Files.size(file) >> 20);
        assertThat(grown).isGreaterThan(MOST);
        assertThat(Files.size(file)).isLessThan(MOST);
        try (var database = TestHome.open(home)) {
            var products = new ProductStore(database);
            assertThat(products.count()).isEqualTo(PRODUCTS);
            assertThat(products.find(new RecordKey(key(77))).orElseThrow().name())
                    .isEqualTo("product 77 of round 5");
            assertThat(products.damaged()).isEmpty();
        }
    }

    @Test
    void whatNobodyWaitsForDoesNotGatherInMemory() throws IOException {
        try (var database = TestHome.open(home)) {
            var settings = new SettingStore(database);
            long before = Files.size(home.resolve("node.mv.db"));
            var bytes = new Random(7);
            for (int i = 0; i < 4 * Database.MOST_BEHIND; i++) {
                byte[] value = new byte[1_000];
                bytes.nextBytes(value);
                String name = key(i);
                database.writeBehind(() -> {
                    settings.put(name, HexFormat.of().formatHex(value));
                    return name;
                });
            }
            assertThat(Files.size(home.resolve("node.mv.db"))).isGreaterThan(before + 1_000_000);
        }
    }

    private static String key(int i) {
        return "p" + i;
    }
}
