package org.echoppe.app.orders;

import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.echoppe.app.fx.KeyBurst;

/**
 * One letter does one thing to the order that is open. Never while somebody types in a field, and never for a barcode reader,
 * which types letters too, but faster than a hand.
 */
final class OrderKeys {
    /** Opens the counter. */
    private static final KeyCode COUNTER = KeyCode.C;

    /** A key that no other follows for so long was pressed by a hand. */
    private static final Duration ALONE = Duration.millis(60);

    private final OrdersModel model;
    private final Runnable openSelected;
    private final Consumer<OrderAction> act;
    private final PauseTransition alone = new PauseTransition(ALONE);
    private long last = System.nanoTime() - KeyBurst.GAP;

    OrderKeys(OrdersModel model, Runnable openSelected, Consumer<OrderAction> act) {
        this.model = model;
        this.openSelected = openSelected;
        this.act = act;
    }

    void press(KeyEvent event) {
        boolean plain = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown() && !event.isShiftDown();
        boolean burst = isBurst(event.getCode());
        if (burst || !plain || isTyping(event)) {
            return;
        }
        if (event.getCode() == COUNTER) {
            event.consume();
            later(model::openCounter);
            return;
        }
        OrderAction.of(event.getCode().getChar()).ifPresent(action -> {
            event.consume();
            later(() -> act(action));
        });
    }

    /** Whether it came at once after another, as a reader's keys do; what that one would have done is not done. */
    private boolean isBurst(KeyCode code) {
        if (!code.isLetterKey() && !code.isDigitKey() && code != KeyCode.MINUS && code != KeyCode.SHIFT) {
            return false;
        }
        long now = System.nanoTime();
        boolean burst = now - last < KeyBurst.GAP;
        last = now;
        if (burst) {
            alone.stop();
        }
        return burst;
    }

    private void later(Runnable work) {
        alone.setOnFinished(event -> work.run());
        alone.playFromStart();
    }

    private void act(OrderAction action) {
        if (model.besideProperty().get() instanceof OrdersModel.Beside.Order) {
            act.accept(action);
        } else {
            // nobody accepts what they have not read
            openSelected.run();
        }
    }

    private static boolean isTyping(KeyEvent event) {
        var owner = event.getTarget() instanceof Node node && node.getScene() != null
                ? node.getScene().getFocusOwner()
                : null;
        return owner instanceof TextInputControl || owner instanceof ComboBoxBase<?>;
    }
}
