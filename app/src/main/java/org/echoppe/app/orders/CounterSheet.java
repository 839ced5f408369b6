package org.echoppe.app.orders;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.ActionRow;
import org.echoppe.app.fx.Fields;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Sheet;
import org.echoppe.app.fx.Texts;
import org.echoppe.app.fx.TroubleNotice;
import org.echoppe.orders.desk.Till;
import org.kordamp.ikonli.feather.Feather;

/** A sale at the counter as it looks: what is sold, how much it comes to, how it is paid, and its receipt. */
final class CounterSheet {
    private final OrdersModel orders;
    private final CounterModel model;
    private final Texts texts;
    private final Texts ground;
    private final CounterLines lines;
    private final CounterReceipt receipt;
    private final CounterChange change;
    private final CounterMade made;
    private final TextField find = new TextField();

    /** @param open brings up a document */
    CounterSheet(OrdersModel orders, Texts texts, Texts ground, OrderWords words, Consumer<String> open) {
        this.orders = orders;
        this.model = orders.counter();
        this.texts = texts;
        this.ground = ground;
        this.lines = new CounterLines(model, texts);
        this.receipt = new CounterReceipt(model, texts, ground, open, this::focus);
        this.change = new CounterChange(model, texts);
        this.made = new CounterMade(model, texts, ground, words, open);
        find.setId("counter-find");
        find.setPromptText(texts.say("counter.find"));
        find.setAccessibleText(texts.say("counter.find"));
        find.textProperty().bindBidirectional(model.wordsProperty());
        find.setOnAction(event -> model.addFirst());
    }

    Sheet build() {
        var selling = Layout.styled(
                new VBox(find, found(), new TroubleNotice(model.troubleProperty(), texts.language()), anyway()),
                "gap-m");
        selling.getChildren().addAll(lines.build(), payment(), change.build());
        var done = new VBox();
        var body = Layout.styled(new VBox(selling, done, made.build()), "gap-l");
        body.setId("counter-sheet");
        body.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                event.consume();
                model.sell(false);
            }
        });
        var pay = pay();
        var clear = clear();
        var sheet = new Sheet(texts.say("counter.title"), body, orders::close, ground, pay, Layout.space(), clear);
        sheet.getStyleClass().add("wide");
        Listening.now(body, model.soldProperty(), sold -> {
            Fields.present(selling, sold == null);
            Fields.present(pay.getParent(), sold == null);
            done.getChildren().setAll(sold == null ? new VBox() : receipt.of(sold));
        });
        return sheet;
    }

    void focus() {
        Layout.focus(find);
    }

    private Node found() {
        var rows = Layout.styled(new VBox(), "action-rows");
        rows.setId("counter-found");
        Runnable draw = () -> {
            rows.getChildren().setAll(model.found().stream().map(this::row).toList());
            Fields.present(rows, !model.found().isEmpty());
        };
        model.found().addListener(new javafx.collections.WeakListChangeListener<>(kept(rows, draw)));
        draw.run();
        return rows;
    }

    /** As long as the rows are there, what is found is drawn. */
    static <T> javafx.collections.ListChangeListener<T> kept(Node view, Runnable draw) {
        javafx.collections.ListChangeListener<T> listener = change -> draw.run();
        view.getProperties().put(listener, listener);
        return listener;
    }

    private Node row(Till.Found goods) {
        var price = goods.each().format(texts.locale()) + Amounts.per(goods.loose(), texts);
        var left = goods.stock()
                .map(stock -> " · " + texts.say("goods.left", stock))
                .orElse("");
        return new ActionRow(Icons.of(Feather.PLUS, "go"), goods.name() + "\u2003" + price + left, () -> {
            model.add(goods);
            focus();
        });
    }

    /** Goods that lie on the counter are there, whatever was counted. */
    private Node anyway() {
        var anyway = new Button(texts.say("counter.anyway"));
        anyway.setId("sell-anyway");
        anyway.setMinWidth(Region.USE_PREF_SIZE);
        anyway.setOnAction(event -> model.sell(true));
        Listening.now(
                anyway, model.troubleProperty(), trouble -> Fields.present(anyway, CounterModel.isStock(trouble)));
        return anyway;
    }

    private Node payment() {
        var row = Layout.styled(new FlowPane(), "chips");
        for (var paid : Paid.values()) {
            var name = paid.name().toLowerCase(Locale.ROOT);
            var chip = Layout.styled(new ToggleButton(texts.say("paid." + name)), "chip");
            chip.setId("paid-" + name);
            chip.setMinWidth(Region.USE_PREF_SIZE);
            chip.setOnAction(event -> {
                chip.setSelected(true);
                model.paidProperty().set(paid);
            });
            Listening.now(chip, model.paidProperty(), chosen -> chip.setSelected(chosen == paid));
            row.getChildren().add(chip);
        }
        return Layout.styled(new VBox(Layout.words(texts.say("counter.paid"), "subheading"), row), "gap");
    }

    private Button pay() {
        var pay = new Button("", Icons.of(Feather.CHECK));
        pay.setId("sell");
        pay.getStyleClass().add("accent");
        pay.setMinWidth(Region.USE_PREF_SIZE);
        pay.setTooltip(new javafx.scene.control.Tooltip(texts.say("counter.sell.key")));
        pay.setOnAction(event -> model.sell(false));
        Listening.now(pay, model.totalProperty(), total -> {
            pay.setDisable(total == null);
            pay.setText(
                    total == null
                            ? texts.say("counter.sell.nothing")
                            : texts.say("counter.sell", total.format(texts.locale())));
        });
        return pay;
    }

    private Button clear() {
        var clear = new Button(texts.say("counter.clear"));
        clear.setId("clear-sale");
        clear.setMinWidth(Region.USE_PREF_SIZE);
        clear.setOnAction(event -> {
            model.clear();
            focus();
        });
        HBox.setHgrow(clear, Priority.NEVER);
        return clear;
    }
}
