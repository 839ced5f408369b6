package org.echoppe.app.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
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

/** What has to be said before an order is declined, cancelled or accepted in part. */
final class OrderAsking {
    private static final int REASONS = 4;

    private final OrderModel model;
    private final Texts texts;
    private final Texts ground;

    OrderAsking(OrderModel model, Texts texts, Texts ground) {
        this.model = model;
        this.texts = texts;
        this.ground = ground;
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
            }
        });
        return card;
    }

    private void reason(VBox card, String key) {
        var field = new TextField();
        field.setId("reason");
        field.setOnAction(event -> model.answer());
        field.textProperty().bindBidirectional(model.reasonProperty());
        field.setAccessibleText(texts.say("ask." + key));
        field.setPromptText(texts.say("ask.reason.own"));
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
        card.getChildren()
                .addAll(
                        Layout.words(texts.say("ask." + key), "strong"),
                        Layout.words(texts.say("ask." + key + ".meaning"), "muted", "small"),
                        field,
                        ready,
                        foot("ask." + key + ".yes", true));
        Layout.focus(field);
    }

    private void part(VBox card) {
        card.getChildren()
                .addAll(
                        Layout.words(texts.say("ask.part"), "strong"),
                        Layout.words(texts.say("ask.part.meaning"), "muted", "small"));
        var order = model.detailProperty().get();
        List<TextField> fields = new ArrayList<>();
        for (int i = 0; order != null && i < order.lines().size(); i++) {
            var line = order.lines().get(i);
            var field = new TextField();
            field.setId("part-" + i);
            field.setOnAction(event -> model.answer());
            field.textProperty().bindBidirectional(model.amounts().get(i));
            field.getStyleClass().add("amount");
            field.setAccessibleText(line.name());
            fields.add(field);
            var of =
                    new Label(texts.say("ask.part.of", Amounts.typed(line.quantity(), line.measure(), texts.locale())));
            of.setMinWidth(Region.USE_PREF_SIZE);
            var name = Layout.words(line.name());
            HBox.setHgrow(name, Priority.ALWAYS);
            name.setMaxWidth(Double.MAX_VALUE);
            card.getChildren().add(Layout.styled(new HBox(name, field, Layout.styled(of, "muted")), "gap", "middle"));
        }
        var wrong = Layout.words(texts.say("ask.part.wrong"), "problem");
        Listening.now(card, model.wrongAmountProperty(), isWrong -> Fields.present(wrong, isWrong));
        card.getChildren().addAll(wrong, foot("ask.part.yes", false));
        if (!fields.isEmpty()) {
            Layout.focus(fields.getFirst());
        }
    }

    private Node foot(String yes, boolean danger) {
        var go = new Button(texts.say(yes));
        go.setId("ask-yes");
        go.getStyleClass().add(danger ? "danger" : "accent");
        go.setMinWidth(Region.USE_PREF_SIZE);
        go.setOnAction(event -> model.answer());
        var no = new Button(ground.say("dialog.cancel"));
        no.setMinWidth(Region.USE_PREF_SIZE);
        no.setOnAction(event -> model.askNothing());
        return Layout.styled(new FlowPane(go, no), "buttons");
    }
}
