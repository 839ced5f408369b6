package org.echoppe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import org.echoppe.app.fx.Look;
import org.echoppe.app.products.PictureSource;
import org.echoppe.app.products.ProductFormModel;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Language;
import org.echoppe.domain.Rejected;
import org.echoppe.identity.RecoverySheet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every screen in every state, drawn in three guises; the pictures stay in target/screens to be looked at. */
class ScreensTest {
    static final Instant NOW = Instant.parse("2026-11-22T13:07:03Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Europe/Paris"));

    @TempDir
    Path home;

    record Guise(String name, Look look) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Guise> guises() {
        return Stream.of(
                new Guise("fr-light", new Look(Language.FR, Look.Brightness.LIGHT, 100)),
                new Guise("en-dark", new Look(Language.EN, Look.Brightness.DARK, 100)),
                new Guise("fr-150", new Look(Language.FR, Look.Brightness.LIGHT, 150)));
    }

    static FakeShop street() {
        var shop = new FakeShop(CLOCK);
        shop.made = true;
        shop.profile.put("name", "Boulangerie des Pentes");
        shop.profile.put("street", "12 rue des Tables-Claudiennes");
        shop.profile.put("postal-code", "69001");
        shop.profile.put("locality", "Lyon");
        shop.put("Croissant au beurre", "Viennoiserie", "1,20", "24");
        shop.put("Pain au chocolat", "Viennoiserie", "1,30", "18");
        shop.put("Pain de campagne 500 g", "Pains", "2,90", "6");
        shop.put("Baguette de tradition", "Pains", "1,35", "40");
        shop.put("Brioche à tête, sucre perlé et fleur d’oranger, cuite au four à bois", "Viennoiserie", "4,80", "0");
        shop.put("Tarte aux pralines roses", "Pâtisserie", "", "3");
        shop.of(shop.put("Jus de pomme fermier 1 l", "Boissons", "3,60", "12")).put("waiting", "");
        shop.put("Miel de châtaignier", "Épicerie", "9,50", "");
        for (int i = 1; i <= 5; i++) {
            shop.put("Confiture maison n° " + i, "Épicerie", "4,5" + i, Integer.toString(i * 3));
        }
        shop.status = new ShopStatus(List.of(), false, false, false, 12, 1, NOW.minusSeconds(3));
        return shop;
    }

    @ParameterizedTest
    @MethodSource("guises")
    void theFirstStartMakesAShop(Guise guise) {
        var shop = new FakeShop(CLOCK);
        try (var window = TestWindow.open(home, () -> shop, guise.look, CLOCK)) {
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
    @MethodSource("guises")
    void productsAreListedEditedAndRemoved(Guise guise) {
        var shop = street();
        try (var window = TestWindow.open(home, () -> shop, guise.look, CLOCK)) {
            window.read("Baguette de tradition");
            window.picture("products-full-" + guise);
            workInTheList(window, guise);
            window.click("#add");
            window.see("#save");
            window.type("#field-price", "cher");
            window.click("#save");
            window.picture("products-form-wrong-" + guise);
            window.press(KeyCode.ESCAPE);
            window.type("#search", "pain");
            window.picture("products-search-" + guise);
            window.type("#search", "xyz");
            window.picture("products-none-" + guise);
            window.type("#search", "croissant");
            window.press(KeyCode.DOWN);
            window.press(KeyCode.ENTER);
            window.see("#remove");
            window.picture("products-form-" + guise);
            window.click("#remove");
            window.see("#undo");
            window.picture("products-undo-" + guise);
        }
    }

    /** A price in its place, wrong and right; then all prices at once, and back. */
    private static void workInTheList(TestWindow window, Guise guise) {
        window.press(KeyCode.CONTROL, KeyCode.F);
        window.press(KeyCode.DOWN);
        window.press(KeyCode.F2);
        window.see("#cell-editor");
        window.robot.write("cher", 0);
        window.press(KeyCode.ENTER);
        window.see(".cell-notice");
        window.picture("products-cell-wrong-" + guise);
        window.type("#cell-editor", "1,40");
        window.press(KeyCode.TAB);
        await().until(() -> ((TextField) window.see("#cell-editor")).getText().equals("40"));
        window.settle();
        window.keyboardIn("#cell-editor");
        window.picture("products-cell-next-" + guise);
        window.press(KeyCode.ESCAPE);
        String sign = guise.look.language() == Language.FR ? "," : ".";
        window.read("1" + sign + "40");
        window.press(KeyCode.CONTROL, KeyCode.A);
        window.see("#bulk-price");
        window.click("#bulk-price");
        window.type("#bulk-text", "+5 %");
        window.read("→");
        window.picture("products-bulk-" + guise);
        window.click("#bulk-apply");
        window.see("#undo");
        window.read("1" + sign + "47");
        window.picture("products-bulk-done-" + guise);
        window.press(KeyCode.CONTROL, KeyCode.Z);
        window.read("1" + sign + "40");
        window.press(KeyCode.CONTROL, KeyCode.Z);
        window.gone("1" + sign + "40");
    }

    /** A whole product: pictures with their words, kinds, legal facts, and what shoppers will see; then a crash. */
    @ParameterizedTest
    @MethodSource("guises")
    void theFormOfAProductIsDrawn(Guise guise) {
        var shop = street();
        boolean french = guise.look.language() == Language.FR;
        try (var window = TestWindow.open(home, () -> shop, guise.look, CLOCK)) {
            window.see("#add");
            window.click("#add");
            window.see("#save");
            window.type("#field-name", "Marinière en coton");
            window.type("#field-price", french ? "39,00" : "39.00");
            window.type("#field-quantity", "500 g");
            window.read(french ? "78,00" : "78.00");
            window.picture("form-top-" + guise);
            var form = form(window);
            pasted(window, form);
            window.read("HEIC");
            window.picture("form-picture-refused-" + guise);
            shop.picture = TestWindow.pngOfAwning();
            pasted(window, form);
            window.see("#alt-0");
            window.fx(() -> {
                form.pictures().describe(0, "Marinière pliée");
                form.variants().setOption(0, french ? "Taille" : "Size", "S, M, L");
                return true;
            });
            unfold(window, "group-variants");
            window.see("#variant-0-price");
            reveal(window, "#group-variants");
            window.picture("form-variants-" + guise);
            unfold(window, "group-facts");
            reveal(window, "#group-facts");
            window.picture("form-facts-" + guise);
            unfold(window, "group-sale");
            reveal(window, "#preview");
            window.picture("form-preview-" + guise);
            await().until(() -> shop.unfinished != null
                    && shop.unfinished.typed().getOrDefault("variants", "").contains("\"L\""));
        }
        try (var again = TestWindow.open(home, () -> shop, guise.look, CLOCK)) {
            again.read("Marinière en coton");
            again.picture("form-unfinished-" + guise);
            again.press(KeyCode.CONTROL, KeyCode.Z);
            again.see("#alt-0");
            again.press(KeyCode.CONTROL, KeyCode.S);
            await().until(() -> shop.unfinished == null);
            assertThat(shop.goods.values())
                    .anySatisfy(fields -> assertThat(fields.get("variants")).contains("\"S\""));
        }
    }

    private static ProductFormModel form(TestWindow window) {
        return ((WindowModel.Phase.Open) window.model.phaseProperty().get())
                .model()
                .products()
                .form();
    }

    private static void pasted(TestWindow window, ProductFormModel form) {
        window.fx(() -> {
            form.pictures().add(List.of(new PictureSource.Pixels(new int[] {0}, 1, 1)));
            return true;
        });
    }

    private static void unfold(TestWindow window, String group) {
        window.fx(() -> {
            ((TitledPane) window.scene().lookup("#" + group)).setExpanded(true);
            return true;
        });
    }

    /** Scrolls the sheet until the part is to be seen. */
    private static void reveal(TestWindow window, String part) {
        window.fx(() -> {
            var scroll = (ScrollPane) window.scene().lookup(".sheet .scroll-pane");
            scroll.applyCss();
            scroll.layout();
            var body = scroll.getContent();
            double top = body.sceneToLocal(window.scene()
                            .lookup(part)
                            .localToScene(window.scene().lookup(part).getBoundsInLocal()))
                    .getMinY();
            double room = body.getBoundsInLocal().getHeight()
                    - scroll.getViewportBounds().getHeight();
            scroll.setVvalue(Math.min(1, top / room));
            return true;
        });
    }

    @ParameterizedTest
    @MethodSource("guises")
    void troubleAndWaitingAreDrawn(Guise guise) {
        var shop = street();
        shop.held = new CountDownLatch(1);
        try (var window = TestWindow.open(home, () -> shop, guise.look, CLOCK)) {
            window.see(".progress-bar");
            window.picture("products-loading-" + guise);
            shop.broken = new IllegalStateException("drawn on purpose");
            shop.held.countDown();
            window.read(guise.look.language() == Language.FR ? "Réessayez" : "Try again");
            window.picture("products-trouble-" + guise);
        }
        try (var window = TestWindow.open(
                home,
                () -> {
                    throw Rejected.because(Fault.HOME_IN_USE, home);
                },
                guise.look,
                CLOCK)) {
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
                    return street();
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
                guise.look,
                CLOCK,
                1280,
                800,
                Screen.TODAY)) {
            window.see("#take-over");
            window.picture("occupied-" + guise);
            window.click("#take-over");
            window.see("#today");
        }
    }

    @ParameterizedTest
    @MethodSource("guises")
    void anImportGoesThroughItsSteps(Guise guise) {
        var shop = street();
        try (var window = TestWindow.open(home, () -> shop, guise.look, CLOCK)) {
            window.click("#import");
            window.see("#choose");
            window.picture("import-1-file-" + guise);
            var importing = ((WindowModel.Phase.Open)
                            window.model.phaseProperty().get())
                    .model()
                    .products()
                    .importing();
            window.fx(() -> {
                importing.read(Path.of("caisse-novembre.csv"));
                return true;
            });
            window.see("#to-preview");
            window.picture("import-2-columns-" + guise);
            window.click("#to-preview");
            window.see("#accept");
            window.picture("import-3-preview-" + guise);
            window.click("#kind-refused");
            window.picture("import-3-refused-" + guise);
            shop.held = new CountDownLatch(1);
            window.click("#accept");
            window.see("#cancel-import");
            window.picture("import-4-running-" + guise);
            shop.held.countDown();
            window.see("#see-products");
            window.picture("import-5-done-" + guise);
        }
    }

    @ParameterizedTest
    @MethodSource("guises")
    void shopAndSettingsAreDrawn(Guise guise) {
        var shop = street();
        shop.sheet = new RecoverySheet(
                FakeShop.DID,
                List.of(
                        "MZXW6", "YTBOI", "4DSML", "QOJRX", "I5BTG", "Q2AMF", "RGG3D", "FMZTW", "Q2LKN", "RWW63",
                        "3OMA7"));
        try (var window = TestWindow.open(home, () -> shop, guise.look, CLOCK)) {
            window.see("#reminder");
            window.picture("products-reminder-" + guise);
            window.click("#rail-shop");
            window.see("#save-shop");
            window.picture("shop-" + guise);
            fire(window, "#recovery");
            window.see("#save-recovery");
            window.picture("shop-recovery-" + guise);
            window.press(KeyCode.ESCAPE);
            window.click("#rail-settings");
            window.see("#language-fr");
            window.read("8443");
            window.picture("settings-" + guise);
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

    /** Presses what may lie outside of what is scrolled to. */
    private static void fire(TestWindow window, String query) {
        var button = (ButtonBase) window.see(query);
        window.fx(() -> {
            button.fire();
            return true;
        });
        window.settle();
    }

    @ParameterizedTest
    @MethodSource("guises")
    void theShopIsDrawnSectionBySection(Guise guise) {
        var shop = street();
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
        shop.profile.put("country", "FR");
        shop.profile.put("lang", "fr");
        try (var window = TestWindow.open(home, () -> shop, guise.look, CLOCK)) {
            window.click("#rail-shop");
            window.read("19");
            window.picture("shop-profile-" + guise);
            window.click("#section-hours");
            window.picture("shop-hours-" + guise);
            window.click("#section-pickup");
            window.picture("shop-pickup-" + guise);
            window.click("#section-delivery");
            fire(window, "#add-zone");
            window.picture("shop-delivery-" + guise);
            window.click("#section-legal");
            fire(window, "#start-legal-notice");
            fire(window, "#next-legal-notice");
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
            fire(window, "#holiday");
            window.see("#undo");
            window.picture("shop-holiday-" + guise);
            assertThat(shop.door.until()).contains(LocalDate.of(2027, 1, 1));
        }
    }
}
