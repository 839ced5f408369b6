package org.echoppe.app.orders;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.ScreenHead;
import org.echoppe.app.fx.Texts;
import org.kordamp.ikonli.feather.Feather;

/** What stands above the orders: search, the bell, the counter, and what the list may be narrowed to. */
final class OrdersHead {
    private final OrdersModel model;
    private final Texts texts;
    private final Runnable focusList;
    private final TextField search = new TextField();

    OrdersHead(OrdersModel model, Texts texts, Runnable focusList) {
        this.model = model;
        this.texts = texts;
        this.focusList = focusList;
    }

    Node build() {
        var title = Layout.styled(new Label(texts.say("orders.title")), "title");
        search.setId("search-orders");
        search.getStyleClass().add("search");
        search.setPromptText(texts.say("orders.search"));
        search.setAccessibleText(texts.say("orders.search.what"));
        search.setTooltip(new Tooltip(texts.say("orders.search.what")));
        search.textProperty().bindBidirectional(model.wordsProperty());
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
                event.consume();
                focusList.run();
            }
        });
        var sell = new Button(texts.say("orders.counter"), Icons.of(Feather.SHOPPING_CART));
        sell.setId("counter");
        sell.getStyleClass().add("accent");
        sell.setTooltip(new Tooltip(texts.say("orders.counter.key")));
        sell.setOnAction(event -> model.openCounter());
        sell.setMinWidth(Region.USE_PREF_SIZE);
        return new ScreenHead(title, search, sound(), sell);
    }

    private ToggleButton sound() {
        var sound = new ToggleButton();
        sound.setId("sound");
        sound.getStyleClass().addAll("chip", "icon-only");
        sound.setMinWidth(Region.USE_PREF_SIZE);
        sound.setOnAction(event -> model.mute(!sound.isSelected()));
        Listening.now(sound, model.mutedProperty(), muted -> {
            var say = texts.say(muted ? "orders.sound.off" : "orders.sound.on");
            sound.setSelected(!muted);
            sound.setGraphic(Icons.of(muted ? Feather.BELL_OFF : Feather.BELL));
            sound.setAccessibleText(say);
            sound.setTooltip(new Tooltip(say));
        });
        return sound;
    }

    /** One for each thing that orders may wait for, with how many do. */
    Node chips() {
        var row = Layout.styled(new FlowPane(), "chips", "order-chips");
        for (var filter : OrderFilter.values()) {
            var name = filter.name().toLowerCase(Locale.ROOT);
            var chip = Layout.styled(new ToggleButton(), "chip");
            chip.setId("filter-" + name.replace('_', '-'));
            chip.setMinWidth(Region.USE_PREF_SIZE);
            chip.setOnAction(event -> {
                chip.setSelected(true);
                model.show(filter);
            });
            Listening.now(chip, model.filterProperty(), chosen -> chip.setSelected(chosen == filter));
            Listening.now(
                    chip,
                    model.countsProperty(),
                    counts -> chip.setText(texts.say("filter." + name, counts.getOrDefault(filter, 0))));
            row.getChildren().add(chip);
        }
        return row;
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }
}
