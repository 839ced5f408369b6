package org.echoppe.node.backup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.domain.OrderId;
import org.echoppe.domain.Rejected;
import org.echoppe.identity.Identity;
import org.echoppe.node.Bakery;
import org.echoppe.node.Node;
import org.echoppe.node.NodeConfig;
import org.echoppe.node.Surroundings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop with orders is saved to one file, and comes back on another computer as if nothing had been. */
class BackupTest {
    @TempDir
    Path folder;

    private Path home;
    private Path file;

    @BeforeEach
    void name() {
        home = folder.resolve("home");
        file = folder.resolve("shop.backup");
    }

    @Test
    void aShopComesBackWithItsOrdersNumbersStockAndChain() throws Exception {
        OrderId erased;
        OrderId open;
        List<String> before;
        String sheet;
        try (var shop = new Bakery(home)) {
            erased = shop.sold(2);
            shop.sold(3);
            open = shop.order(4);
            shop.node.orders().accept(open, List.of(), "");
            shop.node.orders().erase(erased);
            sheet = shop.node.identity().recoverySheet().orElseThrow().text();
            var moment = shop.node.backup().write(file);
            assertThat(moment.entries()).isEqualTo(shop.node.ledger().end().sequence());
            before = shop.orders();
        }
        assertThat(Files.readString(file, ISO_8859_1))
                .doesNotContain("Agn", "Confiture", "journal")
                .doesNotContain(new String("Agnès".getBytes(UTF_8), ISO_8859_1));

        phrase("new");
        restore("new", "");
        try (var shop = new Bakery(folder.resolve("new"))) {
            assertThat(shop.node.ledger().trouble()).isEmpty();
            assertThat(shop.orders()).isEqualTo(before);
            assertThat(shop.stock()).isEqualTo(30 - 2 - 3 - 4);
            assertThat(shop.tells(open)).isTrue();
            assertThat(shop.tells(erased)).isFalse();
            assertThat(shop.node.blobs().get(Cid.of(Cid.Codec.RAW, Bakery.picture())))
                    .contains(Bakery.picture());
            shop.node.orders().complete(open);
            assertThat(shop.find(open).invoice().orElseThrow()).endsWith("3");
            assertThat(shop.find(shop.sold(1)).invoice().orElseThrow()).endsWith("4");
            shop.node.ledger().rebuild();
            assertThat(shop.find(erased).erased()).isTrue();
        }

        // the passphrase went with the old computer
        restore("sheet", sheet);
        try (var shop = new Bakery(folder.resolve("sheet"))) {
            assertThat(shop.orders()).isEqualTo(before);
            assertThat(shop.tells(open)).isTrue();
            assertThat(shop.tells(erased)).isFalse();
        }
    }

    @Test
    void whatIsSavedWhileOrdersComeIsOfOneMoment() throws Exception {
        try (var shop = new Bakery(home);
                var threads = Executors.newSingleThreadExecutor()) {
            shop.sold(1);
            var busy = threads.submit(() -> {
                for (int i = 0; i < 25; i++) {
                    shop.sold(1);
                }
            });
            for (int i = 0; i < 3; i++) {
                shop.node.backup().write(folder.resolve("busy" + i));
            }
            busy.get();
        }
        for (int i = 0; i < 3; i++) {
            phrase("back" + i);
            restore(folder.resolve("back" + i), folder.resolve("busy" + i), Map.of(), "");
            try (var shop = new Bakery(folder.resolve("back" + i))) {
                assertThat(shop.node.ledger().trouble()).isEmpty();
                assertThat(shop.node.orders().newest(100)).isNotEmpty().allMatch(order -> shop.tells(order.id()));
                long sold = shop.node.orders().newest(100).stream()
                        .filter(order -> order.invoice().isPresent())
                        .count();
                long number = shop.find(shop.sold(1)).invoice().stream()
                        .map(text -> Long.valueOf(text.substring(text.indexOf('-') + 1)))
                        .findFirst()
                        .orElseThrow();
                assertThat(number).isEqualTo(sold + 1);
            }
        }
    }

    @Test
    void whereTheJournalWasNotLostNothingSinceTheBackupIs() throws Exception {
        OrderId before;
        OrderId since;
        try (var shop = new Bakery(home)) {
            before = shop.sold(2);
            shop.node.backup().write(file);
            since = shop.sold(3);
            shop.node.orders().erase(before);
        }
        Files.move(home.resolve("node.mv.db"), folder.resolve("damaged"));
        restore(home, file, Map.of(), "");
        try (var shop = new Bakery(home)) {
            assertThat(shop.node.ledger().trouble()).isEmpty();
            assertThat(shop.find(since).invoice().orElseThrow()).endsWith("2");
            assertThat(shop.tells(since)).isTrue();
            assertThat(shop.tells(before)).as("erased after the backup").isFalse();
            assertThat(shop.stock()).isEqualTo(30 - 2 - 3);
        }
    }

    @Test
    void whatIsNotThisShopsBackupChangesNothing() throws Exception {
        try (var shop = new Bakery(home)) {
            shop.sold(1);
            shop.node.backup().write(file);
        }
        assertThat(refused(home, file)).isEqualTo(Fault.HOME_NOT_EMPTY);

        phrase("fresh");
        byte[] whole = Files.readAllBytes(file);
        Path spoiled = folder.resolve("spoiled");
        var random = new Random(7);
        for (int i = 0; i < 8; i++) {
            byte[] bytes = whole.clone();
            // behind the keystore, which has a check of its own
            int at = bytes.length / 4 + random.nextInt(bytes.length * 3 / 4);
            if (i % 2 == 0) {
                bytes[at] ^= (byte) (1 << random.nextInt(8));
            } else {
                bytes = java.util.Arrays.copyOf(bytes, at);
            }
            Files.write(spoiled, bytes);
            assertThat(refused(folder.resolve("fresh"), spoiled)).as("%d", at).isEqualTo(Fault.BACKUP_UNREADABLE);
            assertThat(folder.resolve("fresh").resolve("node.mv.db")).doesNotExist();
            assertThat(folder.resolve("fresh").resolve(Identity.FILE)).doesNotExist();
        }
        Files.writeString(spoiled, "not a backup at all");
        assertThat(refused(folder.resolve("fresh"), spoiled)).isEqualTo(Fault.BACKUP_UNREADABLE);

        Path theirs = folder.resolve("theirs");
        try (var shop = new Bakery(theirs)) {
            assertThat(shop.node.identity().did()).isNotNull();
        }
        Files.delete(theirs.resolve("node.mv.db"));
        assertThat(refused(theirs, file)).isEqualTo(Fault.BACKUP_OF_ANOTHER);
        assertThat(fault(() -> restore("forgotten", ""))).isEqualTo(Fault.PASSPHRASE_MISSING);
        var wrong = Map.of("ECHOPPE_PASSPHRASE", "another one");
        assertThat(fault(() -> restore(folder.resolve("wrong"), file, wrong, "")))
                .isEqualTo(Fault.WRONG_PASSPHRASE);
        // and after all that
        restore("fresh", "");
        try (var shop = new Bakery(folder.resolve("fresh"))) {
            assertThat(shop.orders()).hasSize(1);
        }
    }

    @Test
    void aNewComputerTakesTheShopInPlaceOfWhatItsFirstStartMade() throws Exception {
        String sheet;
        String phrase;
        List<String> before;
        var steps = new ArrayList<Long>();
        try (var shop = new Bakery(home)) {
            shop.sold(2);
            sheet = shop.node.identity().recoverySheet().orElseThrow().text();
            shop.node.backup().write(file, (done, total) -> steps.add(total - done));
            before = shop.orders();
            assertThat(shop.node.backup().last()).contains(new Saved(shop.clock.instant(), file.toAbsolutePath()));
            phrase = Files.readString(home.resolve("passphrase"));
        }
        assertThat(steps).isSortedAccordingTo(Comparator.reverseOrder()).last().isEqualTo(0L);
        for (var key : List.of(new Key.Sheet(sheet), new Key.Phrase(phrase))) {
            var bought = folder.resolve("bought" + key.getClass().getSimpleName());
            var first = firstStart(bought);
            assertThat(fault(() -> restore(bought, Place.FIRST_START, new Key.Phrase("guessed"))))
                    .isEqualTo(Fault.WRONG_PASSPHRASE);
            assertThat(fault(() -> restore(bought, Place.FIRST_START, new Key.Sheet(sheet.substring(6)))))
                    .isEqualTo(Fault.RECOVERY_SHEET_INCOMPLETE);
            assertThat(firstStart(bought)).as("all as it was").isEqualTo(first);
            restore(bought, Place.FIRST_START, key);
            try (var shop = new Bakery(bought)) {
                assertThat(shop.orders()).isEqualTo(before);
                assertThat(shop.find(shop.sold(1)).invoice().orElseThrow()).endsWith("2");
            }
        }
    }

    @Test
    void tablesThatDoNotOpenMakePlaceAndAreKept() throws Exception {
        OrderId since;
        try (var shop = new Bakery(home)) {
            shop.node.backup().write(file);
            since = shop.sold(3);
        }
        Files.writeString(home.resolve("node.mv.db"), "fell on the floor");
        restore(home, Place.DAMAGED_TABLES, new Key.OfHome());
        try (var shop = new Bakery(home)) {
            assertThat(shop.tells(since)).isTrue();
        }
        try (var kept = Files.walk(home)) {
            assertThat(kept.filter(one -> one.toString().contains("before-restoring") && one.endsWith("node.mv.db")))
                    .hasSize(1);
        }
    }

    @Test
    void aBackupOfALaterProgramIsToldFromADamagedOne() throws Exception {
        Files.writeString(file, "ECHOPPEBACKUP 2\n whatever it will be");
        assertThat(refused(folder.resolve("new"), file)).isEqualTo(Fault.BACKUP_TOO_NEW);
    }

    /** Who a home is that has no shop, made where there was none. */
    private static Did firstStart(Path home) {
        var config = NodeConfig.load(home, Map.of(), Map.of("web-port", "0", "peer-port", "0"));
        try (var node = Node.open(config, new Surroundings(Map.of(), Clock.systemUTC(), new SecureRandom()))) {
            return node.identity().did();
        }
    }

    private void restore(Path into, Place place, Key key) {
        new Restore(into, Map.of(), Clock.systemUTC(), new SecureRandom()).inPlaceOf(place, file, key);
    }

    /** The shopkeeper has kept the file of the passphrase. */
    private void phrase(String name) throws IOException {
        Files.createDirectories(folder.resolve(name));
        Files.copy(
                home.resolve("passphrase"),
                folder.resolve(name).resolve("passphrase"),
                StandardCopyOption.COPY_ATTRIBUTES);
    }

    private void restore(String name, String sheet) {
        restore(folder.resolve(name), file, Map.of(), sheet);
    }

    private static void restore(Path home, Path file, Map<String, String> environment, String sheet) {
        new Restore(home, environment, Clock.systemUTC(), new SecureRandom()).from(file, sheet);
    }

    private static Fault refused(Path home, Path file) {
        return fault(() -> restore(home, file, Map.of(), ""));
    }

    private static Fault fault(Attempt attempt) {
        var refused = catchThrowableOfType(Rejected.class, attempt::run);
        return refused.problems().getFirst().fault();
    }

    private interface Attempt {
        void run() throws IOException;
    }
}
