package org.echoppe.app.fx;

import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.layout.Region;

/** The question asked before what can't be undone. Nothing else is worth a dialog. */
public final class Dialogs {
    private Dialogs() {}

    /** Asks over the window of {@code owner}; returns at once, and calls {@code then} after a yes. */
    public static void confirm(Scene owner, String title, String meaning, String yes, String no, Runnable then) {
        var accept = new ButtonType(yes, ButtonBar.ButtonData.OK_DONE);
        var refuse = new ButtonType(no, ButtonBar.ButtonData.CANCEL_CLOSE);
        var question = new Alert(Alert.AlertType.NONE, meaning, refuse, accept);
        question.initOwner(owner.getWindow());
        question.setTitle(title);
        var pane = question.getDialogPane();
        pane.getStylesheets().setAll(owner.getStylesheets());
        pane.getScene().setUserAgentStylesheet(owner.getUserAgentStylesheet());
        pane.setMinHeight(Region.USE_PREF_SIZE);
        pane.getStyleClass().add("question");
        if (pane.lookupButton(accept) instanceof Button button) {
            button.setId("confirm");
        }
        question.resultProperty().addListener((property, before, answer) -> {
            if (answer == accept) {
                then.run();
            }
        });
        question.show();
    }
}
