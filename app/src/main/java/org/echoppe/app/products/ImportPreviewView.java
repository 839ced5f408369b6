package org.echoppe.app.products;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.ScreenHead;
import org.echoppe.app.fx.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What the import would do, row by row, before anything is done. */
final class ImportPreviewView {
    /** Ems that the number of a row takes. */
    private static final double ROW_LEAST = 5;

    private static final double ROW_MOST = 7;

    private final ImportModel model;
    private final Texts texts;
    private final TableView<ImportLine> table = new TableView<>();

    ImportPreviewView(ImportModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    Node build() {
        var preview = model.previewProperty().get();
        if (preview == null) {
            return new StackPane();
        }
        columns();
        var box = Layout.styled(new VBox(), "gap-m");
        for (String warning : preview.warnings()) {
            var notice = Layout.words(warning, "notice", "warn");
            notice.setGraphic(Icons.of(Feather.INFO));
            notice.setMaxWidth(Double.MAX_VALUE);
            box.getChildren().add(notice);
        }
        VBox.setVgrow(table, Priority.ALWAYS);
        table.setStyle("-fx-min-height: 10em;");
        box.getChildren().addAll(chips(preview), table, foot(preview));
        return box;
    }

    private Node chips(ImportPreview preview) {
        var group = new ToggleGroup();
        var row = Layout.styled(new FlowPane(), "chips");
        var note = Layout.styled(new Label(), "muted", "small");
        ImportKind first = null;
        for (var kind : ImportKind.values()) {
            int count = preview.count(kind);
            var chip = Layout.styled(
                    new ToggleButton(texts.say("import.kind." + kind.name().toLowerCase(Locale.ROOT), count)), "chip");
            chip.setId("kind-" + kind.name().toLowerCase(Locale.ROOT));
            chip.setToggleGroup(group);
            chip.setDisable(count == 0);
            chip.setOnAction(event -> {
                chip.setSelected(true);
                show(preview, kind, note);
            });
            if (first == null && count > 0) {
                first = kind;
                chip.setSelected(true);
                show(preview, kind, note);
            }
            row.getChildren().add(chip);
        }
        row.getChildren().add(note);
        return row;
    }

    private void show(ImportPreview preview, ImportKind kind, Label note) {
        var lines = preview.lines().stream().filter(line -> line.kind() == kind).toList();
        table.setItems(FXCollections.observableArrayList(lines));
        note.setText(lines.size() < preview.count(kind) ? texts.say("import.firstLines", lines.size()) : "");
    }

    private void columns() {
        table.setId("preview");
        table.setAccessibleText(texts.say("import.preview.name"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(Layout.words(texts.say("import.nothing"), "muted"));
        var row = column("row", line -> Integer.toString(line.row()));
        table.widthProperty().addListener((property, before, now) -> {
            double em = Layout.textSize(table);
            row.setMinWidth(ROW_LEAST * em);
            row.setMaxWidth(ROW_MOST * em);
        });
        table.getColumns()
                .setAll(List.of(row, column("product", ImportLine::name), column("detail", ImportLine::detail)));
    }

    private TableColumn<ImportLine, String> column(String key, Function<ImportLine, String> word) {
        var column = new TableColumn<ImportLine, String>(texts.say("import.column." + key));
        column.setCellValueFactory(line -> new SimpleStringProperty(word.apply(line.getValue())));
        column.setCellFactory(ignored -> new Cell());
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private final class Cell extends TableCell<ImportLine, String> {
        @Override
        protected void updateItem(@Nullable String words, boolean empty) {
            super.updateItem(words, empty);
            if (empty || words == null) {
                setText(null);
                setAccessibleText(null);
                return;
            }
            setText(words);
            setAccessibleText(texts.say(
                    "cell.of", getTableColumn().getText(), words.isBlank() ? texts.say("cell.nothing") : words));
        }
    }

    private Node foot(ImportPreview preview) {
        int accepted = preview.count(ImportKind.ADDED) + preview.count(ImportKind.CHANGED);
        var go = new Button(texts.say("import.accept", accepted));
        go.setId("accept");
        go.setDefaultButton(true);
        go.setDisable(accepted == 0);
        go.setOnAction(event -> model.accept(texts.language()));
        Layout.focus(go);
        var back = new Button(texts.say("import.back"));
        back.setOnAction(event -> model.backToColumns());
        go.setMinWidth(Region.USE_PREF_SIZE);
        var head = preview.count(ImportKind.REFUSED) > 0
                ? new ScreenHead(back, saveRefused(model, texts), go)
                : new ScreenHead(back, go);
        return Layout.styled(new VBox(head), "screen-foot");
    }

    /** The button that keeps the refused rows, to be mended and imported again. */
    static Button saveRefused(ImportModel model, Texts texts) {
        var save = new Button(texts.say("import.saveRefused"), Icons.of(Feather.DOWNLOAD));
        save.setId("save-refused");
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.setOnAction(event -> {
            var chooser = new FileChooser();
            chooser.setTitle(texts.say("import.saveRefused"));
            var read = Objects.requireNonNull(model.tableProperty().get(), "the table was read before");
            chooser.setInitialFileName(read.sheet().file().getFileName() + ".errors.csv");
            var file = chooser.showSaveDialog(save.getScene().getWindow());
            if (file != null) {
                model.saveRefused(
                        file.toPath(),
                        texts.language(),
                        () -> save.setText(texts.say("import.savedRefused", file.getName())));
            }
        });
        return save;
    }
}
