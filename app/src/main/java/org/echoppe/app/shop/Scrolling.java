package org.echoppe.app.shop;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/** Brings something in a long form before the eyes. */
final class Scrolling {
    private static final double ABOVE = 12;

    private Scrolling() {}

    /** To the top of the pane, or as near as the form is long; nothing happens for what is not in it. */
    static void to(ScrollPane pane, @Nullable Node node) {
        if (node == null || !isIn(pane.getContent(), node)) {
            return;
        }
        Bounds at = pane.getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double hidden = pane.getContent().getLayoutBounds().getHeight()
                - pane.getViewportBounds().getHeight();
        if (hidden > 0) {
            pane.setVvalue(Math.clamp((at.getMinY() - ABOVE) / hidden, 0, 1));
        }
    }

    private static boolean isIn(Node content, Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(content)) {
                return true;
            }
        }
        return false;
    }
}
