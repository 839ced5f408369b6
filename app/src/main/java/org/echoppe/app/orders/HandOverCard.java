package org.echoppe.app.orders;

import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.Fields;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Texts;

/** What is asked when an order is handed over: whether it is paid, and whom the invoice is made out to. */
final class HandOverCard {
    private final OrderModel model;
    private final Texts texts;
    private final Texts ground;

    HandOverCard(OrderModel model, Texts texts, Texts ground) {
        this.model = model;
        this.texts = texts;
        this.ground = ground;
    }

    /** @param name of who gets it */
    void fill(VBox card, OrderDetail order, String name) {
        var due = order.due().format(texts.locale());
        var how = order.paid() ? "paid" : order.awaitsTransfer() ? "transfer" : "due";
        var yes = yes("ask-yes", texts.say("ask.hand_over." + how + ".yes", due), true);
        var no = new Button(ground.say("dialog.cancel"));
        no.setMinWidth(Region.USE_PREF_SIZE);
        no.setOnAction(event -> model.askNothing());
        var foot = Layout.styled(new FlowPane(yes), "buttons");
        if (order.awaitsTransfer()) {
            foot.getChildren().add(yes("ask-unpaid", texts.say("ask.hand_over.transfer.no", due), false));
        }
        foot.getChildren().add(no);
        card.getChildren()
                .addAll(
                        Layout.words(texts.say("ask.hand_over", name), "strong"),
                        Layout.words(texts.say("ask.hand_over.meaning"), "muted", "small"),
                        company(),
                        foot);
        Layout.focus(yes);
    }

    private Button yes(String id, String words, boolean paid) {
        var go = new Button(words);
        go.setId(id);
        go.getStyleClass().add(paid ? "accent" : "quiet");
        go.setMinWidth(Region.USE_PREF_SIZE);
        go.setOnAction(event -> model.handOver(paid));
        return go;
    }

    private Node company() {
        var to = model.invoiceTo();
        var wanted = new CheckBox(texts.say("company"));
        wanted.setId("invoice-company");
        wanted.setWrapText(true);
        wanted.selectedProperty().bindBidirectional(to.wantedProperty());
        var name = line("name", to.nameProperty());
        var fields = Layout.styled(
                new VBox(
                        name,
                        row(line("registration", to.registrationProperty()), line("vat", to.vatProperty())),
                        line("street", to.streetProperty()),
                        row(line("postalCode", to.postalCodeProperty()), line("locality", to.localityProperty()))),
                "gap");
        Listening.now(fields, to.wantedProperty(), shown -> {
            Fields.present(fields, shown);
            if (shown) {
                Layout.focus(name.getChildren().getLast());
            }
        });
        return Layout.styled(new VBox(wanted, fields), "gap");
    }

    private VBox line(String field, StringProperty typed) {
        var input = new TextField();
        input.setId("company-" + field);
        input.textProperty().bindBidirectional(typed);
        var label = new Label(texts.say("company." + field));
        label.setLabelFor(input);
        label.setWrapText(true);
        var line = Layout.styled(new VBox(label, input), "gap-s");
        HBox.setHgrow(line, Priority.ALWAYS);
        return line;
    }

    private static Node row(Node... fields) {
        return Layout.styled(new HBox(fields), "gap-m");
    }
}
