package org.echoppe.app.welcome;

import java.util.Currency;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.Fields;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Mark;
import org.echoppe.app.fx.Texts;
import org.echoppe.app.fx.TroubleNotice;
import org.echoppe.domain.Language;
import org.kordamp.ikonli.feather.Feather;

/** The first start as it looks: one column, two short steps. */
public final class WelcomeView {
    private final WelcomeModel model;
    private final Texts texts;
    private final Consumer<Language> speak;
    private final Runnable restore;
    private final Fields fields;

    /**
     * @param speak changes the window's language
     * @param restore leads to bringing a shop back from its backup
     */
    public WelcomeView(WelcomeModel model, Language language, Consumer<Language> speak, Runnable restore) {
        this.model = model;
        this.texts = Texts.of(WelcomeView.class, language);
        this.speak = speak;
        this.restore = restore;
        this.fields = new Fields(model.form(), texts);
        model.speak(language);
    }

    public Parent build() {
        var frame = new BorderPane();
        var stage = new StackPane();
        var shop = shopStep();
        var visibility = visibilityStep();
        Listening.now(frame, model.stepProperty(), step -> {
            var shown = step == WelcomeModel.Step.SHOP ? shop : visibility;
            stage.getChildren().setAll(shown.body);
            frame.setBottom(middle(shown.foot));
            shown.focus.run();
        });
        Listening.now(frame, model.form().refusalsProperty(), count -> fields.focusFirstWrong());
        var trouble = new TroubleNotice(model.troubleProperty(), texts.language());
        var scroll = new ScrollPane(middle(new VBox(head(), trouble, stage)));
        scroll.setFitToWidth(true);
        frame.setCenter(scroll);
        return frame;
    }

    static StackPane middle(Pane column) {
        column.getStyleClass().addAll("welcome", "gap-l");
        column.setMaxWidth(Region.USE_PREF_SIZE);
        var middle = new StackPane(column);
        StackPane.setAlignment(column, Pos.TOP_CENTER);
        return middle;
    }

    private Node head() {
        var name = new Label("Échoppe");
        name.getStyleClass().addAll("heading", "serif");
        var head = new HBox(Mark.awning(2.6), name, Layout.space(), languages());
        head.getStyleClass().add("gap-m");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node languages() {
        var group = new ToggleGroup();
        var box = new HBox();
        box.getStyleClass().add("gap-s");
        for (Language language : Language.values()) {
            var button = new RadioButton(language.ownName());
            button.setToggleGroup(group);
            button.setSelected(language == texts.language());
            button.setOnAction(event -> speak.accept(language));
            box.getChildren().add(button);
        }
        box.getStyleClass().add("languages");
        box.setAlignment(Pos.CENTER_RIGHT);
        return box;
    }

    /** One step: what scrolls, the buttons that never do, and where the keyboard begins. */
    private record Step(VBox body, HBox foot, Runnable focus) {}

    private Step shopStep() {
        var open = new Button(texts.say("welcome.next"));
        open.setId("next");
        open.setDefaultButton(true);
        open.disableProperty().bind(model.busyProperty());
        open.setOnAction(event -> model.next(texts.language()));
        var backup = new Button(texts.say("welcome.backup"), Icons.of(Feather.ROTATE_CCW));
        backup.setId("have-backup");
        backup.setMinWidth(Region.USE_PREF_SIZE);
        backup.disableProperty().bind(model.busyProperty());
        backup.setOnAction(event -> restore.run());
        return step(
                texts.say("welcome.title"),
                texts.say("welcome.lead"),
                texts.say("welcome.step", 1, 2),
                List.of(
                        fields.above(),
                        fields.line("name"),
                        Fields.row(fields.line("postal-code"), fields.line("locality"), country()),
                        Fields.row(
                                fields.choice("currency", WelcomeModel.CURRENCIES, this::currency),
                                fields.suggestion("vat", model.rates()))),
                () -> fields.focus("name"),
                backup,
                open);
    }

    private VBox country() {
        return fields.choice(
                "country",
                WelcomeModel.countries(texts.locale()),
                code -> code.isEmpty() ? texts.say("field.country.other") : WelcomeModel.name(code, texts.locale()));
    }

    private String currency(String code) {
        return texts.maybe("field.currency." + code)
                .orElseGet(() -> Currency.getInstance(code).getDisplayName(texts.locale()) + " (" + code + ")");
    }

    private Step visibilityStep() {
        var group = new ToggleGroup();
        var visible = option(group, "visible", Feather.GLOBE);
        var hidden = option(group, "here", Feather.MONITOR);
        visible.radio.setSelected(model.visibleProperty().get());
        hidden.radio.setSelected(!model.visibleProperty().get());
        visible.radio.selectedProperty().bindBidirectional(model.visibleProperty());
        var warning = Layout.words(texts.say("welcome.copies"), "notice", "warn");
        warning.setGraphic(Icons.of(Feather.INFO));
        warning.setMaxWidth(Double.MAX_VALUE);
        var back = new Button(texts.say("welcome.back"));
        back.setOnAction(event -> model.back());
        var open = new Button(texts.say("welcome.open"));
        open.setId("open");
        open.setDefaultButton(true);
        open.textProperty()
                .bind(Bindings.when(model.busyProperty())
                        .then(texts.say("welcome.opening"))
                        .otherwise(texts.say("welcome.open")));
        open.disableProperty().bind(model.busyProperty());
        open.setOnAction(event -> model.open(texts.language()));
        return step(
                texts.say("welcome.who"),
                texts.say("welcome.who.lead"),
                texts.say("welcome.step", 2, 2),
                List.of(visible.box, hidden.box, warning),
                () -> Layout.focus(visible.radio.isSelected() ? visible.radio : hidden.radio),
                back,
                open);
    }

    private static Step step(
            String title, String lead, String which, List<Node> parts, Runnable focus, Button... buttons) {
        var heading = Layout.words(title, "title");
        var words = Layout.words(lead, "muted");
        var count = new Label(which);
        count.getStyleClass().addAll("muted", "small");
        var foot = new HBox(count, Layout.space());
        foot.getChildren().addAll(buttons);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("gap-m");
        var box = new VBox(heading, words);
        box.getChildren().addAll(parts);
        box.getStyleClass().add("gap-l");
        return new Step(box, foot, focus);
    }

    private record Option(RadioButton radio, VBox box) {}

    private Option option(ToggleGroup group, String key, Feather icon) {
        var radio = new RadioButton(texts.say("welcome." + key));
        radio.setToggleGroup(group);
        radio.setId(key);
        radio.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume(); // a radio button keeps Enter from the default button
                model.open(texts.language());
            }
        });
        radio.getStyleClass().add("strong");
        var meaning = Layout.words(texts.say("welcome." + key + ".meaning"), "muted");
        radio.setAccessibleHelp(meaning.getText());
        var head = new HBox(radio, Layout.space(), Icons.of(icon, "muted"));
        head.setAlignment(Pos.CENTER_LEFT);
        var box = new VBox(head, meaning);
        box.getStyleClass().add("card");
        box.setOnMouseClicked(event -> radio.setSelected(true));
        Listening.now(box, radio.selectedProperty(), chosen -> {
            box.getStyleClass().remove("chosen");
            if (chosen) {
                box.getStyleClass().add("chosen");
            }
        });
        return new Option(radio, box);
    }
}
