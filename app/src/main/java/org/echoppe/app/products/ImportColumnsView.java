package org.echoppe.app.products;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.Choices;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.ScreenHead;
import org.echoppe.app.fx.Texts;
import org.echoppe.catalogue.ProductField;
import org.echoppe.catalogue.ProductKey;
import org.jspecify.annotations.Nullable;

/** What each column of the file means, beside what really stands in its first rows. */
final class ImportColumnsView {
    /** The share of the width that each column takes, by how many rows of the file are shown between the first and the last. */
    private static final double[][] SHARES = {{28, 28, 44}, {22, 22, 22, 34}, {18, 20, 20, 20, 22}};

    /** So many ems are needed for one row more than one. */
    private static final double TWO = 40;

    private static final double THREE = 60;

    private static final List<Charset> ENCODINGS = List.of(
            StandardCharsets.UTF_8,
            Charset.forName("windows-1252"),
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE);
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

    /** A choice of the list of fields; a column that is left out has none. */
    private record Meaning(@Nullable ProductField field) {}

    private final ImportModel model;
    private final Texts texts;
    private int samples = SHARES.length;

    ImportColumnsView(ImportModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    Node build() {
        var reading = Layout.styled(new FlowPane(), "import-reading");
        var scroll = new ScrollPane();
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        scroll.setStyle("-fx-min-height: 10em;");
        var box = Layout.styled(new VBox(reading, scroll, foot()), "gap-m");
        Listening.now(box, model.tableProperty(), table -> {
            if (table != null) {
                reading.getChildren().setAll(reading(table));
                draw(scroll, table);
            }
        });
        scroll.widthProperty().addListener((property, before, now) -> fit(scroll, now.doubleValue()));
        return box;
    }

    private void draw(ScrollPane scroll, ImportTable table) {
        double place = scroll.getVvalue();
        scroll.setContent(grid(table));
        scroll.setVvalue(place);
    }

    /** With large text fewer rows of the file stand side by side, so that each is readable. */
    private void fit(ScrollPane scroll, double width) {
        double em = width / Layout.textSize(scroll);
        int fitting = em > THREE ? 3 : em > TWO ? 2 : 1;
        var table = model.tableProperty().get();
        if (fitting != samples && table != null) {
            samples = fitting;
            draw(scroll, table);
        }
    }

    private Node foot() {
        var go = new Button(texts.say("import.toPreview"));
        go.setId("to-preview");
        go.setDefaultButton(true);
        Layout.focus(go);
        go.disableProperty().bind(model.busyProperty());
        go.setOnAction(event -> model.plan(texts.language()));
        var again = new Button(texts.say("import.otherFile"));
        again.setOnAction(event -> model.reset());
        var wait = Layout.styled(new Label(), "muted");
        wait.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.busyProperty().get()
                                ? texts.say(
                                        "import.comparing",
                                        model.progressProperty().get())
                                : "",
                        model.progressProperty(),
                        model.busyProperty()));
        wait.setMinWidth(Region.USE_PREF_SIZE);
        go.setMinWidth(Region.USE_PREF_SIZE);
        return Layout.styled(new VBox(new ScreenHead(again, wait, go)), "screen-foot");
    }

    private List<Node> reading(ImportTable table) {
        var sheet = table.sheet();
        var file = Layout.styled(
                new VBox(
                        Layout.styled(new Label(texts.say("import.file")), "muted", "small"),
                        Layout.styled(new Label(Objects.toString(sheet.file().getFileName())), "strong"),
                        Layout.styled(
                                new Label(texts.say("import.rows", sheet.rows().size())), "muted", "small")),
                "gap-s");
        return List.of(
                file,
                named(
                        "import.encoding",
                        choice(
                                "encoding",
                                ENCODINGS,
                                sheet.encoding(),
                                this::word,
                                chosen -> model.readAs(chosen, sheet.delimiter()))),
                named(
                        "import.delimiter",
                        choice(
                                "delimiter",
                                DELIMITERS,
                                sheet.delimiter(),
                                this::word,
                                chosen -> model.readAs(sheet.encoding(), chosen))),
                named(
                        "import.key",
                        choice(
                                "key",
                                Arrays.asList(ProductKey.values()),
                                table.key(),
                                key -> key.field().label(texts.language()),
                                model::recogniseBy)));
    }

    private String word(Charset encoding) {
        return texts.maybe("encoding." + encoding.name()).orElse(encoding.name());
    }

    private String word(char delimiter) {
        return switch (delimiter) {
            case ';' -> texts.say("delimiter.semicolon");
            case ',' -> texts.say("delimiter.comma");
            case '\t' -> texts.say("delimiter.tab");
            default -> Character.toString(delimiter);
        };
    }

    private Node named(String key, ComboBox<?> box) {
        var label = Layout.styled(new Label(texts.say(key)), "muted", "small");
        label.setLabelFor(box);
        return Layout.styled(new VBox(label, box), "gap-s");
    }

    private GridPane grid(ImportTable table) {
        var grid = Layout.styled(new GridPane(), "import-grid");
        for (double share : SHARES[samples - 1]) {
            var column = new ColumnConstraints();
            column.setPercentWidth(share);
            grid.getColumnConstraints().add(column);
        }
        grid.add(head(texts.say("import.column")), 0, 0);
        for (int row = 0; row < Math.min(samples, table.sheet().rows().size()); row++) {
            grid.add(head(texts.say("import.row", table.sheet().rows().get(row).number())), row + 1, 0);
        }
        grid.add(head(texts.say("import.means")), samples + 1, 0);
        var meanings = new ArrayList<Meaning>();
        meanings.add(new Meaning(null));
        Arrays.stream(ProductField.values()).map(Meaning::new).forEach(meanings::add);
        for (int i = 0; i < table.sheet().header().size(); i++) {
            addColumn(grid, table, i, meanings);
        }
        return grid;
    }

    private void addColumn(GridPane grid, ImportTable table, int column, List<Meaning> meanings) {
        String header = table.sheet().header().get(column);
        grid.add(Layout.styled(cell(header), "strong"), 0, column + 1);
        var rows = table.samples(column, samples);
        for (int row = 0; row < rows.size(); row++) {
            grid.add(Layout.styled(cell(rows.get(row)), "muted"), row + 1, column + 1);
        }
        var now = new Meaning(table.mapping().columns().get(column));
        var means = choice("means-" + column, meanings, now, this::word, chosen -> model.map(column, chosen.field()));
        means.setAccessibleText(texts.say("import.means.of", header));
        if (now.field() == null) {
            means.getStyleClass().add("left-out");
        }
        grid.add(means, samples + 1, column + 1);
    }

    private String word(Meaning meaning) {
        return meaning.field() == null
                ? texts.say("import.means.nothing")
                : meaning.field().label(texts.language());
    }

    private static Label head(String text) {
        return Layout.words(text, "muted", "small");
    }

    private static Label cell(String text) {
        var label = new Label(text.replaceAll("\\s+", " "));
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static <T> ComboBox<T> choice(
            String id, List<T> values, T chosen, Function<T, String> word, Consumer<T> choose) {
        var box = Choices.of(values, word);
        box.setId(id);
        box.setValue(chosen);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setOnAction(event -> choose.accept(box.getValue()));
        return box;
    }
}
