package org.echoppe.app.fx;

import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** Shows one of a screen's four faces: empty, loading, trouble, full. */
public final class StatePane extends StackPane {
    /** A wait shorter than this is not worth a word. */
    public static final Duration PATIENCE = Duration.millis(300);

    private final Texts texts;
    private final Node full;
    private final Supplier<Node> empty;
    private final Runnable retry;
    private final PauseTransition patience = new PauseTransition(PATIENCE);

    /** @param retry what the button of the trouble face does */
    public StatePane(ObservableValue<ScreenState> state, Texts texts, Node full, Supplier<Node> empty, Runnable retry) {
        this.texts = texts;
        this.full = full;
        this.empty = empty;
        this.retry = retry;
        patience.setOnFinished(event -> getChildren().setAll(scrolled(loading())));
        Listening.now(this, state, this::show);
    }

    private void show(ScreenState state) {
        patience.stop();
        switch (state) {
            case ScreenState.Loading() -> patience.playFromStart();
            case ScreenState.Empty() -> getChildren().setAll(scrolled(empty.get()));
            case ScreenState.Failed(var trouble) -> getChildren().setAll(scrolled(trouble(trouble)));
            case ScreenState.Full() -> getChildren().setAll(full);
        }
    }

    private Node loading() {
        var bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setAccessibleText(texts.say("state.loading"));
        return face(new Label(texts.say("state.loading")), bar);
    }

    private Node trouble(Trouble trouble) {
        var sentence = Layout.words(trouble.sentence(texts.language()));
        var again = new Button(texts.say("state.again"));
        again.setOnAction(event -> retry.run());
        return face(Icons.of(Feather.ALERT_TRIANGLE, "wrong", "big-icon"), sentence, again);
    }

    /** In the middle of what room there is; where there is too little, one scrolls. */
    public static ScrollPane scrolled(Node face) {
        var scroll = Layout.styled(new ScrollPane(face), "edge-to-edge");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        return scroll;
    }

    /** An icon or picture, words, and what to do, in the middle. */
    public static VBox face(Node... parts) {
        var face = new VBox(parts);
        face.getStyleClass().add("empty");
        return face;
    }
}
