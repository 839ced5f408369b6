package org.echoppe.app.orders;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Sheet;
import org.echoppe.app.fx.Texts;
import org.echoppe.app.fx.TroubleNotice;
import org.echoppe.domain.OrderId;
import org.echoppe.orders.desk.ToDo;

/** One order beside the list: where it stands, what can be done, and everything that is known of it. */
final class OrderSheet {
    private final OrdersModel orders;
    private final OrderModel model;
    private final Texts texts;
    private final Texts ground;
    private final OrderWords words;
    private final OrderButtons buttons;
    private final OrderAsking asking;
    private final OrderGoods goods;
    private final OrderPerson person;
    private final OrderStoryPart story;
    private final OrderPapersPart papers;
    private final OrderPrivacy privacy;
    private final VBox body = Layout.styled(new VBox(), "gap-l");

    /**
     * Draws nothing yet.
     *
     * @param open brings up a document
     * @param focus brings the keyboard back to the list
     */
    OrderSheet(OrdersModel orders, Texts texts, Texts ground, OrderWords words, Consumer<String> open, Runnable focus) {
        this.orders = orders;
        this.model = orders.order();
        this.texts = texts;
        this.ground = ground;
        this.words = words;
        this.buttons = new OrderButtons(texts, this::act, focus);
        this.asking = new OrderAsking(model, texts, ground, words);
        this.goods = new OrderGoods(texts, words);
        this.person = new OrderPerson(texts, words, orders::open);
        this.story = new OrderStoryPart(model, texts, words);
        this.papers = new OrderPapersPart(model, texts, open);
        this.privacy = new OrderPrivacy(model, texts, ground);
    }

    Sheet build(OrderId id) {
        var now = orders.shown().stream().filter(one -> one.id().equals(id)).findFirst();
        var title = now.map(words::name).orElse(texts.say("order.title"));
        var head = new VBox();
        var facts = Layout.styled(new VBox(), "gap-l");
        var talk = story.build();
        body.getChildren()
                .setAll(
                        head,
                        new TroubleNotice(model.troubleProperty(), texts.language()),
                        asking.build(),
                        facts,
                        talk,
                        privacy.build());
        body.setId("order-sheet");
        var foot = buttons.build();
        HBox.setHgrow(foot, Priority.ALWAYS);
        Listening.now(body, model.detailProperty(), order -> {
            boolean mine = order != null && order.entry().id().equals(id);
            talk.setVisible(mine);
            if (order != null && mine) {
                head.getChildren().setAll(standing(order.entry()));
                facts.getChildren().setAll(goods.of(order), person.of(order), papers.of(order));
                story.show(order);
                buttons.show(order);
            }
        });
        var sheet = new Sheet(title, body, orders::close, ground, foot);
        sheet.getStyleClass().add("wide");
        Listening.now(foot, model.askingProperty(), asked -> buttons.ask(asked != OrderModel.Asking.NOTHING));
        return sheet;
    }

    private Node standing(OrderEntry order) {
        var dot = new Region();
        dot.getStyleClass().setAll("state-dot", OrderWords.colour(order));
        var state = Layout.styled(new Label(words.state(order), dot), "strong", "with-icon");
        state.setId("order-state");
        state.setMinWidth(Region.USE_PREF_SIZE);
        var reference = Layout.styled(new Label(order.reference()), "mono");
        reference.setId("order-reference");
        reference.setMinWidth(Region.USE_PREF_SIZE);
        var came = Layout.words(texts.say("order.came", words.when(order.received())), "muted", "small");
        var line = Layout.styled(new HBox(state, Layout.space(), reference), "gap-m", "middle");
        var standing = Layout.styled(new VBox(line, came), "gap-s");
        if (order.todo() == ToDo.DECIDE) {
            var asked = Layout.words(texts.say("order.decide"), "notice", "warn");
            asked.setId("order-decide");
            asked.setMaxWidth(Double.MAX_VALUE);
            standing.getChildren().add(asked);
        }
        return standing;
    }

    /** What a button or its key asks for. */
    void act(OrderAction action) {
        var order = model.detailProperty().get();
        if (order == null || !OrderAction.possible(order).contains(action)) {
            return;
        }
        switch (action) {
            case SAY -> story.focus();
            case PRINT -> papers.printSlip();
            default -> model.act(action, texts.language());
        }
    }
}
