package org.echoppe.app.orders;

import java.util.function.Consumer;
import javafx.beans.property.LongProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.Fields;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Texts;
import org.echoppe.domain.OrderId;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A row of the inbox: reference and age, who and what, when, how much, and where it stands. */
final class OrderCell extends ListCell<OrderEntry> {
    /** Width of a row, in units of the text size, below which the time stands with the goods. */
    private static final double NARROW = 56;

    private final ListView<OrderEntry> list;
    private final OrderWords words;
    private final Texts texts;
    private final Label reference = Layout.styled(new Label(), "mono");
    private final Label age = Layout.styled(new Label(), "muted", "small");
    private final Label name = Layout.styled(new Label(), "strong", "free");
    private final Label what = Layout.styled(new Label(), "muted", "small", "free");
    private final Label wayBelow = Layout.styled(new Label(), "small", "free");
    private final Label way = Layout.styled(new Label(), "order-way", "free");
    private final Label total = Layout.styled(new Label(), "price");
    private final Region dot = new Region();
    private final Label state = Layout.styled(new Label(), "small");
    private final HBox box;

    OrderCell(ListView<OrderEntry> list, OrderWords words, Texts texts, LongProperty beats, Consumer<OrderId> open) {
        this.list = list;
        this.words = words;
        this.texts = texts;
        var left = Layout.styled(new VBox(reference, age), "order-reference");
        var middle = new VBox(name, what, wayBelow);
        middle.setMinWidth(0);
        HBox.setHgrow(middle, Priority.ALWAYS);
        state.setGraphic(dot);
        state.setMinWidth(USE_PREF_SIZE);
        total.setMinWidth(USE_PREF_SIZE);
        var right = Layout.styled(new VBox(total, state), "order-state");
        box = Layout.styled(new HBox(left, middle, way, right), "gap-m");
        box.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
        widthProperty().addListener((property, before, now) -> narrow(now.doubleValue()));
        Listening.now(this, beats, beat -> {
            var order = getItem();
            if (order != null) {
                age.setText(words.age(order));
            }
        });
        setOnMouseClicked(event -> {
            var order = getItem();
            if (order != null) {
                open.accept(order.id());
            }
        });
    }

    private void narrow(double width) {
        boolean wide = width / Layout.textSize(list) > NARROW;
        box.getStyleClass().remove("wide");
        if (wide) {
            box.getStyleClass().add("wide");
        }
        Fields.present(way, wide);
        Fields.present(wayBelow, !wide);
    }

    @Override
    protected void updateItem(@Nullable OrderEntry order, boolean empty) {
        super.updateItem(order, empty);
        if (empty || order == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        reference.setText(order.reference());
        age.setText(words.age(order));
        name.setText(words.name(order));
        name.setGraphic(order.seen() ? null : Icons.of(Feather.MAIL, "go"));
        what.setText(words.what(order));
        way.setText(words.kept(order).orElseGet(() -> words.way(order)));
        wayBelow.setText(way.getText());
        total.setText(order.total().format(texts.locale()));
        state.setText(words.state(order));
        dot.getStyleClass().setAll("state-dot", OrderWords.colour(order));
        setAccessibleText(String.join(
                ", ",
                state.getText(),
                order.seen() ? name.getText() : name.getText() + " " + texts.say("order.unseen"),
                what.getText(),
                way.getText(),
                total.getText(),
                age.getText(),
                order.reference()));
        setGraphic(box);
    }
}
