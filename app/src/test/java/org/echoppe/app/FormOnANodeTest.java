package org.echoppe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.echoppe.app.fx.Look;
import org.echoppe.catalogue.Product;
import org.echoppe.catalogue.ProductDraft;
import org.echoppe.catalogue.ProductField;
import org.echoppe.catalogue.ShopField;
import org.echoppe.domain.Language;
import org.echoppe.node.Surroundings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The form of a product on a real node that goes on selling while it is open. */
class FormOnANodeTest {
    private static final Map<String, String> FREE_PORTS = Map.of("web-port", "0", "peer-port", "0");
    private static final Look LOOK = new Look(Language.FR, Look.Brightness.LIGHT, 100);
    private static final String SKU = "CROIX";

    @TempDir
    Path home;

    private final Clock clock = Clock.system(ZoneId.of("Europe/Paris"));
    private @Nullable RunningShop shop;

    @Test
    void aNameThatIsMendedPutsNeitherStockNorPriceBack() {
        try (var window = TestWindow.open(home, this::open, LOOK, clock)) {
            opensTheForm(window);
            var key = product().key();
            var meanwhile = ProductDraft.EMPTY.with(ProductField.STOCK, "18").with(ProductField.PRICE, "1,30");
            running().ask(node -> node.catalogue().change(key, meanwhile));
            window.type("#field-name", "Croissant");
            window.press(KeyCode.CONTROL, KeyCode.S);
            await().until(() -> product().record().name().equals("Croissant"));
            assertThat(product().backroom().stock()).hasValue(18);
            assertThat(product().record().price().orElseThrow().money().minorUnits())
                    .isEqualTo(130);
        }
    }

    @Test
    void aFormTakenUpAfterACrashPutsNeitherStockNorPriceBack() {
        try (var window = TestWindow.open(home, this::open, LOOK, clock)) {
            opensTheForm(window);
            window.type("#field-name", "Croissant");
            await().until(() -> running().products().unfinished().isPresent());
        }
        var meanwhile = ProductDraft.EMPTY.with(ProductField.STOCK, "18").with(ProductField.PRICE, "1,30");
        try (var window = TestWindow.open(
                home,
                () -> {
                    var opened = started();
                    opened.ask(node -> node.catalogue().change(product().key(), meanwhile));
                    return opened;
                },
                LOOK,
                clock)) {
            window.read("Vous n’aviez pas fini");
            window.click("#undo");
            assertThat(((TextInputControl) window.see("#field-name")).getText()).isEqualTo("Croissant");
            window.press(KeyCode.CONTROL, KeyCode.S);
            await().until(() -> product().record().name().equals("Croissant"));
            assertThat(product().backroom().stock()).hasValue(18);
            assertThat(product().record().price().orElseThrow().money().minorUnits())
                    .isEqualTo(130);
            await().until(() -> running().products().unfinished().isEmpty());
        }
    }

    private static void opensTheForm(TestWindow window) {
        window.read("Croisant");
        window.press(KeyCode.CONTROL, KeyCode.F);
        window.press(KeyCode.DOWN);
        window.press(KeyCode.ENTER);
        window.see("#remove");
    }

    private RunningShop running() {
        return Objects.requireNonNull(shop);
    }

    private Product product() {
        return running().ask(node -> node.catalogue().find(SKU).orElseThrow());
    }

    private RunningShop started() {
        var around =
                new Surroundings(Map.of("ECHOPPE_PASSPHRASE", "a long phrase for a test"), clock, new SecureRandom());
        var opened = RunningShop.open(home, FREE_PORTS, around, () -> {});
        shop = opened;
        return opened;
    }

    private OpenShop open() {
        var opened = started();
        opened.ask(node -> {
            node.catalogue().shop().init(Map.of(ShopField.NAME, "Boulangerie des Pentes", ShopField.CURRENCY, "EUR"));
            return node.catalogue()
                    .add(ProductDraft.EMPTY
                            .with(ProductField.NAME, "Croisant")
                            .with(ProductField.SKU, SKU)
                            .with(ProductField.PRICE, "1,20")
                            .with(ProductField.STOCK, "24"));
        });
        return opened;
    }
}
