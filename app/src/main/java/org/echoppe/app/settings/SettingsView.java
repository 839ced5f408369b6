package org.echoppe.app.settings;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Look;
import org.echoppe.app.fx.Texts;
import org.echoppe.domain.Language;

/** The settings screen as it looks. Every choice works at once; there is nothing to save. */
public final class SettingsView {
    private static final int[] SIZES = {100, 125, 150, 175, 200};

    private final SettingsModel model;
    private final Texts texts;

    public SettingsView(SettingsModel model) {
        this.model = model;
        this.texts = Texts.of(SettingsView.class, model.lookProperty().get().language());
    }

    public Parent build() {
        var scroll = new ScrollPane(Layout.styled(
                new VBox(
                        group("language", languages()),
                        group("brightness", brightness()),
                        group("text", sizes()),
                        about()),
                "gap-l",
                "settings"));
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return Layout.styled(
                new VBox(Layout.styled(new Label(texts.say("settings.title")), "title"), scroll), "screen");
    }

    private Node group(String key, HBox choices) {
        var title = Layout.styled(new Label(texts.say("settings." + key)), "strong");
        return Layout.styled(new VBox(title, Layout.styled(choices, "gap-l")), "gap");
    }

    private HBox languages() {
        var group = new ToggleGroup();
        var row = new HBox();
        for (var language : Language.values()) {
            row.getChildren()
                    .add(choice(
                            group,
                            "language-" + language.code(),
                            language.ownName(),
                            look().language() == language,
                            () -> model.speak(language)));
        }
        return row;
    }

    private HBox brightness() {
        var group = new ToggleGroup();
        var row = new HBox();
        for (var brightness : Look.Brightness.values()) {
            String name = brightness.name().toLowerCase(Locale.ROOT);
            row.getChildren()
                    .add(choice(
                            group,
                            "brightness-" + name,
                            texts.say("settings.brightness." + name),
                            look().brightness() == brightness,
                            () -> model.shine(brightness)));
        }
        return row;
    }

    private HBox sizes() {
        var group = new ToggleGroup();
        var row = new HBox();
        for (int size : SIZES) {
            row.getChildren()
                    .add(choice(
                            group,
                            "text-" + size,
                            texts.say("settings.text.percent", size),
                            look().textPercent() == size,
                            () -> model.size(size)));
        }
        return row;
    }

    private Node about() {
        return Layout.styled(
                new VBox(
                        Layout.styled(new Label(texts.say("settings.about")), "strong"),
                        Layout.words(texts.say("settings.about.home", model.home()), "muted"),
                        Layout.words(texts.say("settings.about.keys"), "muted")),
                "gap");
    }

    private static RadioButton choice(ToggleGroup group, String id, String word, boolean chosen, Runnable choose) {
        var button = new RadioButton(word);
        button.setId(id);
        button.setToggleGroup(group);
        button.setSelected(chosen);
        button.setMinWidth(Region.USE_PREF_SIZE);
        // by keyboard the arrows choose, by mouse a click does: both end here
        button.selectedProperty().addListener((property, before, now) -> {
            if (now) {
                choose.run();
            }
        });
        return button;
    }

    private Look look() {
        return model.lookProperty().get();
    }
}
