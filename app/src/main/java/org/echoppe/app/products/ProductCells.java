package org.echoppe.app.products;

import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Mark;
import org.echoppe.app.fx.Texts;
import org.echoppe.catalogue.ProductField;
import org.jspecify.annotations.Nullable;

/** The cells of the table of products. */
final class ProductCells {
    private static final List<String> AVAILABILITIES = List.of("", "inStock", "limited", "outOfStock", "preOrder");

    private final ProductTable table;
    private final ProductListModel model;
    private final CellEditModel edit;
    private final Thumbnails pictures;
    private final Texts texts;
    private final CellEditor editor;

    ProductCells(ProductTable table, ProductListModel model, CellEditModel edit, Thumbnails pictures, Texts texts) {
        this.table = table;
        this.model = model;
        this.edit = edit;
        this.pictures = pictures;
        this.texts = texts;
        this.editor = new CellEditor(edit, this::goOn, this::comeBack);
    }

    /** The field that is typed in, for what is said beneath it. */
    TextField editor() {
        return editor;
    }

    TableCell<ProductLine, ProductLine> tick() {
        return new TickCell();
    }

    TableCell<ProductLine, ProductLine> name() {
        return new NameCell();
    }

    TableCell<ProductLine, ProductLine> category() {
        return new Drawn(
                (cell, line) -> {
                    cell.setText(line.category());
                    speak(cell, line, line.category());
                },
                "muted");
    }

    TableCell<ProductLine, ProductLine> price() {
        return new EditCell(
                ProductField.PRICE,
                line -> line.price() == null ? "" : line.price().format(texts.locale()),
                "price");
    }

    TableCell<ProductLine, ProductLine> stock() {
        return new EditCell(ProductField.STOCK, ProductCells::stock, "count");
    }

    private static String stock(ProductLine line) {
        return line.stock() == null ? "" : Long.toString(line.stock());
    }

    TableCell<ProductLine, ProductLine> availability() {
        var cell = new Drawn(
                (drawn, line) -> {
                    drawn.setText(line.isAwaited() ? "" : texts.say("field.availability." + line.availability()));
                    speak(drawn, line, drawn.getText());
                },
                "editable");
        cell.setOnMouseClicked(event -> {
            if (!cell.isEmpty() && !event.isShiftDown() && !event.isShortcutDown()) {
                event.consume();
                choose(cell.getItem(), cell);
            }
        });
        return cell;
    }

    TableCell<ProductLine, ProductLine> state() {
        return new Drawn(
                (cell, line) -> {
                    var dot = cell.getGraphic() instanceof Region there ? there : new Region();
                    var colour = switch (line.state()) {
                        case DRAFT, WITHDRAWN -> "quiet";
                        case WAITING -> "wait";
                        case ONLINE -> "good";
                    };
                    dot.getStyleClass().setAll("state-dot", colour);
                    cell.setGraphic(line.isAwaited() ? null : dot);
                    cell.setText(
                            line.isAwaited()
                                    ? ""
                                    : texts.say("state." + line.state().name().toLowerCase(Locale.ROOT)));
                    speak(cell, line, cell.getText());
                },
                "state");
    }

    /** For who does not see where it stands: the column, what is there, and of which product. */
    private void speak(TableCell<?, ?> cell, ProductLine line, String words) {
        var column = cell.getTableColumn().getText();
        cell.setAccessibleText(
                words.isBlank()
                        ? texts.say("cell.silent", column, line.name())
                        : texts.say("cell.spoken", column, words, line.name()));
    }

    /** Begins to change a field of a row in its place. */
    void edit(int row, @Nullable ProductField field) {
        if (row < 0 || row >= table.getItems().size() || field == null) {
            return;
        }
        var line = table.getItems().get(row);
        table.point(row, field);
        if (field == ProductField.AVAILABILITY) {
            table.lookupAll(".editable").stream()
                    .filter(node -> node instanceof TableCell<?, ?> cell && line.equals(cell.getItem()))
                    .findFirst()
                    .ifPresent(cell -> choose(line, (TableCell<?, ?>) cell));
        } else {
            edit.begin(line, field, field == ProductField.PRICE ? typed(line) : stock(line));
        }
    }

    /** The price as one would type it. */
    private String typed(ProductLine line) {
        char sign = DecimalFormatSymbols.getInstance(texts.locale()).getDecimalSeparator();
        return line.price() == null ? "" : line.price().amount().toPlainString().replace('.', sign);
    }

    private void choose(ProductLine line, TableCell<?, ?> cell) {
        var menu = new ContextMenu();
        for (String code : AVAILABILITIES) {
            var item = new MenuItem(texts.say("field.availability." + code));
            item.setId("availability-" + code);
            item.setOnAction(event -> edit.choose(line, ProductField.AVAILABILITY, code));
            menu.getItems().add(item);
        }
        menu.show(cell, Side.BOTTOM, 0, 0);
    }

    /** Tab: price, stock, then the price of the row below; with Shift the other way. */
    private void goOn(ProductLine line, ProductField field, int by) {
        int row = model.indexOf(line.key());
        boolean same = (field == ProductField.PRICE) == (by > 0);
        edit(same ? row : row + by, field == ProductField.PRICE ? ProductField.STOCK : ProductField.PRICE);
        if (edit.cellProperty().get() == null) {
            table.requestFocus();
        }
    }

    private void comeBack(ProductLine line, ProductField field) {
        table.requestFocus();
        int row = model.indexOf(line.key());
        if (row >= 0) {
            table.point(row, field);
        }
    }

    /** A cell that draws its line. */
    private static class Drawn extends TableCell<ProductLine, ProductLine> {
        private final BiConsumer<TableCell<ProductLine, ProductLine>, ProductLine> draw;

        Drawn(BiConsumer<TableCell<ProductLine, ProductLine>, ProductLine> draw, String style) {
            this.draw = draw;
            getStyleClass().add(style);
        }

        @Override
        protected void updateItem(@Nullable ProductLine line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setText(null);
                setGraphic(null);
                setAccessibleText(null);
            } else {
                draw.accept(this, line);
            }
        }
    }

    private final class TickCell extends TableCell<ProductLine, ProductLine> {
        private final CheckBox box = new CheckBox();

        TickCell() {
            box.setFocusTraversable(false);
            box.setMouseTransparent(true);
            setOnMouseClicked(event -> {
                if (!isEmpty()) {
                    event.consume();
                    model.tick(getIndex(), event.isShiftDown());
                }
            });
            Listening.now(this, model.ticks().editionProperty(), edition -> mark());
        }

        private void mark() {
            var line = isEmpty() ? null : getItem();
            boolean ticked = line != null && model.ticks().contains(line.key());
            box.setSelected(ticked);
            setAccessibleText(line == null ? null : texts.say(ticked ? "cell.ticked" : "cell.unticked", line.name()));
        }

        @Override
        protected void updateItem(@Nullable ProductLine line, boolean empty) {
            super.updateItem(line, empty);
            setGraphic(empty || line == null ? null : box);
            box.setAccessibleText(line == null ? "" : line.name());
            mark();
        }
    }

    private final class NameCell extends TableCell<ProductLine, ProductLine> {
        private final Mark.Picture awning = new Mark.Picture();
        private final ImageView photo = new ImageView();
        private final Label name = new Label();
        private final HBox box = new HBox(new StackPane(awning, photo), name);

        NameCell() {
            box.setAlignment(Pos.CENTER_LEFT);
            box.getStyleClass().add("gap-m");
            photo.setPreserveRatio(true);
        }

        @Override
        protected void updateItem(@Nullable ProductLine line, boolean empty) {
            super.updateItem(line, empty);
            setAccessibleText(empty || line == null ? null : line.name());
            if (empty || line == null) {
                setGraphic(null);
                return;
            }
            awning.show(line.category().isBlank() ? line.name() : line.category());
            name.setText(line.name());
            photo.setImage(null);
            awning.setVisible(true);
            if (!line.picture().isEmpty()) {
                double size = 2.286 * Layout.textSize(table);
                photo.setFitWidth(size);
                photo.setFitHeight(size);
                pictures.show(line.picture(), image -> {
                    if (line.equals(getItem())) {
                        photo.setImage(image);
                        awning.setVisible(false);
                    }
                });
            }
            setGraphic(box);
        }
    }

    /** A figure that is typed where it stands. */
    private final class EditCell extends TableCell<ProductLine, ProductLine> {
        private final ProductField field;
        private final Function<ProductLine, String> word;
        private final Label low = Layout.styled(new Label(texts.say("products.low")), "low");

        EditCell(ProductField field, Function<ProductLine, String> word, String style) {
            this.field = field;
            this.word = word;
            getStyleClass().addAll(style, "editable");
            setOnMouseClicked(event -> {
                if (!isEmpty() && !event.isShiftDown() && !event.isShortcutDown()) {
                    event.consume();
                    edit(getIndex(), field);
                }
            });
            Listening.now(this, edit.cellProperty(), cell -> draw());
        }

        private void draw() {
            var line = getItem();
            if (isEmpty() || line == null) {
                setGraphic(null);
                setText(null);
                setAccessibleText(null);
                return;
            }
            boolean isLow = field == ProductField.STOCK && line.isLow();
            speak(this, line, isLow ? word.apply(line) + " " + low.getText() : word.apply(line));
            var typing = edit.cellProperty().get();
            if (typing != null && typing.is(line.key(), field)) {
                setText(null);
                if (getGraphic() != editor) {
                    setGraphic(editor);
                    editor.setAccessibleText(texts.say("cell.of", field.label(texts.language()), line.name()));
                    Platform.runLater(editor::begin);
                }
            } else {
                setGraphic(isLow ? low : null);
                setText(word.apply(line));
            }
        }

        @Override
        protected void updateItem(@Nullable ProductLine line, boolean empty) {
            super.updateItem(line, empty);
            draw();
        }
    }
}
