package org.echoppe.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import org.echoppe.domain.Did;
import org.echoppe.domain.EnvelopeId;
import org.echoppe.domain.RecordKey;
import org.echoppe.domain.Rejected;
import org.echoppe.domain.Thumbprint;
import org.echoppe.domain.Tid;
import org.echoppe.repo.Repositories;
import org.echoppe.store.disk.DiskEvent;
import org.echoppe.store.disk.DiskLog;
import org.echoppe.store.disk.PowerCut;
import org.echoppe.store.disk.RecordingPath;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The power goes while products are saved and published, by two threads, on the encrypted database. */
class PowerCutTest {
    private static final int SAVES = 60;
    private static final String ORDERED_DISK = "ordered:recording:";
    private static final DiskEvent BEGIN = new DiskEvent.Acknowledged("a database");

    @TempDir
    Path home;

    @TempDir
    Path after;

    private DiskLog disk;

    @BeforeEach
    void watch() {
        RecordingPath.register();
        disk = DiskLog.of(home);
    }

    @AfterEach
    void forget() {
        DiskLog.forget(home);
    }

    @Test
    void nothingAcknowledgedIsLost() throws Exception {
        assertThat(lost(10)).isEmpty();
    }

    @Test
    @Tag("slow")
    void nothingAcknowledgedIsLostInManyCuts() throws Exception {
        assertThat(lost(120)).isEmpty();
    }

    /** Neither at a commit nor before something is overwritten. */
    @Test
    void withoutAnyForceSomethingIsLost() throws Exception {
        disk.forgetForces("node.mv.db");
        assertThat(firstLost(100, ORDERED_DISK)).isNotEmpty();
    }

    /** A torn chunk that H2 trusts: about one cut in a hundred. */
    @Test
    @Tag("slow")
    void withoutTheOrderOfWritesSomethingIsLost() throws Exception {
        assertThat(firstLost(400, "recording:")).isNotEmpty();
    }

    /** What was acknowledged and is not there after a cut, for all cuts. */
    private List<String> lost(int cuts) throws Exception {
        Did shop = work(ORDERED_DISK);
        List<DiskEvent> events = disk.events();
        List<String> lost = new ArrayList<>();
        int acknowledged = 0;
        for (int i = 0; i < cuts; i++) {
            var left = cut(i, events);
            acknowledged += left.acknowledged().size();
            lost.addAll(missing(shop, left, "cut " + i));
        }
        assertThat(acknowledged).as("saves before the cuts").isPositive();
        System.out.printf("%d power cuts: %d acknowledged before them, %d lost%n", cuts, acknowledged, lost.size());
        return lost;
    }

    /** The same, up to the first cut that loses something. */
    private List<String> firstLost(int cuts, String fileSystem) throws Exception {
        Did shop = work(fileSystem);
        List<DiskEvent> events = disk.events();
        for (int i = 0; i < cuts; i++) {
            List<String> lost = missing(shop, cut(i, events), "cut " + i);
            if (!lost.isEmpty()) {
                return lost;
            }
        }
        return List.of();
    }

    private static PowerCut cut(int number, List<DiskEvent> events) {
        var random = new Random(number);
        var kind = number % 2 == 0 ? PowerCut.Kind.ORDERED : PowerCut.Kind.REORDERED_AND_TORN;
        int start = events.indexOf(BEGIN) + 1;
        return PowerCut.at(start + random.nextInt(events.size() - start + 1), events, kind, random);
    }

    /** Saves and publishes. */
    private Did work(String fileSystem) throws Exception {
        var file = new H2File(home, TestHome.key(), fileSystem, ";RETENTION_TIME=0");
        try (var database = Database.open(home, file, TestHome.CLOCK);
                var threads = Executors.newFixedThreadPool(3)) {
            // what was there before the cuts is there in any case
            disk.add(new DiskEvent.Settled());
            disk.add(BEGIN);
            var own = new OwnShop(new RepoStore(database));
            var saving = threads.submit(() -> save(new ProductStore(database), "save"));
            var publishing = threads.submit(() -> publish(database, own));
            var posting = threads.submit(() -> post(new MailStore(database)));
            saving.get();
            publishing.get();
            posting.get();
            return own.did();
        }
    }

    private void save(ProductStore products, String prefix) {
        for (int i = 0; i < SAVES; i++) {
            products.save(List.of(Goods.full(prefix + i, prefix + i)));
            disk.add(new DiskEvent.Acknowledged(prefix + i));
        }
    }

    /** Envelopes come in, and every second one's receipt. */
    private void post(MailStore mail) {
        for (int i = 0; i < SAVES; i++) {
            mail.take(envelope(i), MailLimits.USUAL);
            disk.add(new DiskEvent.Acknowledged("kept " + i));
            if (i % 2 == 0) {
                long seq = mail.find(envelope(i).id()).getFirst().seq();
                mail.arrived(seq, "receipt " + i, false, Optional.empty(), null);
                disk.add(new DiskEvent.Acknowledged("arrived " + i));
            }
        }
    }

    private static NewMail envelope(int number) {
        byte[] id = new byte[EnvelopeId.LENGTH];
        id[0] = (byte) number;
        byte[] body = new byte[6_000];
        new Random(number).nextBytes(body);
        return new NewMail(
                EnvelopeId.of(id),
                "hash",
                new Did("did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169"),
                Thumbprint.of(new byte[32]),
                body,
                new MailBearer(null, "network"),
                MailState.KEPT,
                TestHome.NOW);
    }

    private void publish(Database database, OwnShop own) {
        var products = new ProductStore(database);
        for (int i = 0; i < SAVES; i++) {
            int number = i;
            Tid rev = database.write(() -> {
                products.save(List.of(Goods.full("public" + number, "public" + number)));
                return own.publish(Map.of(Repositories.key(number), Optional.of(Repositories.record(number))))
                        .rev();
            });
            disk.add(new DiskEvent.Acknowledged("public" + number));
            disk.add(new DiskEvent.Acknowledged("rev " + rev));
        }
    }

    private List<String> missing(Did shop, PowerCut left, String cut) {
        List<String> missing = new ArrayList<>();
        try {
            Files.write(after.resolve("node.mv.db"), left.files().get("node.mv.db"));
            Files.write(after.resolve("node.lock"), new byte[] {'1'});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (var database = TestHome.open(after)) {
            var products = new ProductStore(database);
            for (String what : left.acknowledged()) {
                if (what.startsWith("kept ") || what.startsWith("arrived ")) {
                    missing.addAll(missingOfMail(new MailStore(database), what, left, cut));
                    continue;
                }
                if (!what.startsWith("rev ")
                        && !what.equals("a database")
                        && !products.find(new RecordKey(what)).equals(Optional.of(Goods.full(what, what)))) {
                    missing.add(cut + ": " + what);
                }
            }
            missing.addAll(missingOfRepository(database, shop, left, cut));
            products.damaged().forEach(rkey -> missing.add(cut + ": damaged " + rkey));
        } catch (Rejected | DataAccessException e) {
            // it does not open, or opens and can't be read
            missing.add(cut + ": " + e.getMessage());
        }
        return missing;
    }

    /** Held with its body, or gone with the receipt in its place: nothing between. */
    private static List<String> missingOfMail(MailStore mail, String what, PowerCut left, String cut) {
        int number = Integer.parseInt(what.substring(what.indexOf(' ') + 1));
        var held = mail.find(envelope(number).id());
        if (held.isEmpty()) {
            return List.of(cut + ": " + what);
        }
        var found = held.getFirst();
        boolean whole = found.receipt() == null
                ? mail.body(found.seq())
                        .filter(body -> Arrays.equals(body, envelope(number).body()))
                        .isPresent()
                : mail.body(found.seq()).isEmpty() && found.receipt().equals("receipt " + number);
        boolean known = found.receipt() != null || !left.acknowledged().contains("arrived " + number);
        return whole && known ? List.of() : List.of(cut + ": " + what);
    }

    private List<String> missingOfRepository(Database database, Did shop, PowerCut left, String cut) {
        var repos = new RepoStore(database);
        List<String> missing = new ArrayList<>();
        String newest = left.acknowledged().stream()
                .filter(what -> what.startsWith("rev "))
                .max(String::compareTo)
                .orElse("");
        String held = repos.head(shop).map(head -> "rev " + head.rev()).orElse("");
        if (held.compareTo(newest) < 0) {
            missing.add(cut + ": " + newest);
        }
        if (new ReplicaCheck(database, repos).check(shop) instanceof ReplicaCheck.Verdict.Damaged damaged) {
            missing.add(cut + ": " + damaged);
        }
        return missing;
    }
}
