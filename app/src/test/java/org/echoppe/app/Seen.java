package org.echoppe.app;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Control;

/** Where something is to be seen on the window, and how much of it. */
final class Seen {
    private Seen() {}

    /** What is to be seen of it: nothing where it is scrolled away or hidden. */
    static Bounds bounds(Node node) {
        var bounds = node.localToScene(node.getBoundsInLocal());
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return new BoundingBox(0, 0, -1, -1);
            }
            if (at instanceof Control && !at.equals(node)) {
                bounds = common(bounds, at.localToScene(at.getBoundsInLocal()));
            }
        }
        return bounds;
    }

    private static Bounds common(Bounds one, Bounds other) {
        double left = Math.max(one.getMinX(), other.getMinX());
        double top = Math.max(one.getMinY(), other.getMinY());
        return new BoundingBox(
                left,
                top,
                Math.min(one.getMaxX(), other.getMaxX()) - left,
                Math.min(one.getMaxY(), other.getMaxY()) - top);
    }
}
