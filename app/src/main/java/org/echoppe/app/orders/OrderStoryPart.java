package org.echoppe.app.orders;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.Fields;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Texts;
import org.echoppe.orders.desk.Happening;
import org.kordamp.ikonli.feather.Feather;

/** What happened to an order, both sides' messages in their place, and a field for the next one. */
final class OrderStoryPart {
    private static final int ROWS = 2;

    private final OrderModel model;
    private final Texts texts;
    private final OrderWords words;
    private final ChangeWords changes;
    private final VBox steps = Layout.styled(new VBox(), "gap");
    private final TextArea message = new TextArea();
    private VBox writing = new VBox();

    OrderStoryPart(OrderModel model, Texts texts, OrderWords words) {
        this.model = model;
        this.texts = texts;
        this.words = words;
        this.changes = new ChangeWords(texts);
        message.setId("message");
        message.setPrefRowCount(ROWS);
        message.setWrapText(true);
        message.setAccessibleText(texts.say("story.write"));
        message.setPromptText(texts.say("story.write"));
        message.textProperty().bindBidirectional(model.messageProperty());
        message.addEventFilter(javafx.scene.input.KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB) {
                event.consume();
                message.requestFocusTraversal(
                        event.isShiftDown()
                                ? javafx.scene.TraversalDirection.PREVIOUS
                                : javafx.scene.TraversalDirection.NEXT);
            } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                event.consume();
                model.say();
            }
        });
    }

    Node build() {
        var send = new Button(texts.say("story.send"), Icons.of(Feather.SEND));
        send.setId("send");
        send.setMinWidth(Region.USE_PREF_SIZE);
        send.disableProperty().bind(model.messageProperty().isEmpty());
        send.setOnAction(event -> model.say());
        var hint = Layout.styled(new HBox(OrderButtons.keycap(OrderAction.SAY), Layout.space(), send), "gap", "middle");
        writing = Layout.styled(new VBox(message, hint), "gap-s");
        var box = Layout.styled(new VBox(Layout.words(texts.say("story.title"), "subheading"), steps, writing), "gap");
        box.setId("order-story");
        return box;
    }

    void show(OrderDetail order) {
        steps.getChildren()
                .setAll(order.story().stream().map(one -> step(one, order)).toList());
        Fields.present(writing, OrderAction.possible(order).contains(OrderAction.SAY));
    }

    void focus() {
        Layout.focus(message);
        Layout.reveal(message);
    }

    private Node step(Happening one, OrderDetail order) {
        var when = Layout.styled(new Label(words.when(one.when())), "muted", "small", "story-when");
        var said = Layout.styled(new VBox(Layout.words(sentence(one))), "gap-s");
        if (!one.words().isEmpty()) {
            boolean shopper = one.kind() == Happening.Kind.SAID_BY_SHOPPER
                    || one.kind() == Happening.Kind.ASKED_TO_CANCEL
                    || one.kind() == Happening.Kind.WITHDRAWAL_REFUSED
                    || one.kind() == Happening.Kind.MOVED_BY_SHOPPER
                    || one.kind() == Happening.Kind.WITHDRAWN_IN_PART;
            var quote = Layout.words(one.words(), "notice", shopper ? "warn" : "good");
            quote.setMaxWidth(Double.MAX_VALUE);
            said.getChildren().add(quote);
        }
        one.changes()
                .forEach(change -> said.getChildren()
                        .add(Layout.words(
                                changes.say(change, order.entry().total().currency()), "muted")));
        HBox.setHgrow(said, Priority.ALWAYS);
        return Layout.styled(new HBox(when, said), "gap-m");
    }

    private String sentence(Happening one) {
        var key = "story." + one.kind().name().toLowerCase(Locale.ROOT);
        return switch (one.kind()) {
            case MOVED, MOVED_BY_SHOPPER -> texts.say(key + "." + one.state().code());
            case PLACED,
                    ACCEPTED_BY_ITSELF,
                    WITHDRAWN_IN_PART,
                    GIVEN_LESS,
                    WITHDRAWAL_REFUSED,
                    PAID,
                    WRITTEN_OFF,
                    AWAITED_AGAIN,
                    REFUNDED,
                    SEEN,
                    ASKED_TO_CANCEL,
                    SAID_BY_SHOP,
                    SAID_BY_SHOPPER -> texts.say(key);
        };
    }
}
