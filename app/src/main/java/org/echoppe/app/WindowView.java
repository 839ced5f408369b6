package org.echoppe.app;

import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Mark;
import org.echoppe.app.fx.StatePane;
import org.echoppe.app.fx.Texts;
import org.echoppe.app.fx.Trouble;
import org.echoppe.app.welcome.RestoreView;
import org.echoppe.app.welcome.WelcomeView;
import org.kordamp.ikonli.feather.Feather;

/** The whole window as it looks: drawn anew when its phase, its language or the text size changes. */
final class WindowView {
    private final WindowModel model;
    private final Runnable quit;
    private final Consumer<String> browse;
    private final StackPane root = new StackPane();

    /** @param browse opens an address in the browser */
    WindowView(WindowModel model, Runnable quit, Consumer<String> browse) {
        this.model = model;
        this.quit = quit;
        this.browse = browse;
    }

    Parent build() {
        Listening.now(root, model.phaseProperty(), phase -> draw());
        model.settings().lookProperty().addListener((property, before, now) -> {
            if (before.language() != now.language()) {
                draw();
            }
        });
        return root;
    }

    private void draw() {
        var language = model.settings().lookProperty().get().language();
        var texts = Texts.of(WindowView.class, language);
        Node face = switch (model.phaseProperty().get()) {
            case WindowModel.Phase.Opening() -> waiting(texts.say("opening"));
            case WindowModel.Phase.Closing() -> waiting(texts.say("closing"));
            case WindowModel.Phase.Refused(var trouble) -> refused(trouble, texts);
            case WindowModel.Phase.Occupied() -> occupied(texts);
            case WindowModel.Phase.Welcome(var welcome) ->
                new WelcomeView(welcome, language, model.settings()::speak, model::restore).build();
            case WindowModel.Phase.Restoring(var restoring) ->
                new RestoreView(restoring, language, model.clock()).build();
            case WindowModel.Phase.Open(var main) -> new MainView(main, model.settings(), browse).build();
        };
        root.getChildren().setAll(face);
    }

    /** The mark at once, words and a bar only when it takes long enough to wonder. */
    private static Node waiting(String sentence) {
        var face = StatePane.face(Mark.awning(6));
        var patience = new PauseTransition(StatePane.PATIENCE);
        patience.setOnFinished(event -> {
            var bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
            bar.setAccessibleText(sentence);
            face.getChildren().addAll(Layout.words(sentence, "muted"), bar);
        });
        patience.play();
        return face;
    }

    private Node occupied(Texts texts) {
        var over = new Button(texts.say("occupied.takeOver"));
        over.setId("take-over");
        over.setDefaultButton(true);
        over.setOnAction(event -> model.takeOver());
        var buttons = Layout.styled(new HBox(leave(texts), over), "gap-m");
        buttons.setAlignment(javafx.geometry.Pos.CENTER);
        return StatePane.face(
                Mark.awning(6),
                Layout.words(texts.say("occupied.title"), "heading", "serif"),
                Layout.words(texts.say("occupied.lead")),
                Layout.words(texts.say("occupied.choice"), "muted"),
                buttons);
    }

    private Button leave(Texts texts) {
        var leave = new Button(texts.say("refused.quit"));
        leave.setId("quit");
        leave.setOnAction(event -> quit.run());
        return leave;
    }

    private Node refused(Trouble trouble, Texts texts) {
        var again = new Button(texts.say("refused.again"));
        again.setId("again");
        again.setDefaultButton(true);
        again.setOnAction(event -> model.open());
        var buttons = Layout.styled(new HBox(leave(texts), again), "gap-m");
        if (WindowModel.isRestorable(trouble)) {
            var restore = new Button(texts.say("refused.restore"));
            restore.setId("have-backup");
            restore.setOnAction(event -> model.restore());
            buttons.getChildren().add(1, restore);
        }
        buttons.setAlignment(javafx.geometry.Pos.CENTER);
        return StatePane.face(
                Icons.of(Feather.ALERT_TRIANGLE, "wrong", "big-icon"),
                Layout.words(texts.say("refused.title"), "heading", "serif"),
                Layout.words(trouble.sentence(texts.language())),
                buttons);
    }
}
