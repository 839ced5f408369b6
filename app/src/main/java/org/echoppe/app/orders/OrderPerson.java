package org.echoppe.app.orders;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.ActionRow;
import org.echoppe.app.fx.Copy;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Texts;
import org.echoppe.domain.OrderId;
import org.echoppe.orders.wire.Fulfilment;
import org.kordamp.ikonli.feather.Feather;

/** Who ordered: how to reach them, where it goes, what they wrote, and what they ordered before. */
final class OrderPerson {
    private static final int EARLIER = 5;

    private final Texts texts;
    private final OrderWords words;
    private final Consumer<OrderId> open;

    /** @param open brings up another order */
    OrderPerson(Texts texts, OrderWords words, Consumer<OrderId> open) {
        this.texts = texts;
        this.words = words;
        this.open = open;
    }

    Node of(OrderDetail order) {
        var box = Layout.styled(new VBox(Layout.words(texts.say("person.title"), "subheading")), "gap");
        box.setId("order-person");
        if (order.contact().isEmpty()) {
            box.getChildren().add(Layout.words(texts.say("person.erased"), "muted"));
            words.kept(order.entry()).ifPresent(kept -> {
                var law = Layout.words(kept + ". " + texts.say("order.kept.why"), "notice", "with-icon");
                law.setGraphic(Icons.of(Feather.ARCHIVE));
                law.setMaxWidth(Double.MAX_VALUE);
                law.setId("kept-paper");
                box.getChildren().add(law);
            });
            return box;
        }
        var contact = order.contact().get();
        box.getChildren().add(Layout.words(contact.name(), "strong"));
        if (!order.note().isEmpty()) {
            var note = Layout.words(order.note(), "notice", "with-icon");
            note.setGraphic(Icons.of(Feather.EDIT_3));
            note.setMaxWidth(Double.MAX_VALUE);
            box.getChildren().add(note);
        }
        if (!contact.phone().isEmpty()) {
            box.getChildren().add(fact(Feather.PHONE, contact.phone()));
        }
        if (!contact.email().isEmpty()) {
            box.getChildren().add(fact(Feather.MAIL, contact.email()));
        }
        if (order.entry().way().orElse(null) instanceof Fulfilment.Delivery(var address)) {
            box.getChildren()
                    .add(fact(
                            Feather.MAP_PIN,
                            address.street() + ", " + address.postalCode() + " " + address.locality()));
        }
        earlier(order, box);
        return box;
    }

    private Node fact(Feather icon, String text) {
        var words = Layout.words(text, "free", "with-icon");
        words.setGraphic(Icons.of(icon, "muted"));
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var copy = new Copy(texts.say("person.copy"), texts.say("person.copied"), text);
        copy.setAccessibleText(texts.say("person.copy") + " " + text);
        return Layout.styled(new HBox(words, copy), "gap-m", "middle");
    }

    private void earlier(OrderDetail order, VBox box) {
        int many = order.earlier().size();
        box.getChildren().add(Layout.words(texts.say("person.earlier", many), "muted"));
        if (many == 0) {
            return;
        }
        var rows = Layout.styled(new VBox(), "action-rows");
        order.earlier().stream().limit(EARLIER).forEach(one -> {
            var row = new ActionRow(
                    Icons.of(Feather.CLOCK, "muted"),
                    texts.say(
                            "person.earlier.one",
                            one.reference(),
                            words.age(one),
                            one.total().format(texts.locale()),
                            words.state(one)),
                    () -> open.accept(one.id()));
            rows.getChildren().add(row);
        });
        box.getChildren().add(rows);
    }
}
