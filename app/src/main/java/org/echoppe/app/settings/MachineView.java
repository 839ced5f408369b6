package org.echoppe.app.settings;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.echoppe.app.fx.BusyBar;
import org.echoppe.app.fx.Dialogs;
import org.echoppe.app.fx.Fields;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.KeptKeyboard;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Notices;
import org.echoppe.app.fx.Texts;
import org.echoppe.app.fx.TroubleNotice;
import org.kordamp.ikonli.feather.Feather;

/** The part of the settings that is about this computer: ports, visibility, start, export, help, licences. */
final class MachineView {
    private final MachineModel model;
    private final Notices notices;
    private final Texts texts;
    private final Texts ground;
    private final Clock clock;
    private final Consumer<String> browse;
    /** What was pressed last: it has the keyboard again once the answer is drawn. */
    private String pressed = "";

    /** @param browse opens a folder or an address */
    MachineView(MachineModel model, Notices notices, Texts texts, Texts ground, Clock clock, Consumer<String> browse) {
        this.model = model;
        this.notices = notices;
        this.texts = texts;
        this.ground = ground;
        this.clock = clock;
        this.browse = browse;
    }

    /** What goes wrong and what takes its time, wherever one scrolled to. */
    List<Node> above() {
        return List.of(
                new TroubleNotice(model.troubleProperty(), texts.language()),
                new BusyBar(model.busyProperty(), ground));
    }

    List<Node> build() {
        model.refresh();
        return List.of(
                group("backup", new BackupPart(model, notices, texts, ground, clock).build()),
                group("network", network(), ports()),
                group("start", autostart()),
                group("data", export()),
                group("help", help()),
                group("about", about()));
    }

    private Node group(String key, Node... parts) {
        var box = Layout.styled(new VBox(Layout.words(texts.say("settings." + key), "strong")), "gap");
        box.getChildren().addAll(parts);
        box.setId("settings-" + key);
        return box;
    }

    private Node network() {
        var box = Layout.styled(new VBox(), "gap");
        Listening.now(box, model.machineProperty(), machine -> {
            if (machine == null) {
                return;
            }
            box.getChildren().setAll(visibility(machine), announced(machine));
            box.lookupAll(".check-box").stream()
                    .filter(one -> pressed.equals(one.getId()))
                    .forEach(Layout::focus);
            pressed = "";
            if (!machine.webAddress().isEmpty()) {
                box.getChildren().add(Layout.words(texts.say("machine.web", machine.webAddress()), "muted"));
                box.getChildren().add(Layout.words(texts.say("machine.peer", machine.peerAddress()), "muted"));
            }
            if (machine.moved()) {
                var moved = Layout.words(texts.say("machine.moved"), "notice", "warn");
                moved.setGraphic(Icons.of(Feather.ALERT_TRIANGLE));
                box.getChildren().add(moved);
            }
        });
        return box;
    }

    private Node visibility(SettingsDesk.Machine machine) {
        var visible = new CheckBox(texts.say("machine.visible"));
        visible.setId("visible-to-others");
        visible.setSelected(machine.visible());
        visible.disableProperty().bind(model.busyProperty());
        visible.setOnAction(event -> {
            pressed = visible.getId();
            if (!visible.isSelected()) {
                model.show(false);
                return;
            }
            visible.setSelected(false);
            Dialogs.confirm(
                    visible.getScene(),
                    texts.say("machine.visible"),
                    texts.say("machine.visible.meaning"),
                    texts.say("machine.visible.yes"),
                    ground.say("dialog.cancel"),
                    () -> model.show(true));
        });
        return visible;
    }

    private Node announced(SettingsDesk.Machine machine) {
        var announced = new CheckBox(texts.say("machine.announced"));
        announced.setId("announced");
        announced.setWrapText(true);
        announced.setSelected(machine.announced() && machine.visible());
        announced.setOnAction(event -> {
            pressed = announced.getId();
            model.announce(announced.isSelected());
        });
        announced.disableProperty().bind(model.busyProperty().or(new SimpleBooleanProperty(!machine.visible())));
        var meaning = machine.visible() ? "machine.announced.meaning" : "machine.announced.hidden";
        return Layout.styled(new VBox(announced, Layout.words(texts.say(meaning), "muted", "small")), "gap-s");
    }

    private Node ports() {
        var fields = new Fields(model.ports(), texts);
        var save = KeptKeyboard.at(new Button(texts.say("machine.ports.save")));
        save.setId("save-ports");
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.disableProperty()
                .bind(model.busyProperty().or(model.ports().changedProperty().not()));
        save.setOnAction(event -> model.savePorts(() -> notices.say(texts.say("machine.ports.saved"))));
        var box = Layout.styled(
                new VBox(
                        Fields.row(fields.line("web-port"), fields.line("peer-port")),
                        Layout.words(texts.say("machine.ports.meaning"), "muted", "small"),
                        new HBox(save)),
                "gap",
                "ports");
        Listening.now(box, model.ports().refusalsProperty(), count -> fields.focusFirstWrong());
        return box;
    }

    private Node autostart() {
        var box = new VBox();
        Listening.now(box, model.machineProperty(), machine -> {
            if (machine == null) {
                return;
            }
            var on = machine.autostart();
            if (on == null) {
                box.getChildren().setAll(Layout.words(texts.say("machine.autostart.not"), "muted"));
                return;
            }
            var start = new CheckBox(texts.say("machine.autostart"));
            start.setId("autostart");
            start.setSelected(on);
            start.disableProperty().bind(model.busyProperty());
            start.setOnAction(event -> model.autostart(start.isSelected()));
            box.getChildren().setAll(start);
        });
        return box;
    }

    private Node export() {
        var products = button("export.csv", Feather.DOWNLOAD, () -> export("csv"));
        var published = button("export.car", Feather.ARCHIVE, () -> export("car"));
        var home = button("home", Feather.FOLDER, () -> openFolder(SettingsDesk.Machine::home));
        return Layout.styled(
                new VBox(
                        Layout.words(texts.say("machine.export.meaning"), "muted"),
                        Layout.styled(new FlowPane(products, published, home), "buttons")),
                "gap");
    }

    private void export(String ending) {
        var chooser = new FileChooser();
        chooser.setTitle(texts.say("machine.export." + ending));
        chooser.setInitialFileName("echoppe." + ending);
        var file = chooser.showSaveDialog(null);
        if (file != null) {
            model.export(file.toPath(), saved -> notices.say(texts.say("machine.exported", saved.getFileName())));
        }
    }

    private void openFolder(java.util.function.Function<SettingsDesk.Machine, Path> folder) {
        var machine = model.machineProperty().get();
        if (machine != null) {
            browse.accept(MachineModel.url(folder.apply(machine)));
        }
    }

    private Node help() {
        var copy = button(
                "details",
                Feather.COPY,
                () -> model.details(text -> {
                    var content = new ClipboardContent();
                    content.putString(text);
                    Clipboard.getSystemClipboard().setContent(content);
                    notices.say(texts.say("machine.details.copied"));
                }));
        var logs = button("logs", Feather.FILE_TEXT, () -> openFolder(SettingsDesk.Machine::logs));
        return Layout.styled(
                new VBox(
                        Layout.words(texts.say("machine.details.meaning"), "muted"),
                        Layout.styled(new FlowPane(copy, logs), "buttons"),
                        Layout.words(texts.say("settings.about.keys"), "muted")),
                "gap");
    }

    private Node about() {
        var list = Layout.words(texts.say("machine.licences.list"), "muted", "small");
        Fields.present(list, false);
        var licences = new ToggleButton(texts.say("machine.licences"));
        licences.setId("licences");
        licences.getStyleClass().add("chip");
        licences.setMinWidth(Region.USE_PREF_SIZE);
        licences.setOnAction(event -> Fields.present(list, licences.isSelected()));
        return Layout.styled(new VBox(Layout.words(texts.say("machine.about"), "muted"), licences, list), "gap");
    }

    private Button button(String key, Feather icon, Runnable work) {
        var button = KeptKeyboard.at(new Button(texts.say("machine." + key), Icons.of(icon)));
        button.setId("machine-" + key.replace('.', '-'));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.disableProperty().bind(model.busyProperty());
        button.setOnAction(event -> work.run());
        return button;
    }
}
