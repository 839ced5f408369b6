package org.echoppe.app.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Texts;
import org.kordamp.ikonli.feather.Feather;

/** The papers of an order: opened for printing by the system's own program, or saved. */
final class OrderPapersPart {
    private final OrderModel model;
    private final Texts texts;
    private final Consumer<String> open;

    OrderPapersPart(OrderModel model, Texts texts, Consumer<String> open) {
        this.model = model;
        this.texts = texts;
        this.open = open;
    }

    /** A document and what it is called. */
    private record Named(OrderPaper paper, String number) {}

    Node of(OrderDetail order) {
        var papers = new ArrayList<Named>();
        if (order.contact().isPresent()) {
            papers.add(new Named(OrderPaper.of(OrderPaper.Kind.SLIP_ROLL), ""));
            papers.add(new Named(OrderPaper.of(OrderPaper.Kind.SLIP_A4), ""));
        }
        if (order.terms() != OrderDetail.Terms.UNKNOWN) {
            var which = order.terms() == OrderDetail.Terms.TODAYS ? "terms.todays" : "terms.earlier";
            papers.add(new Named(OrderPaper.of(OrderPaper.Kind.TERMS), texts.say(which)));
        }
        order.invoice().ifPresent(number -> papers.add(new Named(OrderPaper.of(OrderPaper.Kind.INVOICE), number)));
        for (int i = 0; i < order.creditNotes().size(); i++) {
            papers.add(new Named(
                    new OrderPaper(OrderPaper.Kind.CREDIT_NOTE, i),
                    order.creditNotes().get(i)));
        }
        return papers.isEmpty() ? new VBox() : box(papers, order.entry().reference());
    }

    private Node box(List<Named> papers, String reference) {
        var box = Layout.styled(new VBox(Layout.words(texts.say("papers.title"), "subheading")), "gap");
        box.setId("order-papers");
        for (var one : papers) {
            var key = one.paper().kind().name().toLowerCase(Locale.ROOT);
            var name = Layout.words((texts.say("paper." + key) + " " + one.number()).strip());
            name.setMinWidth(0);
            var print = new Button(texts.say("papers.print"), Icons.of(Feather.PRINTER));
            print.setId("print-" + key.replace('_', '-'));
            print.setMinWidth(Region.USE_PREF_SIZE);
            print.setAccessibleText(texts.say("papers.print") + " " + name.getText());
            if (one.paper().kind() == OrderPaper.Kind.SLIP_ROLL) {
                print.setGraphic(OrderButtons.keycap(OrderAction.PRINT));
                print.setContentDisplay(ContentDisplay.RIGHT);
            }
            print.setOnAction(event -> model.print(one.paper(), open));
            var file = one.paper().kind().fileName(reference, one.number()) + ".pdf";
            box.getChildren()
                    .add(Layout.styled(
                            new HBox(name, Layout.space(), print, save(one.paper(), file, name.getText())),
                            "gap",
                            "middle"));
        }
        return box;
    }

    private Node save(OrderPaper paper, String name, String what) {
        var save = new Button(null, Icons.of(Feather.SAVE));
        save.getStyleClass().add("icon-only");
        save.setAccessibleText(texts.say("papers.save") + " " + what);
        save.setTooltip(new javafx.scene.control.Tooltip(texts.say("papers.save")));
        save.setOnAction(event -> {
            var chooser = new FileChooser();
            chooser.setTitle(texts.say("papers.save"));
            chooser.setInitialFileName(name);
            var file = chooser.showSaveDialog(save.getScene().getWindow());
            if (file != null) {
                model.save(paper, file.toPath());
            }
        });
        return save;
    }

    void printSlip() {
        model.print(OrderPaper.of(OrderPaper.Kind.SLIP_ROLL), open);
    }
}
