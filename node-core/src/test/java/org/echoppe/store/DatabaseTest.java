package org.echoppe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @TempDir
    Path home;

    @Test
    void severalCallsAreOneTransaction() {
        try (var database = TestHome.open(home)) {
            var settings = new SettingStore(database);
            assertThatThrownBy(() -> database.write(() -> {
                        settings.put("a", "1");
                        assertThat(settings.get("a")).contains("1");
                        throw new IOException("stop");
                    }))
                    .isInstanceOf(IOException.class);
            assertThat(settings.get("a")).isEmpty();
            int answer = database.write(() -> {
                settings.put("a", "2");
                return 42;
            });
            assertThat(answer).isEqualTo(42);
            assertThat(settings.get("a")).contains("2");
        }
    }

    @Test
    void aReadSeesOneStateWhateverIsWrittenMeanwhile() {
        try (var database = TestHome.open(home);
                var other = Executors.newSingleThreadExecutor()) {
            var settings = new SettingStore(database);
            var peers = new PeerStore(database);
            settings.put("a", "old");
            database.read(() -> {
                assertThat(settings.get("a")).contains("old");
                other.submit(() -> database.write(() -> {
                            settings.put("a", "new");
                            peers.addAddress("https://a.example");
                        }))
                        .get();
                assertThat(settings.get("a")).contains("old");
                // a table first touched after the other's write
                assertThat(peers.unansweredAddresses()).isEmpty();
            });
            assertThat(settings.get("a")).contains("new");
            assertThat(peers.unansweredAddresses()).hasSize(1);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aWriteInsideAReadIsADefect() {
        try (var database = TestHome.open(home)) {
            var settings = new SettingStore(database);
            assertThatThrownBy(() -> database.read(() -> settings.put("a", "1")))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void waitingWritersShareAFlush() throws Exception {
        var flushes = new AtomicInteger();
        var file = new H2File(home, TestHome.key()) {
            @Override
            void checkpoint(java.sql.Connection connection) throws java.sql.SQLException {
                super.checkpoint(connection);
                flushes.incrementAndGet();
            }
        };
        int writers = 40;
        try (var database = Database.open(home, file, TestHome.CLOCK);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var settings = new SettingStore(database);
            flushes.set(0);
            var start = new CountDownLatch(1);
            var done = IntStream.range(0, writers)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        settings.put("s" + i, "x");
                        return i;
                    }))
                    .toList();
            start.countDown();
            for (var one : done) {
                one.get();
            }
            assertThat(settings.startingWith("s")).hasSize(writers);
            assertThat(flushes.get()).isBetween(1, writers);
        }
    }

    @Test
    void whatIsReadEarlyLeavesOnlyWhenItIsOnTheDisk() throws Exception {
        var events = Collections.synchronizedList(new ArrayList<String>());
        var flushing = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var holding = new AtomicBoolean();
        var file = new H2File(home, TestHome.key()) {
            @Override
            void checkpoint(java.sql.Connection connection) throws java.sql.SQLException {
                if (holding.get()) {
                    flushing.countDown();
                    awaitUninterruptibly(goOn);
                }
                super.checkpoint(connection);
                events.add("on the disk");
            }
        };
        try (var database = Database.open(home, file, TestHome.CLOCK)) {
            var settings = new SettingStore(database);
            settings.put("a", "1");
            holding.set(true);
            var writer = Thread.ofPlatform().start(() -> settings.put("a", "2"));
            flushing.await();
            assertThat(settings.get("a")).as("read before it is durable").contains("2");
            var reader = Thread.ofPlatform().start(() -> {
                database.settle();
                events.add("told");
            });
            await().until(() -> reader.getState() == Thread.State.WAITING);
            events.clear();
            goOn.countDown();
            writer.join();
            reader.join();
            assertThat(events).containsExactly("on the disk", "told");
            database.settle();
            assertThat(events).as("no flush for those that only read").hasSize(2);
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** H2 takes a snapshot of one table after the other: of a write under way, a part would be on the disk without the rest. */
    @Test
    void nothingIsFlushedInTheMiddleOfAnothersWrite() throws Exception {
        var events = Collections.synchronizedList(new ArrayList<String>());
        var file = new H2File(home, TestHome.key()) {
            @Override
            void checkpoint(java.sql.Connection connection) throws java.sql.SQLException {
                events.add("flush");
                super.checkpoint(connection);
            }
        };
        try (var database = Database.open(home, file, TestHome.CLOCK)) {
            var settings = new SettingStore(database);
            var inside = new CountDownLatch(1);
            var goOn = new CountDownLatch(1);
            var first = Thread.ofPlatform()
                    .start(() -> database.write(() -> {
                        inside.countDown();
                        awaitUninterruptibly(goOn);
                        settings.put("a", "1");
                    }));
            inside.await();
            var second = Thread.ofPlatform()
                    .start(() -> database.write(() -> {
                        await().until(() -> first.getState() == Thread.State.WAITING || !first.isAlive());
                        events.add("second");
                        settings.put("b", "1");
                    }));
            await().until(() -> second.getState() == Thread.State.WAITING);
            events.clear();
            goOn.countDown();
            first.join();
            second.join();
            assertThat(events).startsWith("second").contains("flush");
        }
    }

    @Test
    void anInterruptedThreadDoesNotCloseTheFileForOthers() throws Exception {
        try (var database = TestHome.open(home)) {
            var settings = new SettingStore(database);
            var products = new ProductStore(database);
            for (int round = 0; round < 10; round++) {
                int number = round;
                var thread = Thread.ofPlatform().start(() -> {
                    Thread.currentThread().interrupt();
                    try {
                        products.save(Goods.many(50));
                        products.forEach(row -> assertThat(row).isNotNull());
                        settings.put("round", "" + number);
                    } catch (RuntimeException e) {
                        // an interrupted thread may fail; the others may not
                    }
                });
                thread.join();
                settings.put("after", "" + round);
                assertThat(settings.get("after")).contains("" + round);
            }
        }
        try (var database = TestHome.open(home)) {
            assertThat(new SettingStore(database).get("after")).contains("9");
        }
    }

    @Test
    void aHomeInUseIsRefusedHereAndInAnotherProcess() throws Exception {
        try (var database = TestHome.open(home)) {
            assertThat(database).isNotNull();
            assertFault(Fault.HOME_IN_USE, () -> TestHome.open(home));
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            OpeningProcess.class.getName(),
                            home.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isEqualTo(3);
        }
        TestHome.open(home).close();
    }

    @Test
    void aWrongKeyIsRefusedAndHarmsNothing() {
        try (var database = TestHome.open(home)) {
            new SettingStore(database).put("a", "1");
        }
        assertFault(Fault.DATABASE_DAMAGED, () -> Database.open(home, new byte[32], TestHome.CLOCK));
        try (var database = TestHome.open(home)) {
            assertThat(new SettingStore(database).get("a")).contains("1");
        }
    }

    @Test
    void nothingOfTheTablesCanBeReadInTheFile() throws IOException {
        try (var database = TestHome.open(home)) {
            new SettingStore(database).put("a", "a very secret supplier");
        }
        String file = Files.readString(home.resolve("node.mv.db"), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(file).doesNotContain("secret supplier").doesNotContain("flyway");
        try (var files = Files.list(home)) {
            assertThat(files).extracting(f -> f.getFileName().toString()).containsOnly("node.mv.db", "node.lock");
        }
    }

    @Test
    void aFileWithoutItsTablesIsDamagedAndNotANewHome() throws IOException {
        TestHome.open(home).close();
        Files.write(home.resolve("node.mv.db"), new byte[0]);
        assertFault(Fault.DATABASE_DAMAGED, () -> TestHome.open(home));
    }

    @Test
    void aFullDiskStopsWritingWhileReadingGoesOn() {
        var space = new java.util.concurrent.atomic.AtomicLong(1L << 40);
        var file = new H2File(home, TestHome.key()) {
            @Override
            long usableSpace() {
                return space.get();
            }
        };
        try (var database = Database.open(home, file, TestHome.CLOCK)) {
            var settings = new SettingStore(database);
            settings.put("a", "1");
            space.set(1 << 20);
            assertFault(Fault.DISK_FULL, () -> settings.put("a", "2"));
            assertThat(settings.get("a")).contains("1");
            space.set(1L << 40);
            settings.put("a", "3");
            assertThat(settings.get("a")).contains("3");
        }
    }

    @Test
    void tenThousandProductsAreStoredInAboutASecond() {
        try (var database = TestHome.open(home)) {
            var products = new ProductStore(database);
            long start = System.nanoTime();
            products.save(Goods.many(10_000));
            long millis = (System.nanoTime() - start) / 1_000_000;
            System.out.println("10,000 products stored in " + millis + " ms");
            assertThat(products.count()).isEqualTo(10_000);
        }
    }

    static void assertFault(Fault fault, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Rejected.class,
                        r -> assertThat(r.problems()).extracting(p -> p.fault()).isEqualTo(List.of(fault)));
    }
}
