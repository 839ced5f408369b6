package org.echoppe.app.products;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.Fields;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Sheet;
import org.echoppe.app.fx.Texts;
import org.echoppe.app.fx.TroubleNotice;
import org.kordamp.ikonli.feather.Feather;

/** The product form as it looks. Decides nothing: every rule is in {@link ProductFormModel} and below. */
final class ProductFormView {
    private final ProductFormModel model;
    private final Texts texts;
    private final Fields fields;

    ProductFormView(ProductFormModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.fields = new Fields(model.form(), texts);
    }

    /** @param remove null for a product that is not there yet */
    Sheet build(Runnable save, Runnable close, @org.jspecify.annotations.Nullable Runnable remove, Texts ground) {
        var saving = new Button(texts.say("form.save"));
        saving.setId("save");
        saving.getStyleClass().add("accent");
        saving.setTooltip(new Tooltip(texts.say("form.save.key")));
        saving.disableProperty().bind(model.savingProperty());
        saving.setOnAction(event -> save.run());
        var cancel = new Button(texts.say("form.cancel"));
        cancel.setOnAction(event -> close.run());
        var delete = new Button(texts.say("form.remove"), Icons.of(Feather.TRASH_2));
        delete.setId("remove");
        delete.getStyleClass().addAll("flat", "danger");
        Fields.present(delete, remove != null);
        if (remove != null) {
            delete.setOnAction(event -> remove.run());
        }
        var sheet = new Sheet(title(), content(), close, ground, saving, cancel, Layout.space(), delete);
        Listening.now(sheet, model.form().problemsProperty(), problems -> {
            if (!problems.isEmpty()) {
                fields.focusFirstWrong();
            }
        });
        return sheet;
    }

    void focus() {
        fields.focus("name");
    }

    private String title() {
        return model.subjectProperty().get() instanceof ProductFormModel.Subject.Existing existing
                ? existing.name()
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
        var title = new javafx.scene.control.Label(texts.say("form.private"), Icons.of(Feather.LOCK, "muted"));
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
