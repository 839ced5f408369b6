package org.echoppe.app.fx;

import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Says that something is being done whose end nobody knows, once it takes long enough to wonder. */
public final class BusyBar extends HBox {
    public BusyBar(ObservableValue<Boolean> busy, Texts ground) {
        Layout.styled(this, "long-work", "gap-m");
        setId("busy");
        setAlignment(Pos.CENTER_LEFT);
        var words = new Label(ground.say("state.loading"));
        words.setMinWidth(Region.USE_PREF_SIZE);
        var bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(words.getText());
        HBox.setHgrow(bar, Priority.ALWAYS);
        getChildren().addAll(words, bar);
        var patience = new PauseTransition(LongWorkBar.PATIENCE);
        patience.setOnFinished(event -> Fields.present(this, busy.getValue()));
        Listening.now(this, busy, now -> {
            if (now) {
                patience.playFromStart();
            } else {
                patience.stop();
                Fields.present(this, false);
            }
        });
        Fields.present(this, false);
    }
}
