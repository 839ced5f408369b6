package org.echoppe.app.fx;

import javafx.animation.TranslateTransition;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** Details that slide in beside a list: a title, what scrolls, and what to do at the foot. Esc closes it. */
public final class Sheet extends BorderPane {
    private static final Duration SLIDE = Duration.millis(120);
    private static final double FROM_RIGHT = 40;

    private final Runnable close;

    public Sheet(String title, Node content, Runnable close, Texts ground, Node... foot) {
        this.close = close;
        getStyleClass().add("sheet");
        var heading = new Label(title);
        heading.getStyleClass().addAll("heading", "serif");
        heading.setWrapText(true);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var cross = new Button(null, Icons.of(Feather.X));
        cross.getStyleClass().addAll("flat", "icon-only");
        cross.setAccessibleText(ground.say("sheet.close"));
        cross.setTooltip(new Tooltip(ground.say("sheet.close")));
        cross.setOnAction(event -> close.run());
        var head = new HBox(heading, space, cross);
        head.getStyleClass().add("sheet-head");
        var body = new VBox(content);
        body.getStyleClass().add("sheet-body");
        var scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setTop(head);
        setCenter(scroll);
        if (foot.length > 0) {
            var bar = new HBox(foot);
            bar.getStyleClass().add("sheet-foot");
            setBottom(bar);
        }
    }

    void close() {
        close.run();
    }

    /** Comes in from the right, unless the system asks for less motion. */
    public void slideIn() {
        if (Platform.getPreferences().isReducedMotion()) {
            return;
        }
        setTranslateX(FROM_RIGHT); // else it stands in its place for one frame
        var slide = new TranslateTransition(SLIDE, this);
        slide.setFromX(FROM_RIGHT);
        slide.setToX(0);
        slide.play();
    }
}
