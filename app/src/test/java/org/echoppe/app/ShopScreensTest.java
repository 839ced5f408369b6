package org.echoppe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.echoppe.identity.RecoverySheet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shop and the settings, section by section; the pictures stay in target/screens to be looked at. */
class ShopScreensTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @MethodSource("org.echoppe.app.Guise#all")
    void shopAndSettingsAreDrawn(Guise guise) {
        var shop = Street.shop();
        shop.sheet = new RecoverySheet(
                FakeShop.DID,
                List.of(
                        "MZXW6", "YTBOI", "4DSML", "QOJRX", "I5BTG", "Q2AMF", "RGG3D", "FMZTW", "Q2LKN", "RWW63",
                        "3OMA7"));
        try (var window = TestWindow.open(home, () -> shop, guise.look(), Street.CLOCK)) {
            window.see("#reminder");
            window.picture("products-reminder-" + guise);
            window.click("#rail-shop");
            window.see("#save-shop");
            window.picture("shop-" + guise);
            window.fire("#recovery");
            window.see("#save-recovery");
            window.picture("shop-recovery-" + guise);
            window.press(KeyCode.ESCAPE);
            window.click("#rail-settings");
            window.see("#language-fr");
            window.read("8443");
            window.picture("settings-" + guise);
            window.click("#announced");
            await().until(() -> !shop.announced);
            window.keyboardIn("#announced");
            window.picture("settings-network-" + guise);
            window.type("#field-web-port", "porte");
            window.fire("#save-ports");
            window.read("porte");
            window.fire("#licences");
            var scroll = (ScrollPane) window.see(".scroll-pane");
            window.fx(() -> {
                scroll.setVvalue(1);
                return true;
            });
            window.picture("settings-below-" + guise);
        }
    }

    @ParameterizedTest
    @MethodSource("org.echoppe.app.Guise#all")
    void theShopIsDrawnSectionBySection(Guise guise) {
        var shop = Street.shop();
        for (var day : List.of("mo", "tu", "we", "th", "fr")) {
            shop.profile.put("hours-" + day, "7:00–13:00, 15:30–19:30");
        }
        shop.profile.put("hours-su", "7:00–19:00");
        shop.profile.put("closing-1-from", "24/12/2026");
        shop.profile.put("closing-1-to", "02/01/2027");
        shop.profile.put("closing-1-reason", "Noël");
        shop.profile.put("zone-1-area", "69001, 69002, 690*");
        shop.profile.put("zone-1-fee", "3,50");
        shop.profile.put("zone-1-minimum", "20,00");
        shop.profile.put("pickup-lead-minutes", "60");
        shop.profile.put("pickup-slot-minutes", "30");
        shop.profile.put("position", "45.764, 4.8357");
        shop.profile.put("payments-in-shop", "espèces, carte");
        shop.profile.put("orders-auto", "1");
        shop.profile.put("orders-up-to", "80,00");
        shop.profile.put("orders-per-hour", "20");
        shop.profile.put("orders-per-relay", "5");
        shop.profile.put("orders-keep-days", "30");
        shop.profile.put("country", "FR");
        shop.profile.put("lang", "fr");
        try (var window = TestWindow.open(home, () -> shop, guise.look(), Street.CLOCK)) {
            window.click("#rail-shop");
            window.read("19");
            window.picture("shop-profile-" + guise);
            window.click("#section-hours");
            window.picture("shop-hours-" + guise);
            window.click("#section-pickup");
            window.picture("shop-pickup-" + guise);
            window.click("#section-delivery");
            window.fire("#add-zone");
            window.picture("shop-delivery-" + guise);
            window.click("#section-orders");
            window.picture("shop-orders-" + guise);
            window.click("#section-legal");
            window.fire("#start-legal-notice");
            window.fire("#next-legal-notice");
            window.picture("shop-legal-" + guise);
            window.click("#section-hours");
            window.type("#field-hours-mo", "huit heures");
            window.press(KeyCode.CONTROL, KeyCode.S);
            window.keyboardIn("#field-hours-mo");
            window.picture("shop-wrong-" + guise);
            var lastDay = (TextField) window.see("#last-day");
            window.fx(() -> {
                lastDay.setText("31/12/2026");
                return true;
            });
            window.fire("#holiday");
            window.see("#undo");
            window.picture("shop-holiday-" + guise);
            assertThat(shop.door.until()).contains(LocalDate.of(2027, 1, 1));
        }
    }
}
