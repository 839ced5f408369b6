package org.echoppe.app.fx;

import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Gives the keyboard back to what was disabled while it worked, unless a key or the mouse was pressed meanwhile. */
public final class KeptKeyboard {
    private final Node node;
    private final EventHandler<InputEvent> pressed = event -> forget();
    private @Nullable Scene scene;

    private KeptKeyboard(Node node) {
        this.node = node;
    }

    /** From now on at this one. */
    public static <T extends Node> T at(T node) {
        var kept = new KeptKeyboard(node);
        node.disabledProperty().addListener((property, before, disabled) -> kept.heard(disabled));
        return node;
    }

    private void heard(boolean disabled) {
        if (!disabled && scene != null) {
            forget();
            node.requestFocus(); // at once: who wants the keyboard for what came out of the work asks afterwards
        } else if (disabled && node.isFocused() && node.getScene() != null) {
            scene = node.getScene();
            scene.addEventFilter(KeyEvent.KEY_PRESSED, pressed);
            scene.addEventFilter(MouseEvent.MOUSE_PRESSED, pressed);
        }
    }

    private void forget() {
        if (scene != null) {
            scene.removeEventFilter(KeyEvent.KEY_PRESSED, pressed);
            scene.removeEventFilter(MouseEvent.MOUSE_PRESSED, pressed);
            scene = null;
        }
    }
}
