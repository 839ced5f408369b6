package org.echoppe.app.products;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Texts;
import org.echoppe.catalogue.ProductField;

/** What each column of the file means, beside what really stands in its first rows. */
final class ImportColumnsView {
    /** Rows of the file that are shown. */
    private static final int SAMPLES = 3;

    private final ImportModel model;
    private final Texts texts;

    ImportColumnsView(ImportModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    Node build() {
        var reading = Layout.styled(new HBox(), "gap-l", "import-reading");
        var scroll = new ScrollPane();
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var go = new Button(texts.say("import.toPreview"));
        go.setId("to-preview");
        go.setDefaultButton(true);
        go.disableProperty().bind(model.busyProperty());
        go.setOnAction(event -> model.plan(texts.language()));
        var again = new Button(texts.say("import.otherFile"));
        again.setOnAction(event -> model.reset());
        var wait = Layout.styled(new Label(texts.say("import.comparing")), "muted");
        wait.visibleProperty().bind(model.busyProperty());
        var foot = Layout.styled(new HBox(again, Layout.space(), wait, go), "screen-foot");
        var box = Layout.styled(new VBox(reading, scroll, foot), "gap-m");
        Listening.now(box, model.tableProperty(), table -> {
            if (table != null) {
                reading.getChildren().setAll(reading(table));
                double place = scroll.getVvalue();
                scroll.setContent(grid(table));
                scroll.setVvalue(place);
            }
        });
        return box;
    }

    private List<Node> reading(ImportTable table) {
        var file = Layout.styled(
                new VBox(
                        Layout.styled(new Label(texts.say("import.file")), "muted", "small"),
                        Layout.styled(new Label(Objects.toString(table.file().getFileName())), "strong")),
                "gap-s");
        return List.of(
                file,
                Layout.space(),
                named(
                        "import.encoding",
                        choice(
                                "encoding",
                                model.choices().encodings(),
                                table.encoding(),
                                "encoding.",
                                chosen -> model.readAs(chosen, table.delimiter()))),
                named(
                        "import.delimiter",
                        choice(
                                "delimiter",
                                model.choices().delimiters(),
                                table.delimiter(),
                                "delimiter.",
                                chosen -> model.readAs(table.encoding(), chosen))),
                named(
                        "import.key",
                        choice("key", model.choices().keys(), table.key(), "import.key.", model::recogniseBy)));
    }

    private Node named(String key, ComboBox<String> box) {
        var label = Layout.styled(new Label(texts.say(key)), "muted", "small");
        label.setLabelFor(box);
        return Layout.styled(new VBox(label, box), "gap-s");
    }

    private GridPane grid(ImportTable table) {
        var grid = Layout.styled(new GridPane(), "import-grid");
        for (double share : new double[] {18, 20, 20, 20, 22}) {
            var column = new ColumnConstraints();
            column.setPercentWidth(share);
            grid.getColumnConstraints().add(column);
        }
        grid.addRow(
                0,
                head(texts.say("import.column")),
                head(texts.say("import.row", 2)),
                head(texts.say("import.row", 3)),
                head(texts.say("import.row", 4)),
                head(texts.say("import.means")));
        var fields = new ArrayList<String>();
        fields.add("");
        fields.addAll(model.choices().fields());
        for (int i = 0; i < table.columns().size(); i++) {
            int column = i;
            grid.add(Layout.styled(cell(table.columns().get(i)), "strong"), 0, i + 1);
            for (int row = 0; row < SAMPLES; row++) {
                grid.add(Layout.styled(cell(value(table, row, i)), "muted"), row + 1, i + 1);
            }
            var means = choice(
                    "means-" + i, fields, table.mapping().get(i), "import.means.", field -> model.map(column, field));
            means.setAccessibleText(texts.say("import.means.of", table.columns().get(i)));
            if (table.mapping().get(i).isEmpty()) {
                means.getStyleClass().add("left-out");
            }
            grid.add(means, SAMPLES + 1, i + 1);
        }
        return grid;
    }

    private static String value(ImportTable table, int row, int column) {
        return row < table.rows().size() && column < table.rows().get(row).size()
                ? table.rows().get(row).get(column)
                : "";
    }

    private static Label head(String text) {
        return Layout.styled(new Label(text), "muted", "small");
    }

    private static Label cell(String text) {
        var label = new Label(text.replaceAll("\\s+", " "));
        label.setMinWidth(0);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private ComboBox<String> choice(
            String id, List<String> values, String chosen, String words, Consumer<String> choose) {
        var box = new ComboBox<String>();
        box.setId(id);
        box.getItems().setAll(values);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String value) {
                return value == null
                        ? ""
                        : texts.maybe(words + value)
                                .or(() -> ProductField.find(value).map(field -> field.label(texts.language())))
                                .orElse(value);
            }

            @Override
            public String fromString(String word) {
                throw new UnsupportedOperationException("not editable");
            }
        });
        box.setValue(chosen);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setOnAction(event -> choose.accept(box.getValue()));
        return box;
    }
}
