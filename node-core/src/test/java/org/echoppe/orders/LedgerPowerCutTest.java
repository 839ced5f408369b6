package org.echoppe.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.echoppe.store.RecordedDatabase;
import org.echoppe.store.disk.DiskEvent;
import org.echoppe.store.disk.DiskLog;
import org.echoppe.store.disk.PowerCut;
import org.echoppe.store.disk.RecordingDisk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The power goes while shoppers order and the shopkeeper counts: journal, keys and tables are cut at one and the same moment. */
class LedgerPowerCutTest {
    static final long STOCK = 30;
    private static final int CUSTOMERS = 3;
    private static final int VISITS = 25;
    private static final DiskEvent BEGIN = new DiskEvent.Acknowledged("a shop");

    @TempDir
    Path folder;

    @AfterEach
    void forget() {
        DiskLog.forget(folder.resolve("home"));
    }

    @Test
    void nothingAcknowledgedIsLost() throws Exception {
        assertThat(broken(50, "nothing", false)).isEmpty();
    }

    @Test
    @Tag("slow")
    void nothingAcknowledgedIsLostInManyCuts() throws Exception {
        assertThat(broken(Integer.getInteger("echoppe.cuts", 500), "nothing", false))
                .isEmpty();
    }

    /** So that the test is known to see something. */
    @Test
    void withoutTheForceOfTheJournalSomethingIsLost() throws Exception {
        assertThat(broken(200, "journal", true)).isNotEmpty();
    }

    @Test
    void withoutTheForceOfTheKeysSomethingIsLost() throws Exception {
        assertThat(broken(200, LedgerFiles.KEYS, true)).isNotEmpty();
    }

    /**
     * @param unforced files that the disk is not told to force
     * @param first stop at the first cut that breaks a promise
     */
    private List<String> broken(int cuts, String unforced, boolean first) throws Exception {
        List<DiskEvent> events = work(unforced);
        int begin = events.indexOf(BEGIN) + 1;
        var broken = new ArrayList<String>();
        int promises = 0;
        for (int i = 0; i < cuts && !(first && !broken.isEmpty()); i++) {
            var random = new Random(i + Integer.getInteger("echoppe.seed", 0));
            var kind = i % 2 == 0 ? PowerCut.Kind.ORDERED : PowerCut.Kind.REORDERED_AND_TORN;
            var left = PowerCut.at(begin + random.nextInt(events.size() - begin + 1), events, kind, random);
            promises += left.acknowledged().size();
            int number = i;
            Promises.broken(home(left, i), left.acknowledged(), i % 10 == 0)
                    .forEach(what -> broken.add("cut " + number + ": " + what));
        }
        System.out.printf("%d power cuts: %d promises before them, %d broken%n", cuts, promises, broken.size());
        return broken;
    }

    private Path home(PowerCut left, int number) throws IOException {
        Path home = folder.resolve("cut" + number);
        left.into(home);
        Files.write(home.resolve("node.lock"), new byte[] {'1'});
        return home;
    }

    private List<DiskEvent> work(String unforced) throws Exception {
        Path home = folder.resolve("home");
        var disk = DiskLog.of(home);
        var database = RecordedDatabase.open(home, TestTill.KEY);
        try (var till = new TestTill(home, new RecordingDisk(disk), database);
                var threads = Executors.newFixedThreadPool(CUSTOMERS)) {
            disk.forgetForces(unforced);
            var products = List.of(till.product("Confiture", STOCK), till.product("Miel", STOCK));
            // what was there before the cuts is there in any case
            disk.add(new DiskEvent.Settled());
            disk.add(BEGIN);
            var coming = new ArrayList<Future<?>>();
            for (int i = 0; i < CUSTOMERS; i++) {
                var customers = new Customers(
                        till, "c" + i, products.get(i % 2).key(), what -> disk.add(new DiskEvent.Acknowledged(what)));
                coming.add(threads.submit(() -> customers.come(VISITS)));
            }
            for (var one : coming) {
                one.get();
            }
            return disk.events();
        }
    }
}
