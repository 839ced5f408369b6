package org.echoppe.app.orders;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** One letter does one thing to the order that is open. Never while somebody types in a field. */
final class OrderKeys {
    /** Opens the counter. */
    private static final KeyCode COUNTER = KeyCode.C;

    private final OrdersModel model;
    private final Runnable openSelected;
    private final Consumer<OrderAction> act;

    OrderKeys(OrdersModel model, Runnable openSelected, Consumer<OrderAction> act) {
        this.model = model;
        this.openSelected = openSelected;
        this.act = act;
    }

    void press(KeyEvent event) {
        boolean plain = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown() && !event.isShiftDown();
        if (!plain || isTyping(event)) {
            return;
        }
        if (event.getCode() == COUNTER) {
            event.consume();
            model.openCounter();
            return;
        }
        OrderAction.of(event.getCode().getChar()).ifPresent(action -> {
            event.consume();
            if (model.besideProperty().get() instanceof OrdersModel.Beside.Order) {
                act.accept(action);
            } else {
                // nobody accepts what they have not read
                openSelected.run();
            }
        });
    }

    private static boolean isTyping(KeyEvent event) {
        var owner = event.getTarget() instanceof Node node && node.getScene() != null
                ? node.getScene().getFocusOwner()
                : null;
        return owner instanceof TextInputControl || owner instanceof ComboBoxBase<?>;
    }
}
