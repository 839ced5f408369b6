package org.echoppe.app.products;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.Fields;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Notices;
import org.echoppe.app.fx.Sheet;
import org.echoppe.app.fx.Texts;
import org.echoppe.app.fx.TroubleNotice;
import org.echoppe.catalogue.PublishState;
import org.kordamp.ikonli.feather.Feather;

/** The product form as it looks. Decides nothing: every rule is in {@link ProductFormModel} and below. */
final class ProductFormView {
    /** Directive 2011/83/EU, article 16: when a shopper may not change their mind. */
    private static final List<String> NO_WITHDRAWAL =
            List.of("perishable", "unsealed", "made", "mixed", "recordings", "newspapers", "prices");

    /** Regulation 1169/2011, annex II. */
    private static final List<String> ALLERGENS = List.of(
            "gluten",
            "crustaceans",
            "eggs",
            "fish",
            "peanuts",
            "soy",
            "milk",
            "nuts",
            "celery",
            "mustard",
            "sesame",
            "sulphites",
            "lupin",
            "molluscs");

    /** What the buttons do. */
    record Actions(Runnable save, Runnable close, Consumer<ProductLine> remove, Consumer<ProductLine> putBack) {}

    private final ProductFormModel model;
    private final Texts texts;
    private final Fields fields;
    private final PicturesView pictures;

    ProductFormView(ProductFormModel model, Notices notices, Texts texts, Texts ground) {
        this.model = model;
        this.texts = texts;
        this.fields = new Fields(model.form(), texts);
        this.pictures = new PicturesView(model, notices, texts, ground);
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
        sheet.getStyleClass().add("wide");
        Listening.now(sheet, model.form().refusalsProperty(), count -> fields.focusFirstWrong());
        pictures.pasteAt(sheet);
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
        var rates = FXCollections.<String>observableArrayList();
        var box = new VBox(
                new TroubleNotice(model.troubleProperty(), texts.language()),
                fields.above(),
                fields.line("name"),
                Fields.row(fields.line("price"), fields.line("stock")),
                Fields.row(fields.suggestion("vat_rate", rates), fields.line("quantity")),
                unitPrice(),
                fields.check("loose"),
                pictures.build(),
                group("variants", new VariantsView(model, texts).build()),
                group(
                        "sorting",
                        category(),
                        Fields.row(fields.line("gtin"), fields.line("sku")),
                        Fields.row(fields.line("brand"), availability())),
                group(
                        "words",
                        fields.area("description", 5),
                        fields.choice("lang", List.of("", "fr", "en", "de", "es", "it"))),
                group(
                        "facts",
                        allergens(),
                        fields.area("allergens", 2),
                        fields.area("ingredients", 3),
                        fields.area("manufacturer", 2),
                        fields.area("safety", 2)),
                group(
                        "sale",
                        fields.choice("withdrawal", withdrawals(), this::withdrawal),
                        fields.choice("condition", List.of("", "new", "refurbished", "used")),
                        fields.check("vat_included"),
                        fields.check("test")),
                group(
                        "private",
                        Layout.words(texts.say("form.private.meaning"), "muted", "small"),
                        Fields.row(fields.line("cost"), fields.line("supplier")),
                        fields.area("note", 2)),
                new PreviewCard(model, texts).build());
        Listening.now(box, model.termsProperty(), terms -> rates.setAll(terms.vatRates()));
        box.getStyleClass().add("form");
        return box;
    }

    private VBox category() {
        var field = new TextField();
        return new CategoryPicker(fields.line("category", field), field, model.categories(), texts).build();
    }

    private VBox availability() {
        return fields.choice("availability", List.of("", "inStock", "limited", "outOfStock", "preOrder"));
    }

    /** Said aloud as soon as price and quantity make one. */
    private Node unitPrice() {
        var words = Layout.words("", "muted");
        words.setId("unit-price");
        Listening.now(words, model.previewProperty(), preview -> {
            var each = preview.unitPrice();
            words.setText(each == null ? "" : texts.say("form.unitPrice", PreviewCard.words(texts, each)));
            Fields.present(words, each != null);
        });
        return words;
    }

    /** Opens by itself where something is wrong in it. What is used daily is open, the rest folded away. */
    private TitledPane group(String name, Node... parts) {
        var group = new TitledPane(texts.say("form.group." + name), Layout.styled(new VBox(parts), "form"));
        group.setId("group-" + name);
        group.setAnimated(false);
        group.setExpanded(name.equals("sorting")
                || (name.equals("variants") && !model.variants().rows().isEmpty()));
        group.getStyleClass().add("group");
        return group;
    }

    private List<String> withdrawals() {
        var choices = new ArrayList<>(List.of("", "allowed"));
        NO_WITHDRAWAL.forEach(reason -> choices.add("excluded: " + texts.say("withdrawal." + reason)));
        return choices;
    }

    private String withdrawal(String value) {
        return value.startsWith("excluded")
                ? texts.say("withdrawal.excluded", value.replaceFirst("excluded:? ?", ""))
                : texts.say("withdrawal.is." + value);
    }

    /** A word a button; what is chosen stands in the text below, where more may be said. */
    private Node allergens() {
        var text = model.form().text("allergens");
        var row = Layout.styled(new FlowPane(), "chip-flow");
        for (var allergen : ALLERGENS) {
            String word = texts.say("allergen." + allergen);
            var chip = Layout.styled(new ToggleButton(word), "chip");
            chip.setOnAction(event -> text.set(Words.toggled(text.get(), word)));
            Listening.now(chip, text, now -> chip.setSelected(Words.of(now).contains(word)));
            row.getChildren().add(chip);
        }
        return row;
    }

    /** Words parted by commas. */
    static final class Words {
        private Words() {}

        static List<String> of(String text) {
            return Arrays.stream(text.split(","))
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .toList();
        }

        static String toggled(String text, String word) {
            var words = of(text);
            var now = words.contains(word)
                    ? words.stream().filter(one -> !one.equals(word))
                    : Stream.concat(words.stream(), Stream.of(word));
            return String.join(", ", now.toList());
        }
    }
}
