package org.echoppe.app.fx;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Notices as they look: one line in the place of the status line, gone after a while. */
public final class NoticeBar extends StackPane {
    private static final Duration SHOWN_FOR = Duration.seconds(10);

    private final Notices notices;
    private final Texts texts;
    private final PauseTransition end = new PauseTransition(SHOWN_FOR);

    public NoticeBar(Notices notices, Texts texts) {
        this.notices = notices;
        this.texts = texts;
        setPickOnBounds(false);
        setAlignment(Pos.CENTER);
        getStyleClass().add("notices");
        end.setOnFinished(event -> notices.dismiss());
        Listening.now(this, notices.shownProperty(), this::show);
    }

    private void show(Notices.@Nullable Notice notice) {
        end.stop();
        getChildren().clear();
        if (notice == null) {
            return;
        }
        var sentence = new Label(notice.sentence());
        sentence.setWrapText(true);
        var toast = new HBox(sentence);
        toast.getStyleClass().add("toast");
        toast.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        if (notice.action() != null) {
            var undo = new Button(notice.word());
            undo.setId("undo");
            undo.setMinWidth(Region.USE_PREF_SIZE);
            undo.setOnAction(event -> notices.act());
            toast.getChildren().add(undo);
        }
        var close = new Button(null, Icons.of(Feather.X));
        close.getStyleClass().add("icon-only");
        close.setAccessibleText(texts.say("notice.close"));
        close.setOnAction(event -> notices.dismiss());
        toast.getChildren().add(close);
        getChildren().add(toast);
        end.playFromStart();
    }
}
