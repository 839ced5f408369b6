package org.echoppe.app.products;

import java.io.File;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.echoppe.app.fx.Fields;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.StatePane;
import org.echoppe.app.fx.Texts;
import org.echoppe.app.fx.TroubleNotice;
import org.kordamp.ikonli.feather.Feather;

/** The import as it looks: one step at a time, in the place of the list. */
final class ImportView {
    private final ImportModel model;
    private final Texts texts;
    private final Texts ground;
    private final Runnable close;

    ImportView(ImportModel model, Texts texts, Texts ground, Runnable close) {
        this.model = model;
        this.texts = texts;
        this.ground = ground;
        this.close = close;
    }

    Parent build() {
        var body = new StackPane();
        VBox.setVgrow(body, Priority.ALWAYS);
        var screen = Layout.styled(
                new VBox(head(), new TroubleNotice(model.troubleProperty(), texts.language()), elsewhere(), body),
                "screen");
        Listening.now(screen, model.stepProperty(), step -> body.getChildren().setAll(face(step)));
        screen.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && model.stepProperty().get() != ImportModel.Step.RUNNING) {
                event.consume();
                close.run();
            }
        });
        screen.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            var copied = Clipboard.getSystemClipboard();
            boolean waits = model.stepProperty().get() == ImportModel.Step.FILE
                    && !model.busyProperty().get();
            if (event.isShortcutDown() && event.getCode() == KeyCode.V && waits && copied.hasFiles()) {
                event.consume();
                model.read(copied.getFiles().getFirst().toPath());
            }
        });
        return screen;
    }

    private Node face(ImportModel.Step step) {
        return switch (step) {
            case FILE -> StatePane.scrolled(file());
            case COLUMNS -> StatePane.scrolled(new ImportColumnsView(model, texts).build());
            case PREVIEW -> StatePane.scrolled(new ImportPreviewView(model, texts).build());
            case RUNNING -> StatePane.scrolled(running());
            case DONE -> StatePane.scrolled(done());
        };
    }

    private Node head() {
        var title = Layout.styled(new Label(texts.say("import.title")), "title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var where = Layout.styled(new Label(), "muted");
        where.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.say("import.step."
                                + model.stepProperty().get().name().toLowerCase(java.util.Locale.ROOT)),
                        model.stepProperty()));
        var cross = new Button(null, Icons.of(Feather.X));
        cross.getStyleClass().addAll("flat", "icon-only");
        cross.setAccessibleText(ground.say("sheet.close"));
        cross.setTooltip(new Tooltip(ground.say("sheet.close")));
        cross.disableProperty().bind(model.stepProperty().isEqualTo(ImportModel.Step.RUNNING));
        cross.setOnAction(event -> close.run());
        return Layout.styled(new HBox(title, where, Layout.space(), cross), "screen-head");
    }

    /** One click to the column that holds the true codes. */
    private Node elsewhere() {
        var take = Layout.styled(new Button("", Icons.of(Feather.CORNER_DOWN_RIGHT)), "accent");
        take.setId("take-codes");
        take.setOnAction(event -> model.takeCodesElsewhere(texts.language()));
        Listening.now(take, model.troubleProperty(), trouble -> {
            var column = model.codesElsewhere();
            var table = model.tableProperty().get();
            if (column.isPresent() && table != null) {
                take.setText(
                        texts.say("import.takeCodes", table.sheet().header().get(column.getAsInt())));
                Layout.focus(take);
            }
            Fields.present(take, column.isPresent());
        });
        return take;
    }

    private Node file() {
        var choose = new Button(texts.say("import.choose"), Icons.of(Feather.FILE_TEXT));
        choose.setId("choose");
        choose.setDefaultButton(true);
        choose.disableProperty().bind(model.busyProperty());
        choose.setOnAction(event -> chooseFile(choose).ifPresent(file -> model.read(file.toPath())));
        var zone = StatePane.face(
                Icons.of(Feather.UPLOAD, "muted", "big-icon"),
                Layout.words(texts.say("import.drop"), "heading", "serif"),
                Layout.words(texts.say("import.drop.lead"), "muted"),
                choose);
        zone.getStyleClass().add("drop");
        zone.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
        });
        Layout.focus(choose);
        return zone;
    }

    private Optional<File> chooseFile(Node owner) {
        var chooser = new FileChooser();
        chooser.setTitle(texts.say("import.choose"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(texts.say("import.kinds"), "*.csv", "*.tsv", "*.txt"));
        return Optional.ofNullable(chooser.showOpenDialog(owner.getScene().getWindow()));
    }

    private Node running() {
        var bar = new ProgressBar();
        bar.progressProperty().bind(model.progressProperty());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(texts.say("import.running"));
        var percent = new Label();
        percent.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.say(
                                "import.percent", model.progressProperty().get()),
                        model.progressProperty()));
        var cancel = new Button(texts.say("import.cancel"));
        cancel.setId("cancel-import");
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> {
            cancel.setDisable(true);
            model.cancel();
        });
        var box = StatePane.face(
                Layout.words(texts.say("import.running"), "heading", "serif"),
                bar,
                percent,
                Layout.words(texts.say("import.running.safe"), "muted"),
                cancel);
        box.setMaxWidth(Region.USE_PREF_SIZE);
        bar.setStyle("-fx-pref-width: 26em;");
        return box;
    }

    private Node done() {
        var preview = model.previewProperty().get();
        if (preview == null) {
            return new StackPane();
        }
        int refused = preview.count(ImportKind.REFUSED);
        var see = new Button(texts.say("import.see"));
        see.setId("see-products");
        see.setDefaultButton(true);
        see.setOnAction(event -> close.run());
        var buttons = Layout.styled(new FlowPane(see), "bulk-buttons");
        buttons.setAlignment(Pos.CENTER);
        var result = Layout.words(
                texts.say(
                        "import.result",
                        preview.count(ImportKind.ADDED),
                        preview.count(ImportKind.CHANGED),
                        preview.count(ImportKind.UNCHANGED)),
                "muted");
        var box = StatePane.face(
                Icons.of(Feather.CHECK_CIRCLE, "go", "big-icon"),
                Layout.words(texts.say("import.done"), "heading", "serif"),
                result);
        if (refused > 0) {
            box.getChildren().add(Layout.words(texts.say("import.result.refused", refused), "muted"));
            buttons.getChildren().add(ImportPreviewView.saveRefused(model, texts));
        }
        box.getChildren().add(buttons);
        Layout.focus(see);
        return box;
    }
}
