package org.echoppe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.echoppe.app.fx.Look;
import org.echoppe.app.network.NearbyShop;
import org.echoppe.app.network.Reach;
import org.echoppe.domain.Language;
import org.junit.jupiter.api.Test;
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
            shop.nearby = List.of(
                    new NearbyShop(FakeShop.did(40), "Boulangerie des Quais", List.of("https://192.168.1.24:8444")),
                    new NearbyShop(
                            FakeShop.did(41),
                            "Maison Berthe-Lanvin, confitures et fruits d’autrefois",
                            List.of("https://192.168.1.27:8444")));
            window.read("Boulangerie des Quais");
            window.picture("network-add-" + guise);
            window.type("#field-address", "fromagerie");
            window.click("#ask");
            window.read("fromagerie");
            window.picture("network-add-wrong-" + guise);
            window.paste(new CodePictures(home).page());
            window.see(".notice.wrong");
            window.picture("network-add-code-wrong-" + guise);
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

    @Test
    void aShopIsAddedByAPictureOfItsCode() {
        var shop = Street.shop();
        var codes = new CodePictures(home);
        try (var window = open(shop)) {
            window.click("#rail-network");
            window.click("#add-shop");
            window.keyboardIn("#field-address");
            window.type("#field-address", "https://192.168.1.3");
            window.click("#rail-today");
            window.see("#today");
            window.click("#rail-network");
            assertThat(((TextField) window.see("#field-address")).getText())
                    .as("what was typed waits while another screen is looked at")
                    .isEqualTo("https://192.168.1.3");
            window.keyboardIn("#field-address");
            window.paste(codes.empty());
            window.read("Aucun code QR ne se lit");
            window.paste(codes.page());
            window.read("pas où l’appeler");
            window.paste(codes.of("https://example.org/menu"));
            window.read("n’est pas celui d’une boutique");
            window.paste(codes.noPicture());
            window.read("n’est pas une image");
            window.paste(codes.of("https://192.168.1.31:8444#" + FakeShop.DID.value()));
            window.clickWords("Ajouter cette boutique");
            window.read("Fromagerie du Marché");
        }
    }

    @Test
    void aShopSeenOnTheNetworkIsCalledAndComparedByItsCode() {
        var shop = Street.shop();
        var codes = new CodePictures(home);
        shop.nearby = List.of(new NearbyShop(FakeShop.DID, "Fromagerie", List.of("https://192.168.1.31:8444")));
        try (var window = open(shop)) {
            window.click("#rail-network");
            window.click("#add-shop");
            window.clickWords("Appeler");
            window.keyboardIn("#same");
            assertThat(shop.shops).as("nothing is added without a word").isEmpty();
            window.paste(codes.of(FakeShop.did(7).value()));
            window.read("est celui d’une autre boutique");
            assertThat(shop.shops).isEmpty();
            window.paste(codes.page());
            window.read("Fromagerie du Marché");
            assertThat(shop.shops)
                    .singleElement()
                    .satisfies(one -> assertThat(one.chosen().compared()).isTrue());
        }
    }

    @Test
    void aShopThatWasNotComparedIsByItsCode() {
        var shop = Street.shop();
        var cellar = shop.known("Cave", "", Reach.AWAY, Street.NOW, 118, false);
        shop.shops.add(cellar);
        try (var window = open(shop)) {
            window.click("#rail-network");
            window.clickWords("Cave");
            window.see("#compared");
            window.scan(FakeShop.DID.value());
            window.read("est celui d’une autre boutique");
            window.scan("https://192.168.1.31:8444#" + FakeShop.did(7).value());
            window.keyboardIn("#same");
            assertThat(window.shows("#compared")).as("the other one is added").isFalse();
            window.press(KeyCode.ESCAPE);
            window.clickWords("Cave");
            window.see("#compared");
            window.click("#rail-today");
            window.scan(FakeShop.did(7).value());
            window.read("pas où l’appeler");
            window.press(KeyCode.ESCAPE);
            window.clickWords("Cave");
            window.see("#compared");
            window.scan("https://192.168.1.31:8444#" + cellar.did().value());
            await().until(() -> !window.shows("#compared"));
        }
    }

    private TestWindow open(FakeShop shop) {
        return TestWindow.open(home, () -> shop, new Look(Language.FR, Look.Brightness.LIGHT, 100), Street.CLOCK);
    }
}
