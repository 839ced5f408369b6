package org.echoppe.app;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.echoppe.app.find.FindModel;
import org.echoppe.app.orders.OrdersView;
import org.echoppe.app.products.ProductsView;
import org.echoppe.app.settings.SettingsModel;
import org.echoppe.app.shop.ShopView;

/** What the keyboard does everywhere in the window. */
final class Keys {
    private final MainModel model;
    private final SettingsModel settings;
    private final ProductsView products;
    private final OrdersView orders;
    private final ShopView shop;
    private final FindModel find;

    Keys(
            MainModel model,
            SettingsModel settings,
            ProductsView products,
            OrdersView orders,
            ShopView shop,
            FindModel find) {
        this.model = model;
        this.settings = settings;
        this.products = products;
        this.orders = orders;
        this.shop = shop;
        this.find = find;
    }

    void bind(Node window) {
        window.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && !event.isAltDown() && press(event)) {
                event.consume();
            }
        });
    }

    private boolean press(KeyEvent event) {
        return switch (event.getCode()) {
            // on Linux the keys of a French keyboard's digits say what they write without Shift: & é " ' (
            case DIGIT1, NUMPAD1, AMPERSAND -> go(Screen.TODAY);
            case DIGIT2, NUMPAD2 -> go(Screen.PRODUCTS);
            case DIGIT3, NUMPAD3, QUOTEDBL -> go(Screen.ORDERS);
            case DIGIT4, NUMPAD4, QUOTE -> go(Screen.NETWORK);
            case DIGIT5, NUMPAD5, LEFT_PARENTHESIS -> go(Screen.SHOP);
            // on Linux the 6 of a French keyboard is the key of minus, which is for the text's size
            case DIGIT6, NUMPAD6, COMMA -> go(Screen.SETTINGS);
            case UNDEFINED -> letter(event.getText());
            case K -> find();
            case F -> search();
            case N -> onProducts(products::openNew);
            case I -> onProducts(products::openImport);
            case S -> save();
            case Z -> undo(event);
            case PLUS, ADD, EQUALS -> grow(1);
            case MINUS, SUBTRACT -> grow(-1);
            default -> false;
        };
    }

    /** A key that has no code of its own. */
    private boolean letter(String text) {
        return switch (text) {
            case "é", "É" -> go(Screen.PRODUCTS);
            case "§" -> go(Screen.SETTINGS); // Belgian
            default -> false;
        };
    }

    private boolean go(Screen screen) {
        model.screenProperty().set(screen);
        return true;
    }

    private boolean find() {
        find.open();
        return true;
    }

    private boolean search() {
        if (model.screenProperty().get() == Screen.ORDERS) {
            orders.focusSearch();
            return true;
        }
        return onProducts(products::focusSearch);
    }

    private boolean onProducts(Runnable work) {
        go(Screen.PRODUCTS);
        Platform.runLater(work);
        return true;
    }

    private boolean save() {
        switch (model.screenProperty().get()) {
            case PRODUCTS -> products.save();
            case SHOP -> shop.save();
            case TODAY, ORDERS, NETWORK, SETTINGS -> {}
        }
        return true;
    }

    /**
     * Inside a text being typed Ctrl+Z belongs to the text, also when all of the typing is taken back: pressed once too often it
     * takes back no import. A text that nobody typed in has nothing to lose: the keyboard may just have come to it.
     */
    private boolean undo(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl text && (text.isUndoable() || text.isRedoable());
        return !typing && event.getCode() == KeyCode.Z && model.notices().undo();
    }

    private boolean grow(int steps) {
        settings.grow(steps);
        return true;
    }
}
