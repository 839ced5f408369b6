package org.echoppe.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.input.KeyCode;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Language;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.echoppe.node.backup.Key;
import org.echoppe.node.backup.Moment;
import org.echoppe.node.backup.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From the first start to the first screen, and what may come in between; the pictures stay in target/screens to be looked at. */
class OpeningScreensTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @MethodSource("org.echoppe.app.Guise#all")
    void theFirstStartMakesAShop(Guise guise) {
        var shop = new FakeShop(Street.CLOCK);
        try (var window = TestWindow.open(home, () -> shop, guise.look(), Street.CLOCK)) {
            window.see("#next");
            window.picture("welcome-1-" + guise);
            window.type("#field-vat .text-field", "vingt");
            window.click("#next");
            window.picture("welcome-1-wrong-" + guise);
            window.type("#field-name", "Boulangerie des Pentes");
            window.type("#field-vat .text-field", "5,5");
            window.click("#next");
            window.see("#open");
            window.picture("welcome-2-" + guise);
            window.click("#open");
            window.see("#rail-products");
            window.picture("products-empty-" + guise);
            assertThat(shop.made).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("org.echoppe.app.Guise#all")
    void troubleAndWaitingAreDrawn(Guise guise) {
        var shop = Street.shop();
        shop.held = new CountDownLatch(1);
        try (var window = TestWindow.open(home, () -> shop, guise.look(), Street.CLOCK)) {
            window.see(".progress-bar");
            window.picture("products-loading-" + guise);
            shop.broken = new IllegalStateException("drawn on purpose");
            shop.held.countDown();
            window.read(guise.look().language() == Language.FR ? "Réessayez" : "Try again");
            window.picture("products-trouble-" + guise);
        }
        try (var window = TestWindow.open(
                home,
                () -> {
                    throw Rejected.because(Fault.HOME_IN_USE, home);
                },
                guise.look(),
                Street.CLOCK)) {
            window.see("#again");
            window.picture("refused-" + guise);
        }
        var node = new AtomicBoolean(true);
        try (var window = TestWindow.open(
                home,
                () -> {
                    if (node.get()) {
                        throw Rejected.because(Fault.HOME_IN_USE, home);
                    }
                    return Street.shop();
                },
                new Headless() {
                    @Override
                    public boolean runs() {
                        return node.get();
                    }

                    @Override
                    public void stop() {
                        node.set(false);
                    }
                },
                guise.look(),
                Street.CLOCK,
                1280,
                800,
                Screen.TODAY)) {
            window.see("#take-over");
            window.picture("occupied-" + guise);
            window.click("#take-over");
            window.see("#today");
        }
    }

    /** A new computer: the shop comes back, after every mistake was said. */
    @ParameterizedTest
    @MethodSource("org.echoppe.app.Guise#all")
    void aShopComesBackFromItsBackup(Guise guise) {
        var asked = new ArrayList<Key>();
        var first = new FakeShop(Street.CLOCK);
        var opened = new ArrayDeque<OpenShop>(List.of(first, Street.shop()));
        Rescue rescue = (place, file, key) -> {
            asked.add(key);
            assertThat(first.closed).as("no node is open meanwhile").isTrue();
            assertThat(place).isEqualTo(Place.FIRST_START);
            return switch (key) {
                case Key.Sheet(var groups)
                when groups.length() < 20 ->
                    throw new Rejected(List.of(
                            Problem.of("group-1", Fault.RECOVERY_GROUP_WRONG, 1, "ABCDE"),
                            Problem.of("group-4", Fault.RECOVERY_GROUP_WRONG, 4, "ABCDF")));
                case Key.Phrase _ -> throw Rejected.because(Fault.BACKUP_UNREADABLE, file);
                default -> new Moment(FakeShop.DID, Street.NOW.minusSeconds(60_000), 12, FakeShop.DID);
            };
        };
        try (var window = TestWindow.open(home, opened::removeFirst, rescue, guise.look(), Street.CLOCK)) {
            window.click("#have-backup");
            window.see("#restore");
            window.picture("restore-" + guise);
            window.fire("#restore");
            assertThat(asked).as("nothing is done with nothing").isEmpty();
            window.type("#field-file", "/media/cle/echoppe-2026-11-22.echoppe");
            window.type("#field-sheet", "ABCDE FGHIJ");
            window.fire("#restore");
            window.read("ABCDF");
            window.picture("restore-wrong-" + guise);
            window.fire("#means-phrase");
            window.type("#field-phrase", "croissants au beurre");
            window.fire("#restore");
            window.read("echoppe-2026-11-22.echoppe ");
            window.picture("restore-damaged-" + guise);
            window.fire("#means-sheet");
            window.type("#field-sheet", "ABCDE-FGHIJ-KLMNO-PQRST");
            window.fire("#restore");
            window.see("#open-restored");
            window.picture("restored-" + guise);
            window.press(KeyCode.ENTER);
            window.see("#today");
        }
    }

    @Test
    void whereTheTablesDoNotOpenABackupIsOffered() {
        var damaged = new AtomicBoolean(true);
        Rescue rescue = (place, file, key) -> {
            assertThat(place).isEqualTo(Place.DAMAGED_TABLES);
            assertThat(key).isEqualTo(new Key.OfHome());
            damaged.set(false);
            return new Moment(FakeShop.DID, Street.NOW, 12, FakeShop.DID);
        };
        var guise = Guise.all().findFirst().orElseThrow();
        try (var window = TestWindow.open(
                home,
                () -> {
                    if (damaged.get()) {
                        throw Rejected.because(Fault.DATABASE_DAMAGED, home.resolve("node.mv.db"));
                    }
                    return Street.shop();
                },
                rescue,
                guise.look(),
                Street.CLOCK)) {
            window.see("#again");
            window.picture("refused-damaged-" + guise);
            window.click("#have-backup");
            window.see("#restore");
            window.picture("restore-here-" + guise);
            window.click("#back");
            window.click("#have-backup");
            window.type("#field-file", "/media/cle/echoppe.echoppe");
            window.fire("#restore");
            window.see("#open-restored");
            window.click("#open-restored");
            window.see("#today");
        }
    }
}
