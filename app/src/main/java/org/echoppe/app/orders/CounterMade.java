package org.echoppe.app.orders;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.WeakListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.ActionRow;
import org.echoppe.app.fx.Fields;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Texts;
import org.echoppe.orders.desk.Till;
import org.kordamp.ikonli.feather.Feather;

/** The last sales: a customer comes back for a receipt, and it is printed again as it was. */
final class CounterMade {
    private final CounterModel model;
    private final Texts texts;
    private final OrderWords words;
    private final Consumer<String> open;

    /** @param open brings up a document */
    CounterMade(CounterModel model, Texts texts, OrderWords words, Consumer<String> open) {
        this.model = model;
        this.texts = texts;
        this.words = words;
        this.open = open;
    }

    Node build() {
        var rows = Layout.styled(new VBox(), "action-rows");
        rows.setId("receipts");
        var box = Layout.styled(
                new VBox(
                        Layout.words(texts.say("counter.made"), "subheading"),
                        Layout.words(texts.say("counter.made.how"), "muted", "small"),
                        rows),
                "gap");
        Runnable draw = () -> {
            rows.getChildren().setAll(model.made().stream().map(this::row).toList());
            Fields.present(box, !model.made().isEmpty());
        };
        model.made().addListener(new WeakListChangeListener<>(CounterSheet.kept(rows, draw)));
        draw.run();
        model.askMade("");
        return box;
    }

    private Node row(Till.Made made) {
        var paid = texts.maybe("paid." + made.paid().toLowerCase(Locale.ROOT)).orElse(made.paid());
        var words = texts.say(
                "counter.made.one",
                made.number().text(),
                this.words.when(made.when()),
                made.total().format(texts.locale()),
                paid.isEmpty() ? texts.say("paid.other") : paid);
        var row = new ActionRow(Icons.of(Feather.PRINTER, "muted"), words, () -> model.print(made.sale(), open));
        row.setId("receipt-" + made.number().text());
        return row;
    }
}
