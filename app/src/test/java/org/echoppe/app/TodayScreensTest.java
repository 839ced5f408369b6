package org.echoppe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.orders.OrderFilter;
import org.echoppe.app.products.ProductFilter;
import org.echoppe.app.settings.SettingsDesk;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.echoppe.today.FirstWeek;
import org.echoppe.today.Step;
import org.echoppe.today.Task;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The first screen: calm, in its first week, and with everything at once; each line leads to its place. */
class TodayScreensTest {
    @TempDir
    Path home;

    private static List<Task> everything() {
        return List.of(
                new Task.PublishingTrouble(Problem.of("", Fault.DISK_FULL)),
                new Task.ClockWrong(),
                new Task.DiskNearlyFull(420L << 20),
                new Task.CertificateEnds(Street.NOW.plus(Duration.ofDays(9)), false),
                new Task.OrdersToAnswer(2, Street.NOW.minus(Duration.ofMinutes(47))),
                new Task.OrdersToDecide(1),
                new Task.OrdersToPrepare(1),
                new Task.OrdersToRefund(1),
                new Task.TransfersToCome(2),
                new Task.ShopsReplaced(1),
                new Task.RecoverySheetWaits(),
                new Task.BackupFailed(Problem.of("", Fault.FILE_UNWRITABLE, "/media/lea/CLE-USB")),
                new Task.BackupDue(Optional.empty()),
                new Task.ProductsRefused(List.of("Confiture de mûres")),
                new Task.SoldOut(1),
                new Task.LowStock(4),
                new Task.DraftsWithoutPrice(1),
                new Task.ShopsAway(2));
    }

    @ParameterizedTest
    @MethodSource("org.echoppe.app.Guise#all")
    void theDayIsDrawnAndEveryLineLeadsToItsPlace(Guise guise) {
        var shop = Street.shop();
        try (var window = TestWindow.open(home, () -> shop, guise.look(), Street.CLOCK, 1280, 800, Screen.TODAY)) {
            window.see("#nothing");
            window.picture("today-calm-" + guise);

            shop.firstWeek = new FirstWeek.Progress(EnumSet.of(Step.PRODUCT, Step.SHOP_DATA, Step.PICTURE));
            shop.tasks = List.of(new Task.RecoverySheetWaits(), new Task.SoldOut(1), new Task.LowStock(4));
            shop.tell();
            window.see("#first-week");
            window.picture("today-first-week-" + guise);
            window.fire("#dismiss-week");
            await().until(() -> !window.shows("#first-week"));
            window.click("#undo");
            window.see("#first-week");
            window.fire("#dismiss-week");
            await().until(() -> !window.shows("#first-week"));

            window.focus("#task-soldout");
            shop.tasks = everything();
            shop.tell();
            window.see("#task-shopsaway");
            window.keyboardIn("#task-soldout");
            window.picture("today-full-" + guise);
            window.click("#task-soldout");
            window.see("#search");
            var main = ((WindowModel.Phase.Open) window.model.phaseProperty().get()).model();
            assertThat(main.products().list().filterProperty().get()).isEqualTo(ProductFilter.SOLD_OUT);
            window.press(KeyCode.CONTROL, KeyCode.DIGIT1);
            window.click("#task-orderstorefund");
            window.see("#orders-screen");
            assertThat(main.orders().filterProperty().get()).isEqualTo(OrderFilter.REFUND);
            window.press(KeyCode.CONTROL, KeyCode.DIGIT1);
            window.click("#task-transferstocome");
            window.see("#orders-screen");
            assertThat(main.orders().filterProperty().get()).isEqualTo(OrderFilter.COLLECT);
            window.press(KeyCode.CONTROL, KeyCode.DIGIT1);
            window.click("#task-orderstodecide");
            window.see("#orders-screen");
            assertThat(main.orders().filterProperty().get()).isEqualTo(OrderFilter.ANSWER);
            window.press(KeyCode.CONTROL, KeyCode.DIGIT1);
            var row = window.see("#task-recoverysheetwaits");
            window.fx(() -> {
                row.requestFocus();
                return true;
            });
            window.press(KeyCode.ENTER);
            window.see("#field-name");
            assertThat(main.screenProperty().get()).isEqualTo(Screen.SHOP);

            window.press(KeyCode.CONTROL, KeyCode.DIGIT1);
            window.click("#task-backupdue");
            window.keyboardIn("#save-backup");
            window.picture("backup-never-" + guise);
            window.fx(() -> {
                main.machine().backup().save(Path.of("/home/lea/echoppe-2026-11-22.echoppe"), "…");
                return true;
            });
            window.see("#backup-done .good");
            window.read(guise.isFrench() ? "même disque" : "same disk");
            window.picture("backup-done-" + guise);
            window.fx(() -> {
                main.machine().backup().saveDaily(Path.of("/media/lea/CLE-USB"), "…");
                return true;
            });
            var stop = window.see("#stop-daily");
            window.fx(() -> {
                Layout.reveal(stop);
                return true;
            });
            window.picture("backup-daily-" + guise);
            window.fire("#stop-daily");
            await().until(() -> !window.shows("#stop-daily"));
            window.click("#undo");
            window.see("#stop-daily");
            shop.saved = new SettingsDesk.Saved(
                    Street.NOW.plus(Duration.ofDays(400)),
                    Path.of("/media/lea/CLE-USB/echoppe.echoppe"),
                    48L << 20,
                    false);
            window.fx(() -> {
                main.machine().refresh();
                return true;
            });
            window.see("#backup-last.warn");
            window.read(guise.isFrench() ? "vérifiez l’horloge" : "check this computer’s clock");
            window.picture("backup-to-come-" + guise);

            window.press(KeyCode.CONTROL, KeyCode.K);
            window.see("#found");
            window.picture("find-empty-" + guise);
            window.write("pain");
            window.read("Pains");
            window.picture("find-" + guise);
            window.press(KeyCode.ESCAPE);
        }
    }
}
