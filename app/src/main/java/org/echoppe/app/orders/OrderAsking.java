package org.echoppe.app.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.Fields;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Texts;
import org.echoppe.domain.OrderState;

/** What has to be said before an order is declined, cancelled, accepted in part or paid back. */
final class OrderAsking {
    private static final int REASONS = 4;

    private final OrderModel model;
    private final Texts texts;
    private final Texts ground;
    private final OrderWords words;

    OrderAsking(OrderModel model, Texts texts, Texts ground, OrderWords words) {
        this.model = model;
        this.texts = texts;
        this.ground = ground;
        this.words = words;
    }

    Node build() {
        var card = Layout.styled(new VBox(), "card");
        card.setId("order-asking");
        card.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                model.askNothing();
            }
        });
        Listening.now(card, model.askingProperty(), asking -> {
            Fields.present(card, asking != OrderModel.Asking.NOTHING);
            card.getChildren().clear();
            switch (asking) {
                case NOTHING -> {}
                case PART -> part(card);
                case DECLINE, CANCEL -> reason(card, asking.name().toLowerCase(Locale.ROOT));
                case HAND_OVER -> handOver(card);
                case PAID -> paid(card);
                case WRITE_OFF -> writeOff(card);
                case REFUND -> refund(card);
                case TAKE_BACK -> takeBack(card);
            }
        });
        return card;
    }

    private TextField words(String asked) {
        var field = new TextField();
        field.setId("reason");
        field.setOnAction(event -> model.answer());
        field.textProperty().bindBidirectional(model.reasonProperty());
        field.setAccessibleText(texts.say(asked));
        field.setPromptText(texts.say(asked));
        return field;
    }

    private void reason(VBox card, String key) {
        var field = words("ask.reason.own");
        field.setAccessibleText(texts.say("ask." + key));
        card.getChildren()
                .addAll(
                        Layout.words(texts.say("ask." + key), "strong"),
                        Layout.words(texts.say("ask." + key + ".meaning"), "muted", "small"),
                        field,
                        ready(key, field),
                        wentBack(key),
                        foot(yes(texts.say("ask." + key + ".yes"), "danger")));
        Layout.focus(field);
    }

    /** What was paid for an order that is cancelled goes back: before, or as the next thing to do. */
    private Node wentBack(String key) {
        var order = model.detailProperty().get();
        var box = new VBox();
        if (order != null && order.paid() && key.equals("cancel")) {
            var back = order.due().plus(order.owed()).format(texts.locale());
            var went = new CheckBox(texts.say("ask.cancel.paidBack", back));
            went.setId("paid-back");
            went.setWrapText(true);
            went.selectedProperty().bindBidirectional(model.paidBackProperty());
            box.getChildren()
                    .addAll(went, Layout.words(texts.say("ask.cancel.paidBack.meaning", back), "muted", "small"));
        }
        Fields.present(box, !box.getChildren().isEmpty());
        return box;
    }

    private void handOver(VBox card) {
        var order = model.detailProperty().get();
        if (order != null) {
            new HandOverCard(model, texts, ground).fill(card, order, words.name(order.entry()));
        }
    }

    /** More may have come than is to be paid: some went back meanwhile, or somebody paid twice. */
    private void paid(VBox card) {
        var order = model.detailProperty().get();
        if (order == null) {
            return;
        }
        boolean stands = order.entry().state().stands();
        var due = order.due().format(texts.locale());
        var field = new TextField();
        field.setId("received");
        field.getStyleClass().add("amount");
        field.setAccessibleText(texts.say("ask.paid"));
        field.textProperty().bindBidirectional(model.receivedProperty());
        field.setOnAction(event -> model.answer());
        card.getChildren()
                .addAll(
                        Layout.words(texts.say("ask.paid"), "strong"),
                        Layout.words(
                                stands ? texts.say("ask.paid.meaning", due) : texts.say("ask.paid.over"),
                                "muted",
                                "small"),
                        field,
                        wrong("ask.paid.wrong"),
                        foot(yes(texts.say("ask.paid.yes"), "accent")));
        Layout.focus(field);
    }

    /** It can be taken back: what is said is what it changes, and what it does not. */
    private void writeOff(VBox card) {
        var order = model.detailProperty().get();
        var due = order == null ? "" : order.due().format(texts.locale());
        var yes = yes(texts.say("ask.write_off.yes"), "accent");
        card.getChildren()
                .addAll(
                        Layout.words(texts.say("ask.write_off", due), "strong"),
                        Layout.words(texts.say("ask.write_off.meaning"), "muted", "small"),
                        Layout.words(texts.say("ask.write_off.vat"), "muted", "small"),
                        foot(yes));
        Layout.focus(yes);
    }

    private Node ready(String key, TextField field) {
        var ready = Layout.styled(new FlowPane(), "chip-flow");
        for (int i = 1; i <= REASONS; i++) {
            var words = texts.say("reason." + key + "." + i);
            var chip = Layout.styled(new Button(words), "chip");
            chip.setId("reason-" + i);
            chip.setMinWidth(Region.USE_PREF_SIZE);
            chip.setOnAction(event -> {
                model.reasonProperty().set(words);
                field.requestFocus();
                field.end();
            });
            ready.getChildren().add(chip);
        }
        return ready;
    }

    /** The money is on its way: nothing takes that back, and the shopper may be told a word with it. */
    private void refund(VBox card) {
        var order = model.detailProperty().get();
        var owed = order == null ? "" : order.owed().format(texts.locale());
        var field = words("ask.message");
        var yes = yes(texts.say("ask.refund.yes"), "danger");
        card.getChildren()
                .addAll(
                        Layout.words(texts.say("ask.refund", owed), "strong"),
                        Layout.words(texts.say("ask.refund.meaning"), "muted", "small"),
                        field,
                        foot(yes));
        Layout.focus(field);
    }

    private void takeBack(VBox card) {
        var order = model.detailProperty().get();
        boolean handed = order == null || order.entry().state() == OrderState.COMPLETED;
        boolean paid = order == null || order.paid();
        var key = handed ? "ask.take_back" : "ask.give_less";
        card.getChildren()
                .addAll(
                        Layout.words(texts.say(key), "strong"),
                        Layout.words(texts.say(key + (paid ? ".meaning" : ".unpaid")), "muted", "small"));
        var fields = amounts(card, "back-", OrderDetail.Line::accepted, OrderDetail.Line::stays);
        var reason = words("ask.reason.own");
        var yes = yes("", "danger");
        Listening.now(card, model.worthProperty(), worth -> {
            yes.setDisable(worth == null);
            yes.setText(
                    worth == null
                            ? texts.say(paid ? "ask.take_back.nothing" : "ask.take_off.nothing")
                            : texts.say(paid ? "ask.take_back.yes" : "ask.take_off.yes", worth.format(texts.locale())));
        });
        card.getChildren()
                .addAll(
                        wrong("ask.take_back.wrong"),
                        reason,
                        ready(handed ? "take_back" : "give_less", reason),
                        foot(yes));
        if (!fields.isEmpty()) {
            Layout.focus(fields.getFirst());
        }
    }

    private void part(VBox card) {
        card.getChildren()
                .addAll(
                        Layout.words(texts.say("ask.part"), "strong"),
                        Layout.words(texts.say("ask.part.meaning"), "muted", "small"));
        var fields = amounts(card, "part-", OrderDetail.Line::quantity, line -> true);
        card.getChildren()
                .addAll(wrong("ask.part.wrong"), words("ask.message"), foot(yes(texts.say("ask.part.yes"), "accent")));
        if (!fields.isEmpty()) {
            Layout.focus(fields.getFirst());
        }
    }

    /** A field for each line, of those that are asked about. */
    private List<TextField> amounts(
            VBox card, String id, ToLongFunction<OrderDetail.Line> most, Predicate<OrderDetail.Line> asked) {
        var order = model.detailProperty().get();
        List<TextField> fields = new ArrayList<>();
        for (int i = 0; order != null && i < order.lines().size(); i++) {
            var line = order.lines().get(i);
            if (!asked.test(line)) {
                continue;
            }
            var field = new TextField();
            field.setId(id + i);
            field.setOnAction(event -> model.answer());
            field.textProperty().bindBidirectional(model.amounts().get(i));
            field.getStyleClass().add("amount");
            field.setAccessibleText(line.name());
            fields.add(field);
            var of = new Label(
                    texts.say("ask.part.of", Amounts.typed(most.applyAsLong(line), line.measure(), texts.locale())));
            of.setMinWidth(Region.USE_PREF_SIZE);
            var name = Layout.words(line.name());
            HBox.setHgrow(name, Priority.ALWAYS);
            name.setMaxWidth(Double.MAX_VALUE);
            card.getChildren().add(Layout.styled(new HBox(name, field, Layout.styled(of, "muted")), "gap", "middle"));
        }
        return fields;
    }

    private Node wrong(String key) {
        var wrong = Layout.words(texts.say(key), "problem");
        Listening.now(wrong, model.wrongAmountProperty(), isWrong -> Fields.present(wrong, isWrong));
        return wrong;
    }

    private Button yes(String words, String style) {
        var go = new Button(words);
        go.setId("ask-yes");
        go.getStyleClass().add(style);
        go.setMinWidth(Region.USE_PREF_SIZE);
        go.setOnAction(event -> model.answer());
        return go;
    }

    private Node foot(Button yes) {
        var no = new Button(ground.say("dialog.cancel"));
        no.setMinWidth(Region.USE_PREF_SIZE);
        no.setOnAction(event -> model.askNothing());
        return Layout.styled(new FlowPane(yes, no), "buttons");
    }
}
