package org.echoppe.app.fx;

import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Small pieces that every screen is laid out with. */
public final class Layout {
    /** Pixels left above what is scrolled to. */
    private static final double ABOVE = 12;

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

    /** Puts the keyboard into a node: what lies in a scroll pane is not in the scene before its first frame. */
    public static void focus(Node node) {
        if (node.getScene() != null) {
            Platform.runLater(node::requestFocus);
            return;
        }
        node.sceneProperty().addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Scene> scene, Scene before, Scene now) {
                if (now != null) {
                    node.sceneProperty().removeListener(this);
                    Platform.runLater(node::requestFocus);
                }
            }
        });
    }

    /** Scrolls what the node lies in, so that it is to be seen. */
    public static void reveal(Node node) {
        for (var above = node.getParent(); above != null; above = above.getParent()) {
            if (above instanceof ScrollPane scroll && scroll.getContent() != null) {
                var body = scroll.getContent();
                var at = body.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
                double seen = scroll.getViewportBounds().getHeight();
                double room = body.getBoundsInLocal().getHeight() - seen;
                double top = scroll.getVvalue() * room;
                boolean hidden = at.getMinY() < top || at.getMaxY() > top + seen;
                if (room > 0 && hidden) {
                    scroll.setVvalue(Math.clamp((at.getCenterY() - seen / 2) / room, 0, 1));
                }
            }
        }
    }

    /** The same for what came this very moment, once it has its place. */
    public static void revealSoon(Node node) {
        Platform.runLater(() -> {
            var scene = node.getScene();
            if (scene != null) {
                scene.getRoot().applyCss();
                scene.getRoot().layout();
                reveal(node);
            }
        });
    }

    /** Scrolls what the node lies in until it stands at the top, or as near as there is more below. */
    public static void top(@Nullable Node node) {
        if (node == null) {
            return;
        }
        for (var above = node.getParent(); above != null; above = above.getParent()) {
            if (above instanceof ScrollPane scroll && scroll.getContent() != null) {
                var body = scroll.getContent();
                double at = body.sceneToLocal(node.localToScene(node.getBoundsInLocal()))
                        .getMinY();
                double room = body.getBoundsInLocal().getHeight()
                        - scroll.getViewportBounds().getHeight();
                if (room > 0) {
                    scroll.setVvalue(Math.clamp((at - ABOVE) / room, 0, 1));
                }
            }
        }
    }

    /** The text size in force, in pixels: one em. */
    public static double textSize(Node node) {
        var scene = node.getScene();
        return scene != null && scene.getProperties().get(Theme.TEXT_SIZE) instanceof Double size ? size : Theme.BODY;
    }
}
