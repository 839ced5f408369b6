package org.echoppe.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.echoppe.domain.Fault;
import org.echoppe.domain.RecordKey;
import org.echoppe.repo.Repositories;
import org.echoppe.store.disk.DiskLog;
import org.echoppe.store.disk.RecordingPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk fills up in the middle of a write: H2 then shuts its file. */
class FullDiskTest {
    @TempDir
    Path home;

    private DiskLog disk;
    private Database database;
    private ProductStore products;

    @BeforeEach
    void open() {
        RecordingPath.register();
        disk = DiskLog.of(home);
        database = Database.open(home, new H2File(home, TestHome.key(), "ordered:recording:"), TestHome.CLOCK);
        products = new ProductStore(database);
    }

    @AfterEach
    void close() {
        database.close();
        DiskLog.forget(home);
    }

    @Test
    void theWriteIsRefusedReadingGoesOnAndLaterWritingToo() {
        products.save(List.of(Goods.full("a", "Thé")));
        disk.setFull(true);
        DatabaseTest.assertFault(Fault.DISK_FULL, () -> products.save(Goods.many(2_000)));
        assertThat(products.find(new RecordKey("a"))).contains(Goods.full("a", "Thé"));
        assertThat(products.count()).isEqualTo(1);
        disk.setFull(false);
        products.save(Goods.many(3));
        assertThat(products.count()).isEqualTo(4);
        assertThat(products.damaged()).isEmpty();
    }

    /** The reserve alone would let it begin. */
    @Test
    void aWriteForWhichThereIsNotRoomEnoughIsRefusedBeforeItBegins() {
        var home = this.home.resolve("other");
        long[] free = {Long.MAX_VALUE};
        var file = new H2File(home, TestHome.key()) {
            @Override
            long usableSpace() {
                return free[0];
            }
        };
        try (var little = Database.open(home, file, TestHome.CLOCK)) {
            var shop = new OwnShop(new RepoStore(little));
            var commit = shop.publish(Repositories.products(50));
            free[0] = Database.RESERVE + 20_000;
            DatabaseTest.assertFault(Fault.DISK_FULL, () -> new ProductStore(little).save(Goods.many(100)));
            DatabaseTest.assertFault(Fault.DISK_FULL, () -> shop.publish(Repositories.products(500)));
            new ProductStore(little).save(Goods.many(3));
            assertThat(new RepoStore(little).commit(shop.did())).contains(commit);
        }
    }
}
