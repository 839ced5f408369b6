package org.echoppe.app;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.echoppe.app.fx.Fields;
import org.echoppe.app.fx.Moments;
import org.echoppe.app.fx.Texts;
import org.echoppe.domain.Rejected;

/** The line at the foot of the window. It says what is, never what one would like. */
final class StatusLine extends HBox {
    private static final Duration BEAT = Duration.seconds(1);

    private final StatusModel model;
    private final Texts texts;
    private final Moments moments;
    private final Region dot = new Region();
    private final Label words = new Label();
    /** When the shop was last saved: said where there is room for it. */
    private final Label backup = new Label();

    StatusLine(StatusModel model, Texts texts, Moments moments) {
        this.model = model;
        this.texts = texts;
        this.moments = moments;
        getStyleClass().add("status");
        words.setId("status");
        getChildren().addAll(dot, words, backup);
        var beat = new Timeline(new KeyFrame(BEAT, event -> {
            show();
            model.refresh();
        }));
        beat.setCycleCount(Animation.INDEFINITE);
        sceneProperty().addListener((property, before, now) -> {
            if (now == null) {
                beat.stop();
            } else {
                show();
                model.refresh();
                beat.play();
            }
        });
        org.echoppe.app.fx.Listening.now(this, model.knownProperty(), known -> show());
    }

    @Override
    protected void layoutChildren() {
        double taken = snappedLeftInset() + snappedRightInset() + dot.prefWidth(-1) + 2 * getSpacing();
        boolean fits = taken + words.prefWidth(-1) + backup.prefWidth(-1) <= getWidth();
        if (fits != backup.isManaged()) {
            Fields.present(backup, fits);
        }
        super.layoutChildren();
    }

    private void show() {
        var known = model.knownProperty().get();
        var trouble = known.trouble();
        var status = known.status();
        backup.setText("");
        if (trouble != null) {
            say("wrong", texts.say("status.silent") + " " + trouble.sentence(texts.language()));
        } else if (status == null) {
            say("wait", texts.say("status.starting"));
        } else if (!status.problems().isEmpty()) {
            say(
                    "wrong",
                    new Rejected(status.problems()).sentences(texts.language()).replace('\n', ' '));
        } else {
            say(status.syncing() || status.waiting() ? "wait" : "good", sentence(status));
            if (status.lastBackup() != null) {
                backup.setText("· " + texts.say("status.lastBackup", moments.ago(status.lastBackup())));
            }
        }
    }

    private String sentence(ShopStatus status) {
        List<String> parts = new ArrayList<>();
        if (status.syncing()) {
            parts.add(texts.say("status.syncing"));
        } else if (status.waiting()) {
            parts.add(texts.say("status.waiting"));
        } else {
            parts.add(texts.say("status.upToDate"));
        }
        if (status.onlyHere()) {
            parts.add(texts.say("status.onlyHere"));
        }
        parts.add(texts.say("status.shops", status.shops()));
        if (status.away() > 0) {
            parts.add(texts.say("status.away", status.away()));
        }
        if (status.lastExchange() != null) {
            parts.add(texts.say("status.lastExchange", moments.ago(status.lastExchange())));
        }
        return String.join(" · ", parts);
    }

    private void say(String colour, String sentence) {
        dot.getStyleClass().setAll("state-dot", colour);
        if (!sentence.equals(words.getText())) {
            words.setText(sentence);
            words.setTooltip(new Tooltip(sentence));
        }
    }
}
