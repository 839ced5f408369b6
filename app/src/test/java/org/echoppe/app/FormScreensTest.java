package org.echoppe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import org.echoppe.app.fx.PictureSource;
import org.echoppe.app.products.ProductFormModel;
import org.echoppe.domain.Language;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The form of a product from its first letter to a crash; the pictures stay in target/screens to be looked at. */
class FormScreensTest {
    @TempDir
    Path home;

    /** A whole product: pictures with their words, kinds, legal facts, and what shoppers will see; then a crash. */
    @ParameterizedTest
    @MethodSource("org.echoppe.app.Guise#all")
    void theFormOfAProductIsDrawn(Guise guise) {
        var shop = Street.shop();
        boolean french = guise.look().language() == Language.FR;
        try (var window = TestWindow.open(home, () -> shop, guise.look(), Street.CLOCK)) {
            window.see("#add");
            window.click("#add");
            window.see("#save");
            window.type("#field-name", french ? "Croissant au beurre" : "Butter croissant");
            window.type("#field-price", french ? "1,20" : "1.20");
            window.type("#field-stock", "24");
            window.type("#field-quantity", "60 g");
            window.read(french ? "20,00" : "20.00");
            window.picture("form-top-" + guise);
            choosesTheCategory(window, guise);
            var form = form(window);
            pasted(window, form);
            window.read("HEIC");
            reveal(window, "#picture-trouble");
            window.picture("form-picture-refused-" + guise);
            shop.picture = Bakes.tart();
            pasted(window, form);
            window.see("#alt-0");
            window.type("#field-name", french ? "Tarte aux pommes" : "Apple tart");
            window.type("#field-price", french ? "12,00" : "12.00");
            window.type("#field-quantity", " ");
            window.type("#alt-0", french ? "Une tarte dorée" : "A golden tart");
            window.fx(() -> {
                form.variants().setOption(0, french ? "Parts" : "Slices", "4, 6, 8");
                return true;
            });
            unfold(window, "group-variants");
            window.type("#variant-1-price", french ? "17,00" : "17.00");
            window.type("#variant-2-price", french ? "21,50" : "21.50");
            window.type("#variant-0-stock", "0");
            reveal(window, "#group-variants");
            window.picture("form-variants-" + guise);
            unfold(window, "group-facts");
            reveal(window, "#group-facts");
            window.picture("form-facts-" + guise);
            unfold(window, "group-sale");
            reveal(window, "#preview");
            var kinds = (ComboBox<?>) window.see("#preview-kinds");
            assertThat(kinds.getItems()).hasSize(3);
            window.fx(() -> {
                kinds.getSelectionModel().select(1);
                return true;
            });
            window.read(french ? "17,00\u00a0€" : "€17.00");
            window.picture("form-preview-" + guise);
            await().until(() -> shop.unfinished != null
                    && shop.unfinished.typed().getOrDefault("variants", "").contains("\"8\""));
        }
        try (var again = TestWindow.open(home, () -> shop, guise.look(), Street.CLOCK)) {
            again.read(french ? "Tarte aux pommes" : "Apple tart");
            again.picture("form-unfinished-" + guise);
            again.press(KeyCode.CONTROL, KeyCode.Z);
            again.see("#alt-0");
            again.press(KeyCode.CONTROL, KeyCode.S);
            await().until(() -> shop.unfinished == null);
            assertThat(shop.goods.values())
                    .anySatisfy(fields -> assertThat(fields.get("variants")).contains("\"4\""));
        }
    }

    /** Typed in part, chosen by keys, then a new one inside it. */
    private static void choosesTheCategory(TestWindow window, Guise guise) {
        var field = (TextField) window.see("#field-category");
        window.type("#field-category", "conf");
        window.see("#categories");
        reveal(window, "#group-sorting");
        window.picture("form-category-" + guise);
        window.press(KeyCode.DOWN);
        window.keyboardIn("#categories");
        window.press(KeyCode.DOWN);
        window.press(KeyCode.ENTER);
        window.keyboardIn("#field-category");
        assertThat(field.getText()).isEqualTo("Épicerie > Confitures");
        window.press(KeyCode.DOWN);
        window.press(KeyCode.TAB);
        window.keyboardIn("#new-category");
        window.press(KeyCode.SPACE);
        window.keyboardIn("#field-category");
        window.write("Gelées");
        assertThat(field.getText()).isEqualTo("Épicerie > Confitures > Gelées");
        window.press(KeyCode.ESCAPE);
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
}
