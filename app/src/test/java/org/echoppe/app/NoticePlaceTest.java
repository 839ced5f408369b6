package org.echoppe.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import org.echoppe.app.fx.Look;
import org.echoppe.app.products.BulkModel;
import org.echoppe.app.products.ProductsView;
import org.echoppe.domain.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A notice lies over nothing that one could want to use: wherever one is, whatever bar or sheet is open, at every text size. */
class NoticePlaceTest {
    private static final String SENTENCE = "12 produits changés. 1 reste tel quel\u00a0: Baguette\u00a0: Prix\u00a0: "
            + "Il n’y a pas encore de prix.";

    private int places;

    @TempDir
    Path home;

    @Test
    void aNoticeCoversNothing() {
        var shop = Street.shop();
        var covered = new TreeSet<String>();
        var look = new Look(Language.FR, Look.Brightness.LIGHT, 100);
        try (var window = TestWindow.open(home, () -> shop, look, Street.CLOCK)) {
            window.read("Baguette de tradition");
            var main = ((WindowModel.Phase.Open) window.model.phaseProperty().get()).model();
            for (int size : new int[] {100, 200}) {
                window.fx(() -> {
                    window.model.settings().size(size);
                    return true;
                });
                for (var place : places(main)) {
                    window.fx(() -> {
                        place.run();
                        return true;
                    });
                    window.settle();
                    window.fx(() -> {
                        main.notices().offer(SENTENCE, "Annuler", () -> {});
                        return true;
                    });
                    var toast = window.see(".toast");
                    window.settle();
                    window.picture("notice-" + size + "-" + places++);
                    var where = main.screenProperty().get() + " " + size + ": ";
                    window.fx(() -> under(window, toast)).forEach(node -> covered.add(where + node));
                }
            }
        }
        assertThat(covered).isEmpty();
    }

    private static List<Runnable> places(MainModel main) {
        var places = new ArrayList<Runnable>();
        for (var screen : Screen.values()) {
            places.add(() -> main.screenProperty().set(screen));
        }
        places.add(() -> {
            main.screenProperty().set(Screen.PRODUCTS);
            main.products().list().tickAll();
        });
        places.add(() -> main.products().bulk().kindProperty().set(BulkModel.Kind.PRICE));
        places.add(() -> main.products().bulk().kindProperty().set(BulkModel.Kind.CATEGORY));
        places.add(() -> {
            main.products().list().ticks().clear();
            main.products().form().openNew(Language.FR);
        });
        places.add(() -> main.products().openImport(new ProductsView(main.products(), Language.FR)));
        places.add(main.products()::closeImport);
        return places;
    }

    private static List<Control> under(TestWindow window, Node toast) {
        var covering = toast.localToScene(toast.getBoundsInLocal());
        assertThat(covering.getHeight()).isPositive();
        assertThat(covering.getMaxY())
                .as("all of it is in the window")
                .isLessThanOrEqualTo(window.scene().getHeight());
        return window.scene().getRoot().lookupAll("*").stream()
                .filter(Control.class::isInstance)
                .map(Control.class::cast)
                .filter(control -> !(control instanceof Label) && control.isVisible())
                .filter(control ->
                        !inside(control, toast) && Seen.bounds(control).intersects(covering))
                .toList();
    }

    private static boolean inside(Node node, Node outer) {
        return node != null && (node.equals(outer) || inside(node.getParent(), outer));
    }
}
