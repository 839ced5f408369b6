package org.echoppe.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.echoppe.journal.Journal;
import org.echoppe.journal.JournalDisk;
import org.echoppe.journal.JournalMark;
import org.echoppe.journal.NewEntry;
import org.echoppe.journal.Personal;
import org.echoppe.repo.Ipld;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What durability costs, beside the bare force of this disk: the notes hold 1,100 to 4,700 orders/s for a file, 2,500 for SQLite FULL. */
@Tag("bench")
class JournalBenchTest {
    private static final int ORDERS = 10_000;

    @TempDir
    Path folder;

    @Test
    void appends() throws Exception {
        double bare = bareForces();
        try (var journal = Journal.open(
                folder.resolve("journal"),
                TestTill.OWNER,
                JournalMark.NOTHING,
                JournalDisk.REAL,
                Clock.systemUTC(),
                new SecureRandom())) {
            System.out.printf("bare 650-byte write and force: %.0f/s%n", bare);
            for (int batch : List.of(1, 8, 64, 1, 64)) {
                double rate = perSecond(journal, batch);
                System.out.printf(
                        "journal, batches of %d: %.0f entries/s (%.2f of bare forces)%n", batch, rate, rate / bare);
            }
        }
        long began = System.nanoTime();
        long bytes = size(folder.resolve("journal"));
        Journal.open(
                        folder.resolve("journal"),
                        TestTill.OWNER,
                        JournalMark.NOTHING,
                        JournalDisk.REAL,
                        Clock.systemUTC(),
                        new SecureRandom())
                .close();
        System.out.printf(
                "opened and verified: %d MB at %.0f MB/s%n",
                bytes >> 20, bytes / 1e6 / seconds(System.nanoTime() - began));
    }

    private double perSecond(Journal journal, int batch) {
        var entries =
                Collections.nCopies(batch, NewEntry.open(1, Clock.systemUTC().instant(), new byte[570]));
        long began = System.nanoTime();
        long count = 0;
        while (System.nanoTime() - began < TimeUnit.SECONDS.toNanos(3)) {
            journal.append(entries, null);
            count += batch;
        }
        return count / seconds(System.nanoTime() - began);
    }

    private double bareForces() throws IOException {
        try (var file = FileChannel.open(folder.resolve("bare"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long began = System.nanoTime();
            long count = 0;
            while (System.nanoTime() - began < TimeUnit.SECONDS.toNanos(3)) {
                file.write(ByteBuffer.allocate(650), count * 650);
                file.force(false);
                count++;
            }
            return count / seconds(System.nanoTime() - began);
        }
    }

    @Test
    void orders() throws Exception {
        for (int callers : List.of(1, 16)) {
            Path home = folder.resolve("callers" + callers);
            try (var till = new TestTill(home)) {
                var jam = till.product("Confiture", 10_000_000);
                run(till, jam.key(), callers, 500, "warm");
                long journal = size(home.resolve("journal"));
                long tables = Files.size(home.resolve("node.mv.db"));
                long began = System.nanoTime();
                var heap = new ArrayList<Long>();
                for (int part = 0; part < 5; part++) {
                    run(till, jam.key(), callers, ORDERS / 5, "p" + part);
                    heap.add(heapAfterGc());
                }
                double rate = ORDERS / seconds(System.nanoTime() - began);
                System.out.printf(
                        "%d callers: %.0f orders/s; journal %d bytes an order, tables' file %d -> %d KB;"
                                + " heap after each 2,000: %s MB%n",
                        callers,
                        rate,
                        (size(home.resolve("journal")) - journal) / ORDERS,
                        tables >> 10,
                        Files.size(home.resolve("node.mv.db")) >> 10,
                        heap);
                assertThat(heap.getLast()).isLessThan(heap.getFirst() + 30);
            }
        }
    }

    /** An order as it will be: an envelope, its personal words, one piece, a number. */
    private static void run(TestTill till, org.echoppe.domain.RecordKey jam, int callers, int orders, String name)
            throws Exception {
        try (var threads = Executors.newFixedThreadPool(callers)) {
            var done = new ArrayList<Future<Long>>();
            for (int i = 0; i < orders; i++) {
                String id = name + i;
                done.add(threads.submit(() -> till.ledger.run(turn -> {
                    long slot = turn.freshSlot();
                    turn.happens(new Event.OrderEvent(
                            id, "received", new Ipld.Fields(Map.of()), slot, new Personal.Known(new byte[200])));
                    turn.take(jam, Optional.empty(), 1, id);
                    return turn.issue(NumberSeries.INVOICE, 2026, id);
                })));
            }
            for (var one : done) {
                one.get();
            }
        }
    }

    private static long heapAfterGc() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    private static long size(Path folder) throws IOException {
        long size = 0;
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                size += Files.size(file);
            }
        }
        return size;
    }

    private static double seconds(long nanoseconds) {
        return nanoseconds / 1e9;
    }
}
