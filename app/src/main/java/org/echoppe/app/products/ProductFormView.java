package org.echoppe.app.products;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.Fields;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Sheet;
import org.echoppe.app.fx.Texts;
import org.echoppe.app.fx.TroubleNotice;
import org.echoppe.catalogue.PublishState;
import org.kordamp.ikonli.feather.Feather;

/** The product form as it looks. Decides nothing: every rule is in {@link ProductFormModel} and below. */
final class ProductFormView {
    /** What the buttons do. */
    record Actions(Runnable save, Runnable close, Consumer<ProductLine> remove, Consumer<ProductLine> putBack) {}

    private final ProductFormModel model;
    private final Texts texts;
    private final Fields fields;

    ProductFormView(ProductFormModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.fields = new Fields(model.form(), texts);
    }

    Sheet build(Actions actions, Texts ground) {
        var saving = new Button(texts.say("form.save"));
        saving.setId("save");
        saving.getStyleClass().add("accent");
        saving.setTooltip(new Tooltip(texts.say("form.save.key")));
        saving.disableProperty().bind(model.savingProperty());
        saving.setOnAction(event -> actions.save.run());
        var cancel = new Button(texts.say("form.cancel"));
        cancel.setOnAction(event -> actions.close.run());
        var sheet =
                new Sheet(title(), content(), actions.close, ground, saving, cancel, Layout.space(), onSale(actions));
        Listening.now(sheet, model.form().refusalsProperty(), count -> fields.focusFirstWrong());
        return sheet;
    }

    /** Takes the product away, or puts it back; nothing of either for one that is not there yet. */
    private Node onSale(Actions actions) {
        if (!(model.subjectProperty().get() instanceof ProductFormModel.Subject.Existing(var line))) {
            return new Region();
        }
        boolean gone = line.state() == PublishState.WITHDRAWN;
        var button = new Button(
                texts.say(gone ? "form.putBack" : "form.remove"),
                Icons.of(gone ? Feather.ROTATE_CCW : Feather.TRASH_2));
        button.setId(gone ? "put-back" : "remove");
        if (!gone) {
            button.getStyleClass().addAll("flat", "danger");
        }
        button.setOnAction(event -> (gone ? actions.putBack : actions.remove).accept(line));
        return button;
    }

    void focus() {
        fields.focus("name");
    }

    private String title() {
        return model.subjectProperty().get() instanceof ProductFormModel.Subject.Existing existing
                ? existing.line().name()
                : texts.say("form.new");
    }

    private VBox content() {
        var box = new VBox(
                new TroubleNotice(model.troubleProperty(), texts.language()),
                fields.above(),
                fields.line("name"),
                Fields.row(fields.line("price"), fields.line("stock")),
                Fields.row(
                        fields.choice("availability", List.of("", "inStock", "limited", "outOfStock", "preOrder")),
                        fields.suggestion("vat_rate", List.of("20", "10", "5.5", "2.1", "0"))),
                fields.suggestion("category", model.categories()),
                Fields.row(fields.line("gtin"), fields.line("sku")),
                Fields.row(fields.line("brand"), fields.line("quantity")),
                fields.area("description", 3),
                privately());
        box.getStyleClass().add("form");
        return box;
    }

    private VBox privately() {
        var title = new Label(texts.say("form.private"), Icons.of(Feather.LOCK, "muted"));
        title.getStyleClass().add("strong");
        var box = new VBox(
                title,
                Layout.words(texts.say("form.private.meaning"), "muted", "small"),
                Fields.row(fields.line("cost"), fields.line("supplier")),
                fields.area("note", 2));
        box.getStyleClass().addAll("card", "form");
        return box;
    }
}
