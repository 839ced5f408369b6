package org.echoppe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.echoppe.app.fx.Look;
import org.echoppe.app.products.ProductsModel;
import org.echoppe.app.products.ProductsView;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Language;
import org.echoppe.domain.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything without a mouse, everything with a name, and an end that waits for the node but not for the window. */
class KeyboardTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T13:07:03Z"), ZoneId.of("Europe/Paris"));
    private static final Look LOOK = new Look(Language.FR, Look.Brightness.LIGHT, 100);

    @TempDir
    Path home;

    private final FakeShop shop = new FakeShop(CLOCK);

    private TestWindow open() {
        return TestWindow.open(home, () -> shop, LOOK, CLOCK);
    }

    @Test
    void aShopIsMadeFilledAndLookedThroughByKeysAlone() {
        try (var window = open()) {
            window.keyboardIn("#field-name");
            window.write("Boulangerie");
            window.press(KeyCode.ENTER);
            window.keyboardIn("#visible");
            window.press(KeyCode.ENTER);
            window.see("#rail-products");

            window.press(KeyCode.CONTROL, KeyCode.N);
            window.keyboardIn("#field-name");
            window.write("Pain");
            window.press(KeyCode.TAB);
            window.write("2,90");
            window.press(KeyCode.CONTROL, KeyCode.S);
            window.read("est enregistré");

            window.press(KeyCode.CONTROL, KeyCode.K);
            window.keyboardIn("#find");
            window.write("pain");
            await().until(() -> ((ListView<?>) window.see("#found")).getItems().size() == 1);
            window.press(KeyCode.ENTER);
            window.see("#remove");
            window.press(KeyCode.ESCAPE);
            await().until(() -> shop.goods.size() == 1 && !window.shows("#remove"));

            window.press(KeyCode.CONTROL, KeyCode.DIGIT4);
            window.read("Vous ne connaissez encore aucune boutique");
            window.press(KeyCode.CONTROL, KeyCode.DIGIT6);
            window.see("#language-en");
            window.press(KeyCode.CONTROL, KeyCode.PLUS);
            await().until(() -> window.model.settings().lookProperty().get().textPercent() == 125);
        }
    }

    @Test
    void theDigitsOfAFrenchKeyboardCallTheScreensToo() {
        shop.made = true;
        try (var window = open()) {
            window.see("#rail-products");
            window.control(KeyCode.AMPERSAND, "&");
            assertThat(screen(window)).isEqualTo(Screen.TODAY);
            window.control(KeyCode.UNDEFINED, "é");
            assertThat(screen(window)).isEqualTo(Screen.PRODUCTS);
            window.control(KeyCode.QUOTEDBL, "\"");
            assertThat(screen(window)).isEqualTo(Screen.ORDERS);
            window.control(KeyCode.QUOTE, "'");
            assertThat(screen(window)).isEqualTo(Screen.NETWORK);
            window.control(KeyCode.LEFT_PARENTHESIS, "(");
            assertThat(screen(window)).isEqualTo(Screen.SHOP);
            window.control(KeyCode.UNDEFINED, "ù");
            assertThat(screen(window)).isEqualTo(Screen.SHOP);
        }
    }

    private static Screen screen(TestWindow window) {
        return window.fx(
                () -> ((WindowModel.Phase.Open) window.model.phaseProperty().get())
                        .model()
                        .screenProperty()
                        .get());
    }

    @Test
    void theCodeOfAShopIsReadWhereverTheKeyboardIs() {
        shop.made = true;
        try (var window = open()) {
            window.see("#rail-products");
            window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
            window.focus("#search");
            window.scan("https://192.168.1.31:8444#" + FakeShop.DID.value());
            window.keyboardIn("#same");
            assertThat(screen(window)).isEqualTo(Screen.NETWORK);
            window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
            assertThat(((TextInputControl) window.see("#search")).getText())
                    .as("leaves no trace")
                    .isEmpty();
        }
    }

    @Test
    void whatCanBeUsedHasAName() {
        shop.made = true;
        shop.put("Pain", "Pains", "2,90", "6");
        try (var window = open()) {
            window.read("2,90");
            window.press(KeyCode.CONTROL, KeyCode.N);
            window.see("#save");
            assertNamed(window);
            window.click("#rail-shop");
            window.see("#save-shop");
            assertNamed(window);
        }
    }

    private static void assertNamed(TestWindow window) {
        assertThat(window.fx(() -> window.scene().getRoot().lookupAll("*").stream()
                        .filter(node -> node instanceof Control && node.isFocusTraversable())
                        .filter(node -> !isNamed(node))
                        .map(Node::toString)
                        .toList()))
                .isEmpty();
    }

    private static boolean isNamed(Node node) {
        var own = node.getAccessibleText();
        boolean labelled = node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) != null;
        boolean says = node instanceof Labeled words
                && words.getText() != null
                && !words.getText().isBlank();
        boolean inside = node.getStyleClass().contains("scroll-pane")
                || (node instanceof TextInputControl input && input.getParent() instanceof Control);
        return (own != null && !own.isBlank()) || labelled || says || inside;
    }

    @Test
    void closingWaitsForANodeThatIsStillOpening() {
        var opening = new CountDownLatch(1);
        try (var window = TestWindow.open(
                home,
                () -> {
                    opening.await();
                    return shop;
                },
                LOOK,
                CLOCK)) {
            window.fx(() -> {
                window.model.close(() -> {});
                return true;
            });
            assertThat(shop.closed).isFalse();
            opening.countDown();
            await().until(() -> shop.closed);
        }
    }

    @Test
    void whatIsTypedAndLeftCanBeTakenUpAgain() {
        shop.made = true;
        try (var window = open()) {
            window.see("#rail-products");
            window.press(KeyCode.CONTROL, KeyCode.N);
            window.type("#field-name", "Brioche");
            assertThat(window.fx(window.model::hasUnsaved)).isTrue();
            window.press(KeyCode.ESCAPE);
            window.read("Reprendre");
            window.press(KeyCode.CONTROL, KeyCode.Z);
            window.see("#save");
            var name = (TextInputControl) window.see("#field-name");
            assertThat(name.getText()).isEqualTo("Brioche");

            window.press(KeyCode.CONTROL, KeyCode.I);
            window.see("#choose");
            window.read("Reprendre");
            window.press(KeyCode.CONTROL, KeyCode.Z);
            assertThat(((TextInputControl) window.see("#field-name")).getText()).isEqualTo("Brioche");
        }
    }

    @Test
    void aFormGivesWayNeitherToAnotherProductNorToAPicture() {
        shop.made = true;
        var bread = shop.put("Pain", "Pains", "2,90", "6");
        try (var window = open()) {
            window.read("2,90");
            var products = products(window);
            var words = window.fx(() -> new ProductsView(products, Language.FR));
            window.press(KeyCode.CONTROL, KeyCode.N);
            window.type("#field-name", "Brioche");
            window.fx(() -> {
                products.remove(List.of(bread), words);
                return true;
            });
            window.gone("2,90");
            drop(window, words, "tarte.jpg");
            window.see("#picture-trouble");
            assertThat(((TextInputControl) window.see("#field-name")).getText()).isEqualTo("Brioche");

            window.press(KeyCode.ESCAPE);
            await().until(() -> !window.shows("#save"));
            drop(window, words, "tarte.jpg");
            window.read("n’est pas un tableau");
            assertThat(window.shows("#choose")).isFalse();
            drop(window, words, "Caisse.CSV");
            window.see("#to-preview");
        }
    }

    private static void drop(TestWindow window, ProductsView words, String file) {
        var products = products(window);
        window.fx(() -> {
            products.dropped(List.of(Path.of(file)), words);
            return true;
        });
    }

    private static ProductsModel products(TestWindow window) {
        return main(window).products();
    }

    private static MainModel main(TestWindow window) {
        return ((WindowModel.Phase.Open) window.model.phaseProperty().get()).model();
    }

    @Test
    void aBarcodeIsReadWhereverTheKeyboardIs() {
        shop.made = true;
        shop.of(shop.put("Pâte à tartiner", "Épicerie", "3,90", "12")).put("gtin", "3017620422003");
        try (var window = open()) {
            window.see("#rail-products");
            window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
            window.type("#search", "pâ");
            window.scan("3017620422003");
            window.see("#remove");
            assertThat(((TextInputControl) window.see("#search")).getText()).isEqualTo("pâ");
            window.press(KeyCode.ESCAPE);
            window.press(KeyCode.CONTROL, KeyCode.DIGIT4);
            window.see("#add-shop");
            window.scan("3228857000852");
            window.read("3228857000852");
            window.click("#undo");
            var gtin = (TextInputControl) window.see("#field-gtin");
            assertThat(gtin.getText()).isEqualTo("3228857000852");

            var form = products(window).form();
            window.fx(() -> {
                form.variants().setOption(0, "Taille", "S, M");
                ((TitledPane) window.scene().lookup("#group-variants")).setExpanded(true);
                return true;
            });
            window.focus("#variant-1-gtin");
            window.scan("3017620422003");
            assertThat(form.variants().rows().get(1).gtin()).isEqualTo("3017620422003");
            assertThat(form.form().text("gtin").get()).as("the same form").isEqualTo("3228857000852");
        }
    }

    @Test
    void theShopsOwnLabelsAreReadAndSoIsAnAmericanReader() {
        shop.made = true;
        shop.of(shop.put("Croissant", "Viennoiserie", "1,20", "24")).put("sku", "CRX-004");
        try (var window = open()) {
            window.read("1,20");
            window.type("#search", "ROI-0045");
            window.press(KeyCode.DOWN);
            window.press(KeyCode.ENTER);
            assertThat(((TextInputControl) window.see("#search")).getText())
                    .as("no reader presses an arrow")
                    .isEqualTo("ROI-0045");
            window.type("#search", "pâ");
            window.scan("CRX)àà'");
            window.see("#remove");
            assertThat(((TextInputControl) window.see("#search")).getText()).isEqualTo("pâ");
            var form = products(window).form().form();
            window.fx(() -> {
                form.text("gtin").set("12");
                return true;
            });
            window.focus("#field-gtin");
            window.scan("\"à&è-éà'ééàà\"");
            assertThat(((TextInputControl) window.see("#field-gtin")).getText()).isEqualTo("3017620422003");
            window.focus("#field-name");
            window.scan("4207");
            window.read("4207");
            assertThat(((TextInputControl) window.see("#field-name")).getText()).isEqualTo("Croissant");
            window.press(KeyCode.ESCAPE);

            window.press(KeyCode.CONTROL, KeyCode.I);
            window.keyboardIn("#choose");
            window.scan("3017620422003");
            window.read("Un import est ouvert");
        }
    }

    @Test
    void aRunningImportGoesOnWhateverIsPressed() {
        shop.made = true;
        try (var window = open()) {
            window.see("#rail-products");
            window.press(KeyCode.CONTROL, KeyCode.I);
            window.see("#choose");
            var words = window.fx(() -> new ProductsView(products(window), Language.FR));
            drop(window, words, "caisse.csv");
            window.click("#to-preview");
            window.see("#accept");
            shop.held = new CountDownLatch(1);
            window.click("#accept");
            window.see("#cancel-import");
            window.press(KeyCode.CONTROL, KeyCode.I);
            drop(window, words, "autre.csv");
            window.read("Un import est en cours");
            assertThat(window.shows("#cancel-import")).isTrue();
            shop.held.countDown();
            window.see("#see-products");
            assertThat(shop.goods).hasSize(2);

            window.press(KeyCode.CONTROL, KeyCode.Z);
            window.read("Annulé");
            assertThat(shop.goods).isEmpty();
            assertThat(window.shows("#see-products"))
                    .as("says what is not true any more")
                    .isFalse();
        }
    }

    @Test
    void aNewProductIsTakenBackUnderItsOpenFormAndNotBeforeThatCouldBeDone() {
        shop.made = true;
        try (var window = open()) {
            window.see("#rail-products");
            window.press(KeyCode.CONTROL, KeyCode.N);
            pastesWordsThatHaveAPictureBesideThem(window);
            window.type("#field-price", "2,90");
            window.press(KeyCode.CONTROL, KeyCode.S);
            window.read("2,90");
            window.press(KeyCode.CONTROL, KeyCode.F);
            window.press(KeyCode.DOWN);
            window.press(KeyCode.ENTER);
            window.type("#field-price", "3,10");
            shop.broken = Rejected.because(Fault.DISK_FULL);
            assertThat(window.fx(main(window).notices()::undo)).isTrue();
            window.read("Le disque est plein");
            shop.broken = null;
            assertThat(window.fx(main(window).notices()::undo))
                    .as("it is still to be taken back")
                    .isTrue();
            window.read("Reprendre");
            assertThat(shop.goods.values())
                    .allSatisfy(fields -> assertThat(fields).containsEntry("state", "withdrawn"));
            assertThat(window.shows("#save")).isFalse();
            window.click("#undo");
            assertThat(((TextInputControl) window.see("#field-price")).getText())
                    .isEqualTo("3,10");
            window.press(KeyCode.CONTROL, KeyCode.S);
            await().until(() -> shop.goods.size() == 2);
        }
    }

    /** As a spreadsheet copies a cell. */
    private static void pastesWordsThatHaveAPictureBesideThem(TestWindow window) {
        window.click("#field-name");
        window.fx(() -> {
            var cell = new ClipboardContent();
            cell.putString("Brioche");
            cell.putImage(new WritableImage(2, 2));
            return Clipboard.getSystemClipboard().setContent(cell);
        });
        window.press(KeyCode.CONTROL, KeyCode.V);
        assertThat(((TextInputControl) window.see("#field-name")).getText()).isEqualTo("Brioche");
    }

    @Test
    void aSavedFormIsTakenBack() {
        shop.made = true;
        var bread = shop.put("Pain", "Pains", "2,90", "6");
        try (var window = open()) {
            window.read("2,90");
            window.press(KeyCode.CONTROL, KeyCode.F);
            window.press(KeyCode.DOWN);
            window.press(KeyCode.ENTER);
            window.type("#field-price", "3,10");
            window.press(KeyCode.CONTROL, KeyCode.S);
            window.read("est enregistré");
            window.press(KeyCode.CONTROL, KeyCode.F);
            window.press(KeyCode.DOWN);
            window.press(KeyCode.ENTER);
            window.type("#field-price", "4");
            for (int i = 0; i < 3; i++) {
                window.press(KeyCode.CONTROL, KeyCode.Z);
            }
            assertThat(((TextInputControl) window.see("#field-price")).getText())
                    .isEqualTo("3,10");
            assertThat(shop.of(bread)).as("it was meant for the text").containsEntry("price", "3,10");
            window.press(KeyCode.ESCAPE);
            assertThat(window.fx(main(window).notices()::undo)).isTrue();
            window.read("Annulé");
            assertThat(shop.of(bread)).containsEntry("price", "2,90");
            window.press(KeyCode.CONTROL, KeyCode.COMMA);
            assertThat(window.fx(main(window).screenProperty()::get)).isEqualTo(Screen.SETTINGS);
        }
    }
}
