package org.echoppe.app.orders;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Texts;
import org.kordamp.ikonli.feather.Feather;

/** The lines of a sale: how much of each, and the sum. */
final class CounterLines {
    private final CounterModel model;
    private final Texts texts;

    CounterLines(CounterModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    Node build() {
        var rows = Layout.styled(new VBox(), "gap");
        rows.setId("counter-lines");
        Runnable draw = () -> {
            rows.getChildren().clear();
            for (int i = 0; i < model.lines().size(); i++) {
                rows.getChildren().add(row(i, model.lines().get(i)));
            }
            if (model.lines().isEmpty()) {
                rows.getChildren().add(Layout.words(texts.say("counter.empty"), "muted"));
            }
        };
        model.lines().addListener(new javafx.collections.WeakListChangeListener<>(CounterSheet.kept(rows, draw)));
        draw.run();
        var word = Layout.words(texts.say("goods.total"), "strong");
        var total = Layout.styled(new Label(), "heading", "price");
        total.setId("counter-total");
        total.setMinWidth(Region.USE_PREF_SIZE);
        Listening.now(
                total,
                model.totalProperty(),
                money -> total.setText(money == null ? "—" : money.format(texts.locale())));
        return Layout.styled(
                new VBox(rows, Layout.styled(new HBox(word, Layout.space(), total), "gap-m", "middle")), "card");
    }

    private Node row(int index, CounterModel.Line line) {
        var name = Layout.words(line.goods().name());
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var amount = new TextField(Amounts.typed(line.quantity(), line.goods().loose(), texts.locale()));
        amount.setId("amount-" + index);
        amount.getStyleClass().add("amount");
        amount.setAccessibleText(texts.say("counter.amount", line.goods().name()));
        amount.setOnAction(event -> model.count(index, amount.getText()));
        amount.focusedProperty().addListener((property, before, now) -> {
            if (!now && index < model.lines().size() && model.lines().get(index).equals(line)) {
                model.count(index, amount.getText());
            }
        });
        var total = Layout.styled(new Label(line.total().format(texts.locale())), "line-total");
        return Layout.styled(
                new HBox(
                        name,
                        step(Feather.MINUS, "counter.less", line, () -> model.less(index)),
                        amount,
                        step(Feather.PLUS, "counter.more", line, () -> model.more(index)),
                        total),
                "gap",
                "middle");
    }

    private Node step(Feather icon, String key, CounterModel.Line line, Runnable work) {
        var button = new Button(null, Icons.of(icon));
        button.getStyleClass().add("icon-only");
        button.setAccessibleText(texts.say(key, line.goods().name()));
        button.setOnAction(event -> work.run());
        return button;
    }
}
