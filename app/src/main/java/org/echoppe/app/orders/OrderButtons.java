package org.echoppe.app.orders;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.echoppe.app.fx.Fields;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Texts;
import org.echoppe.domain.OrderState;

/** What can be done about an order, each button with its key beside the word. */
final class OrderButtons {
    private final Texts texts;
    private final Consumer<OrderAction> act;
    private final Runnable focus;
    private final Map<OrderAction, Button> buttons = new EnumMap<>(OrderAction.class);
    private FlowPane bar = new FlowPane();
    private boolean busy;

    /** @param focus brings the keyboard back to the list, where the next key is heard */
    OrderButtons(Texts texts, Consumer<OrderAction> act, Runnable focus) {
        this.texts = texts;
        this.act = act;
        this.focus = focus;
        for (var action : OrderAction.values()) {
            // a message has its field, and a paper its button where they stand
            if (action != OrderAction.SAY && action != OrderAction.PRINT) {
                buttons.put(action, button(action));
            }
        }
    }

    private Button button(OrderAction action) {
        var name = action.name().toLowerCase(Locale.ROOT);
        var button = new Button(texts.say("action." + name), keycap(action));
        button.setId("act-" + name.replace('_', '-'));
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleHelp(texts.say("action.key", String.valueOf(action.key())));
        button.setOnAction(event -> act.accept(action));
        if (action == OrderAction.DECLINE || action == OrderAction.CANCEL) {
            button.getStyleClass().add("danger");
        }
        return button;
    }

    static Label keycap(OrderAction action) {
        return Layout.styled(new Label(String.valueOf(action.key())), "keycap");
    }

    FlowPane build() {
        bar = Layout.styled(new FlowPane(), "tools");
        // as many rows as the buttons take in the width that there is
        bar.prefWrapLengthProperty().bind(bar.widthProperty());
        return bar;
    }

    void show(OrderDetail order) {
        var possible = OrderAction.possible(order);
        var next = OrderAction.next(order);
        buttons.forEach((action, button) -> {
            button.getStyleClass().remove("accent");
            if (next.filter(action::equals).isPresent()) {
                button.getStyleClass().add("accent");
            }
        });
        var back = order.entry().state() == OrderState.COMPLETED ? "action.take_back" : "action.give_less";
        Objects.requireNonNull(buttons.get(OrderAction.TAKE_BACK)).setText(texts.say(back));
        boolean pressed = bar.getChildren().stream().anyMatch(Node::isFocused);
        bar.getChildren()
                .setAll(buttons.entrySet().stream()
                        .filter(one -> possible.contains(one.getKey()))
                        .map(Map.Entry::getValue)
                        .toList());
        if (pressed && bar.getChildren().stream().noneMatch(Node::isFocused)) {
            focus.run();
        }
        present();
    }

    /** While a reason or amounts are asked for, these would only be in the way. */
    void ask(boolean asking) {
        busy = asking;
        present();
    }

    private void present() {
        if (bar.getParent() != null) {
            Fields.present(bar.getParent(), !busy && !bar.getChildren().isEmpty());
        }
    }
}
