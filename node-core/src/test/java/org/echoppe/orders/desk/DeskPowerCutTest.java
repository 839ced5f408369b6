package org.echoppe.orders.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.echoppe.identity.Identity;
import org.echoppe.store.RecordedDatabase;
import org.echoppe.store.disk.DiskEvent;
import org.echoppe.store.disk.DiskLog;
import org.echoppe.store.disk.PowerCut;
import org.echoppe.store.disk.RecordingDisk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The power goes while sealed orders are received, accepted and closed with their invoices. */
class DeskPowerCutTest {
    private static final int THREADS = 3;
    private static final int ORDERS = 12;
    private static final DiskEvent BEGIN = new DiskEvent.Acknowledged("a shop");

    @TempDir
    Path folder;

    @AfterEach
    void forget() {
        DiskLog.forget(folder.resolve("home"));
    }

    @Test
    void nothingAcknowledgedIsLost() throws Exception {
        assertThat(broken(10, "nothing")).isEmpty();
    }

    @Test
    @Tag("slow")
    void nothingAcknowledgedIsLostInManyCuts() throws Exception {
        assertThat(broken(Integer.getInteger("echoppe.cuts", 500), "nothing")).isEmpty();
    }

    private List<String> broken(int cuts, String unforced) throws Exception {
        var events = work(unforced);
        int begin = events.indexOf(BEGIN) + 1;
        var broken = new ArrayList<String>();
        int promises = 0;
        for (int i = 0; i < cuts; i++) {
            var random = new Random(i + Integer.getInteger("echoppe.seed", 0));
            var kind = i % 2 == 0 ? PowerCut.Kind.ORDERED : PowerCut.Kind.REORDERED_AND_TORN;
            var left = PowerCut.at(begin + random.nextInt(events.size() - begin + 1), events, kind, random);
            promises += left.acknowledged().size();
            int number = i;
            DeskPromises.broken(home(left, i), left.acknowledged(), i % 10 == 0)
                    .forEach(what -> broken.add("cut " + number + ": " + what));
        }
        System.out.printf("%d power cuts at the desk: %d promises, %d broken%n", cuts, promises, broken.size());
        return broken;
    }

    private Path home(PowerCut left, int number) throws IOException {
        Path home = folder.resolve("cut" + number);
        left.into(home);
        // written once, before anything else
        for (var file : List.of("passphrase", Identity.FILE)) {
            Files.copy(
                    folder.resolve("home").resolve(file),
                    home.resolve(file),
                    java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        }
        Files.write(home.resolve("node.lock"), new byte[] {'1'});
        return home;
    }

    private List<DiskEvent> work(String unforced) throws Exception {
        Path home = folder.resolve("home");
        var log = DiskLog.of(home);
        try (var desk = new TestDesk(home, new RecordingDisk(log), (at, key, _) -> RecordedDatabase.open(at, key));
                var threads = Executors.newFixedThreadPool(THREADS)) {
            log.forgetForces(unforced);
            var product = DeskCustomers.product(desk);
            log.add(new DiskEvent.Settled());
            log.add(BEGIN);
            var coming = new ArrayList<Future<?>>();
            for (int i = 0; i < THREADS; i++) {
                var customers = new DeskCustomers(desk, product, i, what -> log.add(new DiskEvent.Acknowledged(what)));
                coming.add(threads.submit(() -> customers.come(ORDERS)));
            }
            for (var one : coming) {
                one.get();
            }
            return log.events();
        }
    }
}
