package org.echoppe.app;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The steps of an import; the pictures stay in target/screens to be looked at. */
class ImportScreensTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @MethodSource("org.echoppe.app.Guise#all")
    void anImportGoesThroughItsSteps(Guise guise) {
        var shop = Street.shop();
        try (var window = TestWindow.open(home, () -> shop, guise.look(), Street.CLOCK)) {
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
}
