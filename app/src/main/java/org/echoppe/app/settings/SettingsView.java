package org.echoppe.app.settings;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Look;
import org.echoppe.app.fx.Notices;
import org.echoppe.app.fx.StatePane;
import org.echoppe.app.fx.Texts;
import org.echoppe.domain.Language;

/** The settings screen as it looks. Every choice works at once; there is nothing to save. */
public final class SettingsView {
    /** Its parts, by the names under which they are found. */
    public static final List<String> GROUPS =
            List.of("language", "brightness", "text", "backup", "network", "start", "data", "help", "about");

    private static final int[] SIZES = {100, 125, 150, 175, 200};

    private final SettingsModel model;
    private final Texts texts;
    private final MachineView machine;
    private final MachineModel computer;

    /** @param browse opens a folder or an address */
    public SettingsView(
            SettingsModel model, MachineModel machine, Notices notices, Clock clock, Consumer<String> browse) {
        this.model = model;
        this.computer = machine;
        var language = model.lookProperty().get().language();
        this.texts = Texts.of(SettingsView.class, language);
        this.machine = new MachineView(machine, notices, texts, Texts.of(StatePane.class, language), clock, browse);
    }

    public Parent build() {
        var groups = Layout.styled(
                new VBox(group("language", languages()), group("brightness", brightness()), group("text", sizes())),
                "gap-l",
                "settings");
        groups.getChildren().addAll(machine.build());
        var scroll = new ScrollPane(groups);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var screen = Layout.styled(new VBox(Layout.styled(new Label(texts.say("settings.title")), "title")), "screen");
        screen.getChildren().addAll(machine.above());
        screen.getChildren().add(scroll);
        Listening.now(screen, model.soughtProperty(), key -> bring(groups));
        // what depends on this computer is drawn when it is known
        Listening.now(screen, computer.machineProperty(), known -> bring(groups));
        return screen;
    }

    /** Puts the keyboard where the setting that was looked for is chosen. */
    private void bring(VBox groups) {
        Platform.runLater(() -> {
            var group = groups.lookup("#settings-" + model.soughtProperty().get());
            if (group == null || group.getScene() == null) {
                return;
            }
            group.lookupAll("*").stream()
                    .filter(node -> node instanceof Control && node.isFocusTraversable() && !node.isDisabled())
                    .min(Comparator.comparing(node -> !(node instanceof RadioButton choice && choice.isSelected())))
                    .ifPresent(node -> {
                        model.soughtProperty().set("");
                        node.requestFocus();
                        Layout.top(group);
                    });
        });
    }

    private Node group(String key, FlowPane choices) {
        var title = Layout.styled(new Label(texts.say("settings." + key)), "strong");
        var box = Layout.styled(new VBox(title, Layout.styled(choices, "choices")), "gap");
        box.setId("settings-" + key);
        return box;
    }

    private FlowPane languages() {
        var group = new ToggleGroup();
        var row = new FlowPane();
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

    private FlowPane brightness() {
        var group = new ToggleGroup();
        var row = new FlowPane();
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

    private FlowPane sizes() {
        var group = new ToggleGroup();
        var row = new FlowPane();
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
