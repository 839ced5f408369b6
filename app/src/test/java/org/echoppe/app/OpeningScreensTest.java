package org.echoppe.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Language;
import org.echoppe.domain.Rejected;
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
}
