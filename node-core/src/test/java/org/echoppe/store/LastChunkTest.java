package org.echoppe.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.echoppe.domain.RecordKey;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * After a crash H2 begins with what the head of its file names. By itself it writes the head now and then, its 2.5.252 names even the
 * chunk before the last one there, and who is killed then has lost what was acknowledged.
 */
class LastChunkTest {
    private static final int WRITES = 60;

    @TempDir
    Path home;

    @TempDir
    Path killed;

    @Test
    void afterEveryWriteTheHeadOfTheFileNamesWhatWasWrittenLast() throws Exception {
        var file = new H2File(home, TestHome.key(), "ordered:retry:", ";RETENTION_TIME=0");
        try (var database = Database.open(home, file, TestHome.CLOCK)) {
            var products = new ProductStore(database);
            for (int i = 0; i < WRITES; i++) {
                String key = "p" + i;
                if (i % 3 == 2) {
                    database.writeBehind(() -> {
                        products.save(List.of(Goods.full(key, key)));
                        return key;
                    });
                } else {
                    products.save(List.of(Goods.full(key, key)));
                }
                assertThat(named()).as("after write %d", i).isEqualTo(last(database));
            }
        }
    }

    @Test
    void whoIsKilledAfterAWriteHasLostNothing() throws Exception {
        var file = new H2File(home, TestHome.key(), "ordered:retry:", ";RETENTION_TIME=0");
        try (var database = Database.open(home, file, TestHome.CLOCK)) {
            var products = new ProductStore(database);
            for (int i = 0; i < WRITES; i++) {
                products.save(List.of(Goods.full("p" + i, "p" + i)));
                if (i % 6 == 5) {
                    copy();
                    try (var left = TestHome.open(killed)) {
                        assertThat(new ProductStore(left).find(new RecordKey("p" + i)))
                                .contains(Goods.full("p" + i, "p" + i));
                    }
                }
            }
        }
    }

    private static long last(Database database) {
        return database.reading(sql -> sql.connectionResult(connection -> {
            var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            return session.getDatabase().getStore().getMvStore().getFileStore().lastChunkVersion();
        }));
    }

    /** By the head, as it is in the file. */
    private long named() throws IOException {
        copy();
        try (var store = new MVStore.Builder()
                .fileName(killed.resolve("node.mv.db").toString())
                .encryptionKey(HexFormat.of().formatHex(TestHome.key()).toCharArray())
                .readOnly()
                .open()) {
            var version = store.getFileStore().getStoreHeader().get("version");
            return Long.parseLong(String.valueOf(version), 16);
        }
    }

    private void copy() throws IOException {
        Files.deleteIfExists(killed.resolve("node.mv.db"));
        OrderedPath.copy(home.resolve("node.mv.db"), killed.resolve("node.mv.db"));
        Files.write(killed.resolve("node.lock"), new byte[] {'1'});
    }
}
