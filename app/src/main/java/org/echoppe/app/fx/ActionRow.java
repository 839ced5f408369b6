package org.echoppe.app.fx;

import javafx.geometry.Pos;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** A line that leads somewhere: a click, Enter or Space goes there. Its words break where they must, unlike a button's. */
public final class ActionRow extends HBox {
    private final Runnable go;

    public ActionRow(Node icon, String words, Runnable go) {
        this.go = go;
        var sentence = Layout.words(words);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(icon, sentence, Icons.of(Feather.CHEVRON_RIGHT, "muted"));
        getStyleClass().add("action-row");
        setAlignment(Pos.CENTER_LEFT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(words);
        setOnMouseClicked(event -> go.run());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                event.consume();
                go.run();
            }
        });
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            go.run();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }
}
