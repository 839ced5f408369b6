package org.echoppe.app.settings;

import java.io.File;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.echoppe.app.fx.Fields;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.KeptKeyboard;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.LongWorkBar;
import org.echoppe.app.fx.Moments;
import org.echoppe.app.fx.Notices;
import org.echoppe.app.fx.Sizes;
import org.echoppe.app.fx.Texts;
import org.echoppe.app.fx.TroubleNotice;
import org.echoppe.node.backup.DailyBackup;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The whole shop in one file: when it was last saved, a button, and where it went. */
final class BackupPart {
    private static final String ENDING = ".echoppe";

    private final MachineModel machine;
    private final BackupModel model;
    private final Notices notices;
    private final Texts texts;
    private final Texts ground;
    private final Clock clock;
    private final Moments moments;

    BackupPart(MachineModel machine, Notices notices, Texts texts, Texts ground, Clock clock) {
        this.machine = machine;
        this.notices = notices;
        this.model = machine.backup();
        this.texts = texts;
        this.ground = ground;
        this.clock = clock;
        this.moments = new Moments(ground, clock);
    }

    Node[] build() {
        var last = new VBox();
        Listening.now(last, machine.machineProperty(), known -> {
            if (known != null) {
                last.getChildren().setAll(standing(known.backup()));
            }
        });
        var done = Layout.styled(new VBox(), "gap-s");
        done.setId("backup-done");
        Listening.now(done, model.savedProperty(), saved -> {
            done.getChildren().clear();
            if (saved != null) {
                done.getChildren().addAll(told(saved));
                Layout.revealSoon(done);
            }
        });
        return new Node[] {
            Layout.words(texts.say("backup.meaning"), "muted"),
            last,
            new FlowPane(save()),
            new LongWorkBar(model.work(), ground),
            new TroubleNotice(model.troubleProperty(), texts.language()),
            done,
            daily(),
            Layout.words(texts.say("backup.back"), "muted", "small")
        };
    }

    private Node standing(SettingsDesk.@Nullable Saved last) {
        var words = last == null
                ? Layout.words(texts.say("backup.never"))
                : Layout.words(texts.say("backup.last", moments.ago(last.at()), last.file()));
        boolean doubtful = last == null || moments.isAhead(last.at());
        if (doubtful) {
            words.getStyleClass().addAll("notice", "warn");
        }
        words.setGraphic(doubtful ? Icons.of(Feather.ALERT_TRIANGLE) : Icons.of(Feather.CHECK_CIRCLE, "go"));
        words.setMaxWidth(Double.MAX_VALUE);
        words.setId("backup-last");
        return words;
    }

    private Node daily() {
        var words = Layout.words("", "muted");
        words.setId("backup-daily");
        var choose = KeptKeyboard.at(new Button("", Icons.of(Feather.FOLDER)));
        choose.setId("choose-daily");
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.disableProperty().bind(model.work().sentenceProperty().isNotEmpty());
        choose.setOnAction(event -> chooseFolder());
        var stop = new Button(texts.say("backup.daily.stop"));
        stop.setId("stop-daily");
        stop.setMinWidth(Region.USE_PREF_SIZE);
        stop.disableProperty().bind(model.work().sentenceProperty().isNotEmpty());
        stop.setOnAction(event -> stopDaily());
        Listening.now(words, machine.machineProperty(), known -> {
            var folder = known == null ? null : known.daily();
            words.setText(
                    folder == null
                            ? texts.say("backup.daily.none", DailyBackup.KEPT)
                            : texts.say("backup.daily.on", folder, DailyBackup.KEPT));
            choose.setText(texts.say(folder == null ? "backup.daily.choose" : "backup.daily.change"));
            Fields.present(stop, folder != null);
        });
        return Layout.styled(
                new VBox(
                        Layout.words(texts.say("backup.daily"), "subheading"),
                        words,
                        Layout.styled(new FlowPane(choose, stop), "buttons")),
                "gap");
    }

    private void stopDaily() {
        var known = machine.machineProperty().get();
        var folder = known == null ? null : known.daily();
        if (folder != null) {
            machine.stopDaily(() -> notices.offer(
                    texts.say("backup.daily.stopped"), ground.say("notice.undo"), () -> machine.resumeDaily(folder)));
        }
    }

    private void chooseFolder() {
        var chooser = new DirectoryChooser();
        chooser.setTitle(texts.say("backup.daily"));
        File folder = chooser.showDialog(null);
        if (folder != null) {
            model.saveDaily(folder.toPath(), texts.say("backup.saving"));
        }
    }

    private Button save() {
        var button = KeptKeyboard.at(new Button(texts.say("backup.save"), Icons.of(Feather.SAVE)));
        button.setId("save-backup");
        button.getStyleClass().add("accent");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.disableProperty().bind(model.work().sentenceProperty().isNotEmpty());
        button.setOnAction(event -> choose());
        return button;
    }

    private void choose() {
        var chooser = new FileChooser();
        chooser.setTitle(texts.say("backup.where"));
        chooser.setInitialFileName("echoppe-" + LocalDate.now(clock) + ENDING);
        File file = chooser.showSaveDialog(null);
        if (file != null) {
            model.save(file.toPath(), texts.say("backup.saving"));
        }
    }

    private Node[] told(SettingsDesk.Saved saved) {
        var when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(texts.locale())
                .withZone(clock.getZone())
                .format(saved.at());
        var sentence = texts.say("backup.done", when, saved.file(), new Sizes(ground).say(saved.bytes()));
        var words = Layout.words(sentence, "notice", "good");
        words.setGraphic(Icons.of(Feather.CHECK_CIRCLE, "go"));
        words.setMaxWidth(Double.MAX_VALUE);
        if (!saved.sameDisk()) {
            return new Node[] {words};
        }
        var near = Layout.words(texts.say("backup.sameDisk"), "notice", "warn");
        near.setGraphic(Icons.of(Feather.ALERT_TRIANGLE));
        near.setMaxWidth(Double.MAX_VALUE);
        return new Node[] {words, near};
    }
}
