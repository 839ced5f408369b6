package org.echoppe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.echoppe.domain.Language;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The list of products in every state; the pictures stay in target/screens to be looked at. */
class ProductScreensTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @MethodSource("org.echoppe.app.Guise#all")
    void productsAreListedEditedAndRemoved(Guise guise) {
        var shop = Street.shop();
        try (var window = TestWindow.open(home, () -> shop, guise.look(), Street.CLOCK)) {
            window.read("Baguette de tradition");
            window.picture("products-full-" + guise);
            workInTheList(shop, window, guise);
            worksByCategory(shop, window, guise);
            window.click("#add");
            window.see("#save");
            window.type("#field-price", "cher");
            window.click("#save");
            window.read(guise.isFrench() ? "n’est pas un prix" : "is not a price");
            window.picture("products-form-wrong-" + guise);
            window.press(KeyCode.ESCAPE);
            window.type("#search", "pain");
            window.picture("products-search-" + guise);
            window.type("#search", "xyz");
            window.picture("products-none-" + guise);
            window.click("#show-all");
            window.read("Baguette de tradition");
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
    private static void workInTheList(FakeShop shop, TestWindow window, Guise guise) {
        window.press(KeyCode.CONTROL, KeyCode.F);
        window.press(KeyCode.DOWN);
        window.press(KeyCode.F2);
        window.keyboardIn("#cell-editor");
        window.write("cher");
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
        String sign = guise.look().language() == Language.FR ? "," : ".";
        window.read("1" + sign + "40");
        window.press(KeyCode.CONTROL, KeyCode.A);
        window.see("#bulk-price");
        window.click("#bulk-price");
        window.type("#bulk-text", "+5 %");
        window.read("→");
        var bar = (Region) window.see("#bulk");
        assertThat(window.fx(() -> Seen.bounds(bar).getHeight())).isGreaterThan(bar.getHeight() - 1);
        window.picture("products-bulk-" + guise);
        shop.held = new CountDownLatch(1);
        window.click("#bulk-apply");
        window.see("#stop-work");
        window.picture("products-bulk-running-" + guise);
        shop.held.countDown();
        window.see("#undo");
        window.read("1" + sign + "47");
        window.picture("products-bulk-done-" + guise);
        window.press(KeyCode.CONTROL, KeyCode.Z);
        window.read("1" + sign + "40");
        window.press(KeyCode.CONTROL, KeyCode.Z);
        window.gone("1" + sign + "40");
        countsAll(shop, window, guise);
    }

    /** Twelve more of everything, but of what nobody counts. */
    private static void countsAll(FakeShop shop, TestWindow window, Guise guise) {
        window.press(KeyCode.CONTROL, KeyCode.F);
        window.press(KeyCode.DOWN);
        window.press(KeyCode.CONTROL, KeyCode.A);
        window.click("#bulk-stock");
        window.keyboardIn("#bulk-recount");
        window.press(KeyCode.DOWN);
        window.press(KeyCode.TAB);
        window.keyboardIn("#bulk-text");
        window.write("12");
        window.read("40 → 52");
        window.picture("products-bulk-stock-" + guise);
        window.press(KeyCode.ENTER);
        await().until(() -> isCounted(shop, "52"));
        window.see("#undo");
        window.press(KeyCode.CONTROL, KeyCode.Z);
        await().until(() -> isCounted(shop, "40") && !isCounted(shop, "52"));
    }

    private static boolean isCounted(FakeShop shop, String stock) {
        return shop.goods.values().stream().anyMatch(fields -> stock.equals(fields.get("stock")));
    }

    /** The list of one category, and a category for all of it: both chosen by keys in the tree. */
    private static void worksByCategory(FakeShop shop, TestWindow window, Guise guise) {
        window.click("#chip-category");
        window.keyboardIn("#category-words");
        window.write("conf");
        window.press(KeyCode.DOWN);
        window.keyboardIn("#category-filter");
        window.picture("products-category-" + guise);
        window.press(KeyCode.DOWN);
        window.press(KeyCode.ENTER);
        window.gone("Baguette de tradition");
        window.press(KeyCode.CONTROL, KeyCode.F);
        window.press(KeyCode.DOWN);
        window.press(KeyCode.CONTROL, KeyCode.A);
        window.see("#bulk-category");
        window.click("#bulk-category");
        window.keyboardIn("#bulk-text");
        window.press(KeyCode.DOWN);
        window.keyboardIn("#categories");
        window.picture("products-bulk-category-" + guise);
        window.press(KeyCode.ENTER);
        window.keyboardIn("#bulk-text");
        String chosen = ((TextField) window.see("#bulk-text")).getText();
        await().until(() -> !window.see("#bulk-apply").isDisabled());
        window.click("#bulk-apply");
        await().until(() -> shop.goods.values().stream()
                .noneMatch(fields -> "Épicerie > Confitures".equals(fields.get("category"))));
        assertThat(shop.goods.values()).anySatisfy(fields -> assertThat(fields).containsEntry("category", chosen));
        window.see("#undo");
        window.press(KeyCode.CONTROL, KeyCode.Z);
        await().until(() -> shop.goods.values().stream()
                .anyMatch(fields -> "Épicerie > Confitures".equals(fields.get("category"))));
        window.click("#chip-category");
        window.click("#category-all");
        window.read("Baguette de tradition");
    }
}
