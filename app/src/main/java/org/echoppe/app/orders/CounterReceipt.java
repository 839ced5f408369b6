package org.echoppe.app.orders;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Texts;
import org.echoppe.orders.desk.Till;
import org.kordamp.ikonli.feather.Feather;

/** What was sold: the number of its receipt, and the receipt itself. */
final class CounterReceipt {
    private final CounterModel model;
    private final Texts texts;
    private final Consumer<String> open;
    private final Runnable next;

    /**
     * The end of a sale.
     *
     * @param open brings up a document
     * @param next makes ready for the next sale
     */
    CounterReceipt(CounterModel model, Texts texts, Consumer<String> open, Runnable next) {
        this.model = model;
        this.texts = texts;
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
        Layout.focus(more);
        return Layout.styled(
                new VBox(
                        Icons.of(Feather.CHECK_CIRCLE, "go", "big-icon"),
                        number,
                        Layout.words(texts.say("counter.sold", sold.total().format(texts.locale())), "heading"),
                        CounterChange.after(model.changeProperty().get(), texts),
                        Layout.styled(new FlowPane(more, print, save(sold)), "buttons")),
                "gap-m");
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
