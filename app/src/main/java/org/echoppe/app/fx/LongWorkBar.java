package org.echoppe.app.fx;

import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** The bar of a long work, once it takes long enough to wonder. */
public final class LongWorkBar extends VBox {
    /** What ends sooner needs no bar. */
    static final Duration PATIENCE = Duration.seconds(1);

    public LongWorkBar(LongWork work, Texts texts) {
        getStyleClass().add("long-work");
        var sentence = Layout.words("", "strong");
        sentence.textProperty().bind(work.sentenceProperty());
        var bar = new ProgressBar();
        bar.progressProperty().bind(work.shareProperty());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.accessibleTextProperty().bind(work.sentenceProperty());
        HBox.setHgrow(bar, Priority.ALWAYS);
        var stop = new Button(texts.say("work.stop"));
        stop.setId("stop-work");
        stop.setMinWidth(Region.USE_PREF_SIZE);
        stop.disableProperty().bind(work.stoppableProperty().not());
        stop.setOnAction(event -> work.stop());
        var row = Layout.styled(new HBox(bar, stop), "gap-m");
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        getChildren().addAll(sentence, row, Layout.words(texts.say("work.safe"), "muted", "small"));
        var patience = new PauseTransition(PATIENCE);
        patience.setOnFinished(event -> Fields.present(this, work.isBusy()));
        Listening.now(this, work.sentenceProperty(), now -> {
            if (now.isEmpty()) {
                patience.stop();
                Fields.present(this, false);
            } else {
                patience.playFromStart();
            }
        });
    }
}
