package org.echoppe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.echoppe.app.fx.Look;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Language;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong, or takes its time, is said where one looks, and not above what was scrolled away. */
class SaidInSightTest {
    private static final double A_LINE = 10;

    @TempDir
    Path home;

    @Test
    void whatWasRefusedIsToBeSeenAndSoIsThatSomethingIsBeingDone() {
        var shop = Street.shop();
        var look = new Look(Language.FR, Look.Brightness.LIGHT, 150);
        try (var window = TestWindow.open(home, () -> shop, look, Street.CLOCK)) {
            window.press(KeyCode.CONTROL, KeyCode.N);
            window.type("#field-name", "Fougasse");
            shop.broken = Rejected.because(Fault.DISK_FULL);
            toTheEnd(window, ".sheet .scroll-pane");
            window.press(KeyCode.CONTROL, KeyCode.S);
            inSight(window, ".sheet .notice.wrong");
            shop.broken = new IllegalStateException("on purpose");
            toTheEnd(window, ".sheet .scroll-pane");
            window.press(KeyCode.CONTROL, KeyCode.S);
            window.read("notez le code");
            inSight(window, ".sheet .notice.wrong");
            shop.broken = null;
            window.press(KeyCode.ESCAPE);

            window.click("#rail-settings");
            window.read("8443");
            toTheEnd(window, ".scroll-pane");
            var main = ((WindowModel.Phase.Open) window.model.phaseProperty().get()).model();
            var hold = new CountDownLatch(1);
            shop.held = hold;
            window.fx(() -> {
                main.machine().export(home.resolve("produits.csv"), file -> {});
                return true;
            });
            inSight(window, "#busy");
            shop.broken = Rejected.because(Fault.FILE_UNWRITABLE, home);
            hold.countDown();
            inSight(window, ".notice.wrong");
            await().until(() -> !window.shows("#busy"));
            shop.broken = null;
        }
    }

    @Test
    void whatWorksHasTheKeyboardAgainAfterwardsUnlessSomebodyWentOn() {
        var shop = Street.shop();
        var look = new Look(Language.FR, Look.Brightness.LIGHT, 100);
        try (var window = TestWindow.open(home, () -> shop, look, Street.CLOCK)) {
            window.click("#rail-shop");
            window.see("#field-name");
            var hold = saves(shop, window);
            hold.countDown();
            window.keyboardIn("#save-shop");
            hold = saves(shop, window);
            window.click("#field-name");
            hold.countDown();
            await().until(() -> !window.see("#save-shop").isDisabled());
            window.settle();
            assertThat(window.see("#field-name").isFocused()).isTrue();
            shop.broken = new Rejected(List.of(Problem.of("locality", Fault.REQUIRED)));
            saves(shop, window).countDown();
            window.keyboardIn("#field-locality");
        }
    }

    /** The shop is being saved until it is let go on; the keyboard went elsewhere by itself. */
    private static CountDownLatch saves(FakeShop shop, TestWindow window) {
        var save = (Button) window.see("#save-shop");
        window.focus("#save-shop");
        var hold = new CountDownLatch(1);
        shop.held = hold;
        window.fx(() -> {
            save.fire();
            return true;
        });
        await().until(() -> save.isDisabled() && !save.isFocused());
        return hold;
    }

    private static void toTheEnd(TestWindow window, String query) {
        var scroll = (ScrollPane) window.see(query);
        window.fx(() -> {
            scroll.setVvalue(1);
            return true;
        });
    }

    private static void inSight(TestWindow window, String query) {
        var node = window.see(query);
        await("to see " + query)
                .atMost(Duration.ofSeconds(5))
                .until(() -> window.fx(() -> Seen.bounds(node).getHeight()) > A_LINE);
    }
}
