package org.echoppe.app.welcome;

import java.io.File;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.echoppe.app.fx.BusyBar;
import org.echoppe.app.fx.Fields;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Mark;
import org.echoppe.app.fx.StatePane;
import org.echoppe.app.fx.Texts;
import org.echoppe.app.fx.TroubleNotice;
import org.echoppe.domain.Language;
import org.kordamp.ikonli.feather.Feather;

/** How a shop comes back, as it looks: a file, what opens it, and what to know before going on. */
public final class RestoreView {
    private static final int SHEET_ROWS = 3;

    private final RestoreModel model;
    private final Texts texts;
    private final Clock clock;
    private final Fields fields;

    public RestoreView(RestoreModel model, Language language, Clock clock) {
        this.model = model;
        this.texts = Texts.of(RestoreView.class, language);
        this.clock = clock;
        this.fields = new Fields(model.form(), texts);
    }

    public Parent build() {
        var frame = new BorderPane();
        Listening.now(frame, model.restoredProperty(), moment -> {
            if (moment == null) {
                show(frame, asking(), askingFoot());
                fields.focus("file");
            } else {
                show(frame, restored(moment), restoredFoot());
            }
        });
        Listening.now(frame, model.form().refusalsProperty(), count -> fields.focusFirstWrong());
        return frame;
    }

    private static void show(BorderPane frame, VBox column, HBox foot) {
        var scroll = new ScrollPane(WelcomeView.middle(column));
        scroll.setFitToWidth(true);
        frame.setCenter(scroll);
        frame.setBottom(WelcomeView.middle(foot));
    }

    private static Node head() {
        var name = Layout.styled(new Label("Échoppe"), "heading", "serif");
        var head = Layout.styled(new HBox(Mark.awning(2.6), name), "gap-m");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private VBox asking() {
        return new VBox(
                head(),
                Layout.words(texts.say("restore.title"), "title"),
                Layout.words(texts.say("restore.lead"), "muted"),
                new TroubleNotice(model.troubleProperty(), texts.language()),
                new BusyBar(model.busyProperty(), Texts.of(StatePane.class, texts.language())),
                fields.above(),
                file(),
                Layout.words(texts.say("restore.means"), "strong"),
                means());
    }

    private Node file() {
        var line = fields.line("file");
        HBox.setHgrow(line, Priority.ALWAYS);
        var choose = new Button(texts.say("restore.choose"), Icons.of(Feather.FOLDER));
        choose.setId("choose-backup");
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setOnAction(event -> choose());
        return Layout.styled(new VBox(line, new HBox(choose)), "gap-s");
    }

    private void choose() {
        var chooser = new FileChooser();
        chooser.setTitle(texts.say("restore.choose"));
        File file = chooser.showOpenDialog(null);
        if (file != null) {
            model.form().text("file").set(file.getPath());
        }
    }

    private Node means() {
        var group = new ToggleGroup();
        var box = Layout.styled(new VBox(), "gap");
        for (var means : model.means()) {
            var name = means.name().toLowerCase(Locale.ROOT);
            var radio = new RadioButton(texts.say("restore." + name));
            radio.setId("means-" + name);
            radio.setToggleGroup(group);
            radio.setWrapText(true);
            radio.setSelected(means == model.chosenProperty().get());
            radio.selectedProperty().addListener((property, before, now) -> {
                if (now) {
                    model.chosenProperty().set(means);
                }
            });
            box.getChildren().add(radio);
            var input = switch (means) {
                case SHEET -> fields.area(name, SHEET_ROWS);
                case PHRASE -> fields.line(name, new PasswordField());
                case HERE -> Layout.words(texts.say("restore.here.meaning"), "muted", "small");
            };
            Listening.now(radio, model.chosenProperty(), chosen -> Fields.present(input, chosen == means));
            box.getChildren().add(input);
        }
        return box;
    }

    private HBox askingFoot() {
        var back = new Button(texts.say("welcome.back"));
        back.setId("back");
        back.disableProperty().bind(model.busyProperty());
        back.setOnAction(event -> model.back());
        var go = new Button();
        go.setId("restore");
        go.setDefaultButton(true);
        go.setMinWidth(Region.USE_PREF_SIZE);
        go.textProperty()
                .bind(Bindings.when(model.busyProperty())
                        .then(texts.say("restore.going"))
                        .otherwise(texts.say("restore.go")));
        go.disableProperty().bind(model.busyProperty());
        go.setOnAction(event -> model.restore());
        return foot(back, go);
    }

    private static HBox foot(Button... buttons) {
        var foot = Layout.styled(new HBox(Layout.space()), "gap-m");
        foot.getChildren().addAll(buttons);
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private VBox restored(Instant moment) {
        var when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(texts.locale())
                .withZone(clock.getZone())
                .format(moment);
        var back = Layout.words(texts.say("restore.done", when), "notice", "good");
        back.setGraphic(Icons.of(Feather.CHECK_CIRCLE, "go"));
        back.setMaxWidth(Double.MAX_VALUE);
        var since = Layout.words(texts.say("restore.since"), "notice", "warn");
        since.setGraphic(Icons.of(Feather.ALERT_TRIANGLE));
        since.setMaxWidth(Double.MAX_VALUE);
        return new VBox(
                head(),
                Layout.words(texts.say("restore.done.title"), "title"),
                back,
                since,
                Layout.words(texts.say("restore.once")),
                Layout.words(texts.say("restore.erased"), "muted"));
    }

    private HBox restoredFoot() {
        var open = new Button(texts.say("welcome.open"));
        open.setId("open-restored");
        open.setDefaultButton(true);
        open.setOnAction(event -> model.open());
        Layout.focus(open);
        return foot(open);
    }
}
