package org.echoppe.app.orders;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.WeakListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
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
    private final Texts ground;
    private final OrderWords words;
    private final Consumer<String> open;

    /** @param open brings up a document */
    CounterMade(CounterModel model, Texts texts, Texts ground, OrderWords words, Consumer<String> open) {
        this.model = model;
        this.texts = texts;
        this.ground = ground;
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
                made.undone().isPresent() ? "counter.made.undone" : "counter.made.one",
                made.number().text(),
                this.words.when(made.when()),
                made.total().format(texts.locale()),
                paid.isEmpty() ? texts.say("paid.other") : paid);
        var row = new ActionRow(Icons.of(Feather.PRINTER, "muted"), words, () -> model.print(made.sale(), open));
        row.setId("receipt-" + made.number().text());
        HBox.setHgrow(row, Priority.ALWAYS);
        return Layout.styled(new HBox(row, beside(made)), "gap", "middle");
    }

    /** What undoes the sale, or the note that did. */
    private Node beside(Till.Made made) {
        var number = made.number().text();
        var note = made.undone();
        if (note.isPresent()) {
            var button = small(
                    Feather.FILE_MINUS, texts.say("counter.note", note.get().text()), "note-" + number);
            button.setOnAction(event -> model.printUndoing(made.sale(), open));
            return button;
        }
        var button = small(Feather.ROTATE_CCW, texts.say("counter.undo.one", number), "undo-" + number);
        button.setOnAction(event -> CounterReceipt.confirm(
                button.getScene(), texts, ground, number, made.total(), () -> model.undo(made.sale())));
        return button;
    }

    private static Button small(Feather icon, String words, String id) {
        var button = new Button(null, Icons.of(icon));
        button.getStyleClass().add("icon-only");
        button.setId(id);
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        return button;
    }
}
