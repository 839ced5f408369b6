package org.echoppe.app.products;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Mark;
import org.echoppe.app.fx.Texts;
import org.jspecify.annotations.Nullable;

/** The table of products: rows one can touch, a dot with a word for where each stands. */
final class ProductTable extends TableView<ProductLine> {
    /** Rows left below the one drawn when the next stretch is asked for. */
    private static final int AHEAD = 60;

    private final ProductListModel model;
    private final Texts texts;
    private final List<TableColumn<ProductLine, ProductLine>> narrowable;

    ProductTable(ProductListModel model, Texts texts, Runnable open, Runnable remove, Runnable close) {
        super(model.rows());
        this.model = model;
        this.texts = texts;
        setId("products");
        setAccessibleText(texts.say("products.title"));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        var name = column("name", 22, ProductQuestion.Sort.NAME, NameCell::new);
        var category = column("category", 10, null, () -> new WordCell(ProductLine::category, "muted"));
        var price = column("price", 7, ProductQuestion.Sort.PRICE, () -> new WordCell(this::price, "price"));
        var stock = column("stock", 6, ProductQuestion.Sort.STOCK, () -> new WordCell(ProductTable::stock, "count"));
        var state = column("state", 9, ProductQuestion.Sort.STATE, StateCell::new);
        price.getStyleClass().add("number");
        stock.getStyleClass().add("number");
        getColumns().setAll(List.of(name, category, price, stock, state));
        narrowable = List.of(category, stock);
        setSortPolicy(table -> askSorted());
        setRowFactory(table -> new Row(open));
        widthProperty().addListener((property, before, now) -> narrow(now.doubleValue()));
        setPlaceholder(Layout.words(texts.say("products.noneFound"), "muted"));
        setOnKeyPressed(event -> {
            switch (event.getCode()) {
                case ENTER -> open.run();
                case ESCAPE -> close.run(); // the table keeps Esc to itself otherwise
                case DELETE, BACK_SPACE -> remove.run();
                default -> {}
            }
        });
    }

    private TableColumn<ProductLine, ProductLine> column(
            String key,
            double em,
            ProductQuestion.@Nullable Sort sort,
            Supplier<TableCell<ProductLine, ProductLine>> cell) {
        var column = new TableColumn<ProductLine, ProductLine>(texts.say("column." + key));
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        column.setCellFactory(ignored -> cell.get());
        column.setReorderable(false);
        column.setSortable(sort != null);
        column.setUserData(sort);
        column.setPrefWidth(em * 14);
        column.setMinWidth(em * 8);
        return column;
    }

    private String price(ProductLine line) {
        return line.price() == null ? "" : line.price().format(texts.locale());
    }

    private static String stock(ProductLine line) {
        return line.stock() == null ? "" : Long.toString(line.stock());
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
        double em = Math.max(1, Layout.textSize(this));
        narrowable.getFirst().setVisible(width / em > 46);
        narrowable.getLast().setVisible(width / em > 36);
    }

    private final class Row extends TableRow<ProductLine> {
        Row(Runnable open) {
            setOnMouseClicked(event -> {
                if (!isEmpty() && event.getClickCount() == 1 && !event.isShortcutDown() && !event.isShiftDown()) {
                    open.run();
                }
            });
        }

        @Override
        protected void updateItem(@Nullable ProductLine line, boolean empty) {
            super.updateItem(line, empty);
            if (!empty && getIndex() > model.rows().size() - AHEAD) {
                Platform.runLater(model::more);
            }
        }
    }

    private static final class NameCell extends TableCell<ProductLine, ProductLine> {
        private final Mark.Picture picture = new Mark.Picture();
        private final Label name = new Label();
        private final HBox box = new HBox(picture, name);

        NameCell() {
            box.setAlignment(Pos.CENTER_LEFT);
            box.getStyleClass().add("gap-m");
        }

        @Override
        protected void updateItem(@Nullable ProductLine line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                return;
            }
            picture.show(line.category().isBlank() ? line.name() : line.category());
            name.setText(line.name());
            setGraphic(box);
        }
    }

    private static final class WordCell extends TableCell<ProductLine, ProductLine> {
        private final Function<ProductLine, String> word;

        WordCell(Function<ProductLine, String> word, String style) {
            this.word = word;
            getStyleClass().add(style);
        }

        @Override
        protected void updateItem(@Nullable ProductLine line, boolean empty) {
            super.updateItem(line, empty);
            setText(empty || line == null ? null : word.apply(line));
        }
    }

    private final class StateCell extends TableCell<ProductLine, ProductLine> {
        private final Region dot = new Region();

        @Override
        protected void updateItem(@Nullable ProductLine line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                setText(null);
                return;
            }
            var colour = switch (line.state()) {
                case DRAFT, WITHDRAWN -> "quiet";
                case WAITING -> "wait";
                case ONLINE -> "good";
            };
            dot.getStyleClass().setAll("state-dot", colour);
            setGraphic(dot);
            setText(texts.say("state." + line.state().name().toLowerCase(Locale.ROOT)));
        }
    }
}
