package org.echoppe.orders.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.echoppe.domain.OrderId;
import org.echoppe.orders.LedgerFiles;
import org.echoppe.orders.wire.Envelope;
import org.echoppe.orders.wire.FakeShopper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand orders, one after the other: received, accepted, handed over with an invoice, answered. */
@Tag("bench")
class ManyOrdersBenchTest {
    private static final int ORDERS = 10_000;
    private static final int STEP = 1_000;
    /** Of the first so many thousands H2 fills its cache with pages. */
    private static final int FILLED = 5;

    /** Heap after a collection may grow by so much from then to the last thousand, MB. */
    private static final long STEADY = 5;

    /** What an order may add to the tables' file while it is open, bytes. */
    private static final long SMALL = 10_000;

    @TempDir
    Path home;

    /** Sealed before the time is taken. */
    private record Sealed(OrderId id, Envelope envelope) {}

    @Test
    void tenThousandOrdersInARow() throws Exception {
        try (var shop = new TestDesk(home)) {
            var jam = DeskCustomers.product(shop);
            orders(shop, jam, 200);
            var heap = new ArrayList<Long>();
            long journal = size(LedgerFiles.JOURNAL);
            long keys = size(LedgerFiles.KEYS);
            long tables = size("node.mv.db");
            for (int i = 0; i < ORDERS; i += STEP) {
                long taken = orders(shop, jam, STEP);
                shop.answers.clear();
                heap.add(heapAfterGc());
                System.out.printf(
                        "%,d orders: %.1f s, heap %d MB, tables' file %d MB, journal %d MB%n",
                        i + STEP,
                        taken / 1e9,
                        heap.getLast(),
                        size("node.mv.db") >> 20,
                        size(LedgerFiles.JOURNAL) >> 20);
            }
            System.out.printf(
                    "bytes an order: journal %d, keys %d, tables' file while open %d%n",
                    (size(LedgerFiles.JOURNAL) - journal) / ORDERS,
                    (size(LedgerFiles.KEYS) - keys) / ORDERS,
                    (size("node.mv.db") - tables) / ORDERS);
            assertThat(heap.getLast()).isLessThanOrEqualTo(heap.get(FILLED - 1) + STEADY);
            assertThat((size("node.mv.db") - tables) / ORDERS).isLessThan(SMALL);
        }
        long began = System.nanoTime();
        try (var shop = new TestDesk(home)) {
            System.out.printf("tables' file once closed and opened again: %d MB%n", size("node.mv.db") >> 20);
            System.out.printf("opened and verified in %.1f s%n", (System.nanoTime() - began) / 1e9);
            assertThat(shop.ledger.trouble()).isEmpty();
        }
    }

    private static long orders(TestDesk shop, org.echoppe.catalogue.Product jam, int count) {
        var sealed = new ArrayList<Sealed>();
        for (int i = 0; i < count; i++) {
            var shopper = new FakeShopper();
            var order = shop.order(shopper, 435, TestDesk.wish(jam, 1));
            sealed.add(new Sealed(shopper.id(), shopper.envelope(order, shop.identity.encryptionKey())));
        }
        long began = System.nanoTime();
        for (var one : sealed) {
            shop.desk.receive(one.envelope(), Optional.empty());
            shop.desk.accept(one.id(), List.of(), "");
            shop.desk.complete(one.id());
            shop.answering.catchUp();
        }
        return System.nanoTime() - began;
    }

    private long size(String name) throws IOException {
        long size = 0;
        try (var files = Files.walk(home.resolve(name))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                size += Files.size(file);
            }
        }
        return size;
    }

    private static long heapAfterGc() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }
}
