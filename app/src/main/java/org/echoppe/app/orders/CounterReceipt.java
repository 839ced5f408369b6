package org.echoppe.app.orders;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.echoppe.app.fx.Dialogs;
import org.echoppe.app.fx.Fields;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Texts;
import org.echoppe.app.fx.TroubleNotice;
import org.echoppe.domain.Money;
import org.echoppe.orders.desk.Till;
import org.kordamp.ikonli.feather.Feather;

/** What was sold: the number of its receipt, and the receipt itself. */
final class CounterReceipt {
    private final CounterModel model;
    private final Texts texts;
    private final Texts ground;
    private final Consumer<String> open;
    private final Runnable next;

    /**
     * The end of a sale.
     *
     * @param open brings up a document
     * @param next makes ready for the next sale
     */
    CounterReceipt(CounterModel model, Texts texts, Texts ground, Consumer<String> open, Runnable next) {
        this.model = model;
        this.texts = texts;
        this.ground = ground;
        this.open = open;
        this.next = next;
    }

    Node of(Till.Sold sold) {
        var number = Layout.words(texts.say("counter.receipt", sold.number().text()), "subheading");
        number.setId("receipt-number");
        var more = new Button(texts.say("counter.next"), Icons.of(Feather.PLUS));
        more.setId("next-sale");
        more.getStyleClass().add("accent");
        more.setMinWidth(Region.USE_PREF_SIZE);
        more.setOnAction(event -> {
            model.clear();
            next.run();
        });
        var print = new Button(texts.say("papers.print"), Icons.of(Feather.PRINTER));
        print.setId("print-receipt");
        print.setMinWidth(Region.USE_PREF_SIZE);
        print.setOnAction(event -> model.print(open));
        var note = new Button(texts.say("papers.print"), Icons.of(Feather.PRINTER));
        note.setId("print-undoing");
        note.setMinWidth(Region.USE_PREF_SIZE);
        note.setOnAction(event -> model.printUndoing(open));
        var undo = new Button(texts.say("counter.undo"), Icons.of(Feather.ROTATE_CCW));
        undo.setId("undo-sale");
        undo.setMinWidth(Region.USE_PREF_SIZE);
        undo.setOnAction(
                event -> confirm(undo.getScene(), texts, ground, sold.number().text(), sold.total(), model::undo));
        var what = Layout.words("", "heading");
        var change = new VBox(CounterChange.after(model.changeProperty().get(), texts));
        var buttons = Layout.styled(new FlowPane(), "buttons");
        Listening.now(buttons, model.undoneProperty(), credit -> {
            var total = sold.total().format(texts.locale());
            what.setText(
                    credit == null
                            ? texts.say("counter.sold", total)
                            : texts.say("counter.undone", total, credit.text()));
            Fields.present(change, credit == null); // of what was given then, nothing else is to be given back
            buttons.getChildren().setAll(credit == null ? List.of(more, print, save(sold), undo) : List.of(more, note));
        });
        Layout.focus(more);
        return Layout.styled(
                new VBox(
                        Icons.of(Feather.CHECK_CIRCLE, "go", "big-icon"),
                        number,
                        what,
                        change,
                        new TroubleNotice(model.troubleProperty(), texts.language()),
                        buttons),
                "gap-m");
    }

    /** A sale that was undone can't be made again but by selling again. */
    static void confirm(Scene over, Texts texts, Texts ground, String number, Money total, Runnable undo) {
        Dialogs.confirm(
                over,
                number,
                texts.say("confirm.undo", number, total.format(texts.locale())),
                texts.say("confirm.undo.yes"),
                ground.say("dialog.cancel"),
                undo);
    }

    private Node save(Till.Sold sold) {
        var save = new Button(texts.say("papers.save"), Icons.of(Feather.SAVE));
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.setOnAction(event -> {
            var chooser = new FileChooser();
            chooser.setTitle(texts.say("papers.save"));
            chooser.setInitialFileName(sold.number().text() + ".pdf");
            var file = chooser.showSaveDialog(save.getScene().getWindow());
            if (file != null) {
                model.save(file.toPath());
            }
        });
        return save;
    }
}
