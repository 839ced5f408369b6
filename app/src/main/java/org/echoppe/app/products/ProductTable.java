package org.echoppe.app.products;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.StatePane;
import org.echoppe.app.fx.Texts;
import org.echoppe.catalogue.ProductField;
import org.echoppe.domain.RecordKey;
import org.jspecify.annotations.Nullable;

/** The table of products: rows one can touch, a cursor that goes from cell to cell, figures typed where they stand. */
final class ProductTable extends TableView<ProductLine> {
    /** What keys and clicks ask for. */
    record Actions(Consumer<ProductLine> open, Runnable remove, Runnable close) {}

    /** Pixels, at every text size. */
    private static final double TICK = 44;

    private final ProductListModel model;
    private final Texts texts;
    private final Actions actions;
    private final ProductCells cells;
    private final TableColumn<ProductLine, ProductLine> name;
    private final TableColumn<ProductLine, ProductLine> category;
    private final TableColumn<ProductLine, ProductLine> price;
    private final TableColumn<ProductLine, ProductLine> stock;
    private final TableColumn<ProductLine, ProductLine> availability;
    private @Nullable RecordKey cursor;

    ProductTable(ProductListModel model, CellEditModel edit, Thumbnails pictures, Texts texts, Actions actions) {
        super(model.rows());
        this.model = model;
        this.texts = texts;
        this.actions = actions;
        this.cells = new ProductCells(this, model, edit, pictures, texts);
        setId("products");
        setAccessibleText(texts.say("products.title"));
        setAccessibleHelp(texts.say("products.keys"));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
        getSelectionModel().setCellSelectionEnabled(true);
        var tick = column("tick", 3, null, cells::tick);
        name = column("name", 20, ProductQuestion.Sort.NAME, cells::name);
        category = column("category", 10, null, cells::category);
        price = column("price", 7, ProductQuestion.Sort.PRICE, cells::price);
        stock = column("stock", 6.5, ProductQuestion.Sort.STOCK, cells::stock);
        availability = column("availability", 10, null, cells::availability);
        var state = column("state", 8, ProductQuestion.Sort.STATE, cells::state);
        price.getStyleClass().add("number");
        stock.getStyleClass().add("number");
        tick.setMinWidth(TICK);
        tick.setMaxWidth(TICK);
        tick.setText("");
        getColumns().setAll(List.of(tick, name, category, price, stock, availability, state));
        setSortPolicy(table -> askSorted());
        setRowFactory(table -> new Row());
        widthProperty().addListener((property, before, now) -> narrow(now.doubleValue()));
        setPlaceholder(noneFound());
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        getFocusModel().focusedCellProperty().addListener((property, before, now) -> remember());
        getItems().addListener((ListChangeListener<ProductLine>) change -> follow());
    }

    private TableColumn<ProductLine, ProductLine> column(
            String key,
            double em,
            ProductQuestion.@Nullable Sort sort,
            Supplier<TableCell<ProductLine, ProductLine>> cell) {
        var column = new TableColumn<ProductLine, ProductLine>(texts.say("column." + key));
        column.setId("column-" + key);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(ignored -> cell.get());
        column.setReorderable(false);
        column.setSortable(sort != null);
        column.setUserData(sort);
        column.setPrefWidth(em * 14);
        column.setMinWidth(em * 8);
        return column;
    }

    private Node noneFound() {
        var all = new Button(texts.say("products.showAll"));
        all.setId("show-all");
        all.setOnAction(event -> model.show(ProductFilter.ALL));
        return StatePane.face(Layout.words(texts.say("products.noneFound"), "muted"), all);
    }

    /** The field that is typed in. */
    TextField editor() {
        return cells.editor();
    }

    private void press(KeyEvent event) {
        if (event.getTarget() instanceof TextField) {
            return;
        }
        if (event.getCode() == KeyCode.A && event.isShortcutDown()) {
            model.tickAll();
        } else if (event.isShortcutDown() || event.isAltDown() || !does(event)) {
            return;
        }
        event.consume();
    }

    private boolean does(KeyEvent event) {
        int row = getFocusModel().getFocusedIndex();
        switch (event.getCode()) {
            case SPACE -> model.tick(row, event.isShiftDown());
            case F2 -> cells.edit(row, isTyped() ? field() : ProductField.PRICE);
            case ENTER -> enter(row);
            case DELETE, BACK_SPACE -> actions.remove.run();
            case ESCAPE -> leave();
            case UP, DOWN -> {
                return event.isShiftDown() && stretch(row, event.getCode() == KeyCode.UP ? -1 : 1);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void enter(int row) {
        var field = field();
        if (field == null) {
            open(row);
        } else {
            cells.edit(row, field);
        }
    }

    /** Ticks the rows one passes with Shift held. */
    private boolean stretch(int row, int by) {
        int next = row + by;
        if (row < 0 || next < 0 || next >= getItems().size()) {
            return true;
        }
        model.ticked(row);
        model.ticked(next);
        point(next);
        return true;
    }

    private void leave() {
        if (model.ticks().countProperty().get() > 0) {
            model.ticks().clear();
        } else {
            actions.close.run();
        }
    }

    private void open(int row) {
        if (row >= 0 && row < getItems().size() && !getItems().get(row).isAwaited()) {
            actions.open.accept(getItems().get(row));
        }
    }

    /** The field under the cursor that can be changed in its place; null for what only the form changes. */
    @Nullable
    ProductField field() {
        var column = getFocusModel().getFocusedCell().getTableColumn();
        if (price.equals(column)) {
            return ProductField.PRICE;
        }
        if (stock.equals(column)) {
            return ProductField.STOCK;
        }
        return availability.equals(column) ? ProductField.AVAILABILITY : null;
    }

    private boolean isTyped() {
        return field() != null;
    }

    /** Puts the cursor on a row, in the column where it is, and the row into sight. */
    void point(int row) {
        var column = getFocusModel().getFocusedCell().getTableColumn();
        getSelectionModel().clearAndSelect(row, column == null ? name : column);
        getFocusModel().focus(row, column == null ? name : column);
        scrollTo(Math.max(0, row - 5));
    }

    /** Puts the cursor on a field of a row. */
    void point(int row, ProductField field) {
        var column = field == ProductField.PRICE ? price : field == ProductField.STOCK ? stock : availability;
        getSelectionModel().clearAndSelect(row, column);
        getFocusModel().focus(row, column);
    }

    /** Where the keyboard enters the list. */
    void enter() {
        requestFocus();
        if (getFocusModel().getFocusedIndex() < 0 || getSelectionModel().isEmpty()) {
            int row = Math.max(
                    0, Math.min(getFocusModel().getFocusedIndex(), getItems().size() - 1));
            if (!getItems().isEmpty()) {
                getSelectionModel().clearAndSelect(row, name);
                getFocusModel().focus(row, name);
            }
        }
    }

    /** The product under the cursor; null without one. */
    @Nullable
    ProductLine current() {
        int row = getFocusModel().getFocusedIndex();
        return row < 0 || row >= getItems().size() || getItems().get(row).isAwaited()
                ? null
                : getItems().get(row);
    }

    private void remember() {
        var line = current();
        cursor = line == null ? cursor : line.key();
    }

    /** After a refresh the cursor stays with its product. */
    private void follow() {
        var line = current();
        int now = line != null && line.key().equals(cursor) ? -1 : model.indexOf(cursor);
        if (now >= 0 && now != getFocusModel().getFocusedIndex()) {
            var column = getFocusModel().getFocusedCell().getTableColumn();
            getSelectionModel().clearAndSelect(now, column == null ? name : column);
            getFocusModel().focus(now, column == null ? name : column);
        }
    }

    /** The node sorts, for it knows all rows and the table only those fetched. */
    private boolean askSorted() {
        var by = getSortOrder().isEmpty() ? null : getSortOrder().getFirst();
        if (by != null && by.getUserData() instanceof ProductQuestion.Sort sort) {
            model.sortBy(sort, by.getSortType() == TableColumn.SortType.DESCENDING);
        } else {
            model.sortBy(ProductQuestion.Sort.NAME, false);
        }
        return true;
    }

    /** Beside a form, or with large text, name, price and state matter most. */
    private void narrow(double width) {
        double em = width / Math.max(1, Layout.textSize(this));
        category.setVisible(em > 66);
        availability.setVisible(em > 55);
        stock.setVisible(em > 36);
    }

    private final class Row extends TableRow<ProductLine> {
        Row() {
            setOnMouseClicked(this::click);
        }

        private void click(MouseEvent event) {
            if (isEmpty() || event.getClickCount() != 1) {
                return;
            }
            if (event.isShiftDown() || event.isShortcutDown()) {
                model.tick(getIndex(), event.isShiftDown());
            } else {
                open(getIndex());
            }
        }

        @Override
        protected void updateItem(@Nullable ProductLine line, boolean empty) {
            super.updateItem(line, empty);
            if (!empty) {
                model.look(getIndex());
            }
        }
    }
}
