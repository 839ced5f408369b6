package org.echoppe.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import org.echoppe.app.fx.Look;
import org.echoppe.app.network.Reach;
import org.echoppe.app.orders.OrderAction;
import org.echoppe.app.orders.OrdersModel;
import org.echoppe.app.products.BulkModel;
import org.echoppe.app.products.ProductsModel;
import org.echoppe.app.products.ProductsView;
import org.echoppe.app.welcome.RestoreDesk;
import org.echoppe.app.welcome.RestoreModel;
import org.echoppe.app.welcome.WelcomeModel;
import org.echoppe.domain.Language;
import org.echoppe.identity.RecoverySheet;
import org.echoppe.node.backup.Moment;
import org.echoppe.orders.desk.ToDo;
import org.echoppe.today.FirstWeek;
import org.echoppe.today.Step;
import org.echoppe.today.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Walks every screen: what can be used has a name for a screen reader, and no word of ours is cut at any text size. */
class EveryScreenTest {
    private static final int[] SIZES = {100, 150, 200};

    @TempDir
    Path home;

    private static FakeShop shop() {
        var shop = Street.shop();
        shop.tasks = List.of(
                new Task.RecoverySheetWaits(),
                new Task.OrdersToAnswer(2, Street.NOW),
                new Task.SoldOut(1),
                new Task.ShopsAway(2));
        shop.orders.fill();
        shop.sheet = new RecoverySheet(
                FakeShop.DID,
                List.of(
                        "MZXW6", "YTBOI", "4DSML", "QOJRX", "I5BTG", "Q2AMF", "RGG3D", "FMZTW", "Q2LKN", "RWW63",
                        "3OMA7"));
        shop.firstWeek = new FirstWeek.Progress(EnumSet.of(Step.PRODUCT));
        var lastYear = Street.NOW.minus(Duration.ofDays(400));
        for (var reach : Reach.values()) {
            shop.shops.add(shop.known("Épicerie " + reach, "Lyon", reach, lastYear, 12, false));
        }
        return shop;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everythingHasANameAndNothingIsCut(Language language) {
        assertThat(wrong(new Look(language, Look.Brightness.LIGHT, 100), 1280, 800, SIZES))
                .isEmpty();
    }

    @Test
    void norInTheDarkInASmallWindow() {
        assertThat(wrong(new Look(Language.FR, Look.Brightness.DARK, 100), 1024, 700, new int[] {100}))
                .isEmpty();
    }

    private Set<String> wrong(Look look, int width, int height, int[] sizes) {
        var shop = shop();
        var wrong = new TreeSet<String>();
        try (var window = TestWindow.open(home, () -> shop, look, Street.CLOCK, width, height, Screen.TODAY)) {
            window.see("#today");
            var main = ((WindowModel.Phase.Open) window.model.phaseProperty().get()).model();
            for (int size : sizes) {
                resize(window, size);
                for (var place : places(main, window)) {
                    look(window, place, () -> main.screenProperty().get().name(), size, wrong);
                }
            }
        }
        return wrong;
    }

    /** The screens that stand before there is a shop. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void soIsTheFirstStart(Language language) {
        var look = new Look(language, Look.Brightness.LIGHT, 100);
        var wrong = new TreeSet<String>();
        Rescue rescue = (place, file, key) -> new Moment(FakeShop.DID, Street.NOW, 12, FakeShop.DID);
        try (var window = TestWindow.open(home, () -> new FakeShop(Street.CLOCK), rescue, look, Street.CLOCK)) {
            window.see("#next");
            for (int size : SIZES) {
                resize(window, size);
                for (var place : firstPlaces(window)) {
                    look(window, place, () -> "first start", size, wrong);
                }
                window.fx(() -> {
                    restoring(window).back();
                    return true;
                });
                window.see("#next");
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<Runnable> firstPlaces(TestWindow window) {
        return List.of(
                () -> welcome(window).back(),
                () -> welcome(window).next(Language.FR),
                () -> welcome(window).form().text("name").set("Boulangerie"),
                () -> welcome(window).next(Language.FR),
                window.model::restore,
                () -> restoring(window).restore(),
                () -> restoring(window).chosenProperty().set(RestoreDesk.Means.PHRASE),
                () -> {
                    restoring(window).form().text("file").set("/media/cle/echoppe.echoppe");
                    restoring(window).form().text("phrase").set("croissants au beurre");
                    restoring(window).restore();
                });
    }

    private static WelcomeModel welcome(TestWindow window) {
        return ((WindowModel.Phase.Welcome) window.model.phaseProperty().get()).model();
    }

    private static RestoreModel restoring(TestWindow window) {
        return ((WindowModel.Phase.Restoring) window.model.phaseProperty().get()).model();
    }

    private static void resize(TestWindow window, int size) {
        window.fx(() -> {
            window.model.settings().size(size);
            return true;
        });
    }

    private static void look(TestWindow window, Runnable place, Supplier<String> name, int size, Set<String> wrong) {
        window.fx(() -> {
            place.run();
            return true;
        });
        window.settle();
        window.fx(() -> {
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
            return true;
        });
        window.settle();
        var where = name.get() + " " + size + "\u00a0%: ";
        window.fx(() -> problems(window)).forEach(problem -> wrong.add(where + problem));
    }

    /** Every screen, and what slides in beside it. */
    private static List<Runnable> places(MainModel main, TestWindow window) {
        var places = new ArrayList<Runnable>();
        for (var screen : Screen.values()) {
            places.add(() -> main.screenProperty().set(screen));
            if (screen == Screen.ORDERS) {
                places.addAll(orders(main.orders()));
            }
            if (screen == Screen.NETWORK) {
                places.add(main.network()::openAdding);
                places.add(main.network()::openCosts);
                main.network()
                        .shops()
                        .forEach(shop -> places.add(() -> main.network().open(shop)));
                places.add(main.network()::close);
            }
            if (screen == Screen.PRODUCTS) {
                places.addAll(products(main.products()));
            }
            if (screen == Screen.SHOP) {
                places.add(main.shop()::openSheet);
                places.add(main.shop()::closeSheet);
            }
        }
        places.add(() -> press(window, KeyCode.K, true));
        places.add(() -> ((TextField) window.scene().lookup("#find")).setText("pain"));
        places.add(() -> press(window, KeyCode.ESCAPE, false));
        return places;
    }

    /** The bar of many products, the form and the import. */
    private static List<Runnable> products(ProductsModel products) {
        var places = new ArrayList<Runnable>();
        places.add(products.list()::tickAll);
        for (var kind : BulkModel.Kind.values()) {
            places.add(() -> products.bulk().kindProperty().set(kind));
        }
        places.add(() -> {
            products.list().ticks().clear();
            products.form().openNew(Language.FR);
        });
        places.add(() -> products.openImport(new ProductsView(products, Language.FR)));
        places.add(() -> products.importing().read(Path.of("caisse-novembre.csv")));
        places.add(() -> products.importing().plan(Language.FR));
        places.add(() -> products.importing().accept(Language.FR));
        places.add(products::closeImport);
        return places;
    }

    private static void press(TestWindow window, KeyCode key, boolean control) {
        var owner = window.scene().getFocusOwner();
        Event.fireEvent(
                owner == null ? window.scene().getRoot() : owner,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, control, false, false));
    }

    private static List<Runnable> orders(OrdersModel orders) {
        var places = new ArrayList<Runnable>();
        // one to be answered, one to be refunded, one that changed
        orders.shown().stream()
                .filter(order -> order.todo() != ToDo.PREPARE && order.todo() != ToDo.HAND_OVER)
                .skip(1)
                .forEach(order -> places.add(() -> orders.open(order.id())));
        var first = orders.shown().getFirst().id();
        for (var action : List.of(OrderAction.PART, OrderAction.DECLINE)) {
            places.add(() -> orders.open(first));
            places.add(() -> orders.order().act(action, Language.FR));
        }
        places.add(orders::openCounter);
        places.add(() -> orders.counter().wordsProperty().set("pain"));
        places.add(orders.counter()::addFirst);
        places.add(() -> orders.counter().sell(false));
        places.add(() -> {
            orders.counter().clear();
            orders.close();
        });
        return places;
    }

    private static List<String> problems(TestWindow window) {
        var all = window.scene().getRoot().lookupAll("*").stream()
                .filter(EveryScreenTest::isSeen)
                .toList();
        return Stream.of(
                        all.stream().filter(EveryScreenTest::isNameless).map(node -> "nameless " + node),
                        all.stream().filter(EveryScreenTest::isSilent).map(node -> "says nothing: " + node),
                        all.stream()
                                .map(EveryScreenTest::cut)
                                .filter(Objects::nonNull)
                                .map(text -> "cut: " + text),
                        all.stream()
                                .filter(Control.class::isInstance)
                                .filter(node -> isBeyond(node, window.scene()))
                                .map(node -> "beyond the window: " + node),
                        all.stream()
                                .filter(ScrollPane.class::isInstance)
                                .map(ScrollPane.class::cast)
                                .filter(EveryScreenTest::isWiderThanItsView)
                                .map(node -> "wider than its view: " + widest(node.getContent())))
                .flatMap(found -> found)
                .toList();
    }

    /** Whether it runs out of the window where nobody can scroll to it. */
    private static boolean isBeyond(Node node, Scene scene) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getTranslateX() != 0) {
                return false; // still sliding in
            }
        }
        var bounds = Seen.bounds(node);
        return bounds.getWidth() > 0
                && bounds.getHeight() > 0
                && (bounds.getMaxY() > scene.getHeight() + 1 || bounds.getMaxX() > scene.getWidth() + 1);
    }

    /** Whether something runs out at the side, where nobody can scroll to it. */
    private static boolean isWiderThanItsView(ScrollPane pane) {
        return pane.isFitToWidth()
                && pane.getContent() != null
                && pane.getContent().getLayoutBounds().getWidth()
                        > pane.getViewportBounds().getWidth() + 1;
    }

    /** The innermost part that takes the room. */
    private static Node widest(Node node) {
        return node instanceof Pane pane
                ? pane.getChildren().stream()
                        .filter(Node::isManaged)
                        .max(Comparator.comparingDouble(child -> child.minWidth(-1)))
                        .map(EveryScreenTest::widest)
                        .orElse(node)
                : node;
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNameless(Node node) {
        boolean used = node.isFocusTraversable()
                && (node instanceof Control || node.getAccessibleRole() == AccessibleRole.BUTTON);
        if (!used || node instanceof ScrollPane || node instanceof ScrollBar || node instanceof IndexedCell<?>) {
            return false;
        }
        var own = node.getAccessibleText();
        boolean labelled = node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) != null;
        boolean says = node instanceof Labeled words
                && words.getText() != null
                && !words.getText().isBlank();
        boolean inside = node instanceof TextInputControl && node.getParent() instanceof Control;
        return (own == null || own.isBlank()) && !labelled && !says && !inside;
    }

    /** Whether a screen reader has nothing to say of a cell; a row of a table is said by its cells. */
    private static boolean isSilent(Node node) {
        if (!(node instanceof IndexedCell<?> cell) || cell instanceof TableRow<?> || cell.isEmpty()) {
            return false;
        }
        var own = cell.getAccessibleText();
        return (own == null || own.isBlank())
                && (cell.getText() == null || cell.getText().isBlank());
    }

    /** What is shown of a text that ends in dots which are not its own; names that people chose may be long. */
    private static @Nullable String cut(Node node) {
        if (!(node instanceof Labeled labeled) || labeled.getText() == null || isFree(node)) {
            return null;
        }
        return labeled.lookup(".text") instanceof Text shown
                        && labeled.equals(shown.getParent())
                        && !shown.getText().equals(labeled.getText())
                ? labeled.getText() + " → " + shown.getText()
                : null;
    }

    private static boolean isFree(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getStyleClass().contains("free") || at.getStyleClass().contains("table-cell")) {
                return true;
            }
        }
        return false;
    }
}
