package org.echoppe.app.fx;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Small pieces that every screen is laid out with. */
public final class Layout {
    private Layout() {}

    /** Takes all the room that is left in a row. */
    public static Region space() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    /** Words that break into lines where they must. */
    public static Label words(String text, String... styles) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().addAll(styles);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    public static <T extends Node> T styled(T node, String... styles) {
        node.getStyleClass().addAll(styles);
        return node;
    }

    /** The text size in force, in pixels: one em. */
    public static double textSize(Node node) {
        var scene = node.getScene();
        return scene != null && scene.getProperties().get(Theme.TEXT_SIZE) instanceof Double size ? size : Theme.BODY;
    }
}
