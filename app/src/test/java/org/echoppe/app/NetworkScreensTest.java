package org.echoppe.app;

import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.input.KeyCode;
import org.echoppe.app.network.Reach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The network screen in every state; the pictures stay in target/screens to be looked at. */
class NetworkScreensTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @MethodSource("org.echoppe.app.Guise#all")
    void theNetworkIsDrawn(Guise guise) {
        var shop = Street.shop();
        try (var window = TestWindow.open(home, () -> shop, guise.look(), Street.CLOCK)) {
            window.click("#rail-network");
            window.see(".empty");
            window.picture("network-empty-" + guise);
            shop.shops.add(shop.known(
                    "Épicerie Mercière", "Lyon 2e", Reach.UP_TO_DATE, Street.NOW.minusSeconds(3), 938, true));
            shop.shops.add(shop.known("Librairie Passages", "Lyon 2e", Reach.SYNCING, Street.NOW, 300, true));
            shop.shops.add(shop.known(
                    "Fromagerie du Marché",
                    "Villeurbanne",
                    Reach.AWAY,
                    Street.NOW.minus(Duration.ofMinutes(62)),
                    42,
                    true));
            shop.shops.add(shop.known(
                    "Cave à vins de la Croix-Rousse",
                    "",
                    Reach.AWAY,
                    Street.NOW.minus(Duration.ofDays(3)),
                    118,
                    false));
            shop.shops.add(shop.known("Poissonnerie du Port", "Lyon 1er", Reach.ANSWERS, null, 64, true));
            shop.shops.add(shop.known("", "", Reach.NEVER, null, 0, false));
            shop.shops.add(shop.known("Tout à un euro", "Marseille", Reach.BLOCKED, null, 0, false));
            window.see("#shops");
            window.read("Mercière");
            window.picture("network-full-" + guise);
            window.clickWords("Fromagerie du Marché");
            window.see("#block");
            window.picture("network-shop-" + guise);
            window.press(KeyCode.ESCAPE);
            window.clickWords("Cave à vins de la Croix-Rousse");
            window.see("#compared");
            window.fire("#block");
            window.see("#block-yes");
            window.picture("network-block-" + guise);
            window.press(KeyCode.ESCAPE);
            window.click("#costs");
            window.see("#limit-shop");
            window.picture("network-costs-" + guise);
            window.press(KeyCode.ESCAPE);
            window.click("#add-shop");
            window.type("#field-address", "fromagerie");
            window.click("#ask");
            window.read("fromagerie");
            window.picture("network-add-wrong-" + guise);
            window.type("#field-address", "https://192.168.1.31:8444");
            window.click("#ask");
            window.see("#same");
            window.picture("network-add-compare-" + guise);
            window.press(KeyCode.ESCAPE);
            window.click("#add-shop");
            window.type("#field-address", "https://192.168.1.31:8444#" + FakeShop.DID.value());
            window.click("#ask");
            window.see("#same");
            window.picture("network-add-invited-" + guise);
        }
    }
}
