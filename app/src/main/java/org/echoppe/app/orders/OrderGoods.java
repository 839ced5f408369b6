package org.echoppe.app.orders;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Texts;
import org.echoppe.domain.Money;
import org.echoppe.orders.desk.ToDo;

/** What was ordered: each line with its price and what is left of it, the fee, the total, how and when it is wanted. */
final class OrderGoods {
    private final Texts texts;
    private final OrderWords words;

    OrderGoods(Texts texts, OrderWords words) {
        this.texts = texts;
        this.words = words;
    }

    Node of(OrderDetail order) {
        var card = Layout.styled(new VBox(), "card");
        card.setId("order-goods");
        order.lines().forEach(line -> card.getChildren().add(line(line, order)));
        if (order.fee().minorUnits() > 0) {
            card.getChildren().add(amount(texts.say("goods.fee"), order.fee(), ""));
        }
        card.getChildren().add(Layout.styled(new Region(), "hairline"));
        card.getChildren().add(amount(texts.say("goods.total"), order.entry().total(), "price"));
        boolean less = !order.due().equals(order.entry().total());
        if (order.awaitsTransfer() && less) {
            card.getChildren().add(amount(texts.say("goods.due"), order.due(), "price"));
        }
        if (order.owed().minorUnits() > 0) {
            card.getChildren().add(amount(texts.say("goods.owed"), order.owed(), "price"));
        }
        return Layout.styled(
                new VBox(
                        Layout.words(words.way(order.entry()), "subheading"),
                        card,
                        Layout.words(texts.say(pay(order)), "muted")),
                "gap");
    }

    private static String pay(OrderDetail order) {
        if (order.paid()) {
            return "pay.done";
        }
        if (order.entry().returned()) {
            return "pay.nothing";
        }
        return order.entry().writtenOff()
                ? "pay.never"
                : "pay." + order.payment().code();
    }

    private Node line(OrderDetail.Line line, OrderDetail order) {
        var name = Layout.words(Amounts.say(line.quantity(), line.measure(), texts) + "\u00a0" + line.name());
        name.setMaxWidth(Double.MAX_VALUE);
        var below = Layout.words(below(line, order), "muted", "small");
        var left = new VBox(name, below);
        HBox.setHgrow(left, Priority.ALWAYS);
        return Layout.styled(new HBox(left, money(line.total(), "")), "gap-m");
    }

    private String below(OrderDetail.Line line, OrderDetail order) {
        var said = new StringBuilder(line.each().format(texts.locale()) + Amounts.per(line.measure(), texts));
        if (line.back()) {
            said.append(" · ").append(texts.say("goods.back"));
        } else if (line.accepted() < line.quantity()) {
            said.append(" · ")
                    .append(texts.say("goods.given", Amounts.typed(line.accepted(), line.measure(), texts.locale())));
        }
        boolean matters = order.entry().todo() == ToDo.ANSWER || order.entry().todo() == ToDo.AGREE;
        line.left().filter(_ -> matters).ifPresent(left -> said.append(" · ").append(texts.say("goods.left", left)));
        return said.toString();
    }

    private Node amount(String word, Money money, String style) {
        var label = Layout.words(word, style.isEmpty() ? "muted" : "strong");
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        return Layout.styled(new HBox(label, money(money, style)), "gap-m");
    }

    private Label money(Money money, String style) {
        var label = new Label(money.format(texts.locale()));
        label.setMinWidth(Region.USE_PREF_SIZE);
        if (!style.isEmpty()) {
            label.getStyleClass().add(style);
        }
        return label;
    }
}
