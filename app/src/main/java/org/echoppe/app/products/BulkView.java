package org.echoppe.app.products;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.Choices;
import org.echoppe.app.fx.Fields;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Texts;
import org.echoppe.app.fx.TroubleNotice;
import org.echoppe.catalogue.Ending;
import org.echoppe.catalogue.Recount;
import org.kordamp.ikonli.feather.Feather;

/** The bar under the list while products are ticked: what can be done with all of them, and what it would do. */
final class BulkView {
    private static final List<String> AVAILABILITIES = List.of("", "inStock", "limited", "outOfStock", "preOrder");

    private final ProductsModel products;
    private final BulkModel model;
    private final Texts texts;
    private final ProductsModel.Words words;

    BulkView(ProductsModel products, Texts texts, ProductsModel.Words words) {
        this.products = products;
        this.model = products.bulk();
        this.texts = texts;
        this.words = words;
        model.speak(texts.language());
    }

    Region build() {
        var panel = new VBox();
        var bar = Layout.styled(
                new VBox(buttons(), panel, new TroubleNotice(model.troubleProperty(), texts.language())), "bulk");
        bar.setId("bulk");
        Listening.now(bar, model.kindProperty(), kind -> panel.getChildren().setAll(panel(kind)));
        Listening.now(bar, products.list().ticks().countProperty(), count -> Fields.present(bar, count.intValue() > 0));
        bar.disableProperty().bind(model.workingProperty());
        return bar;
    }

    private Node buttons() {
        var count = Layout.styled(new Label(), "strong");
        count.setMinWidth(Region.USE_PREF_SIZE);
        var row = Layout.styled(new FlowPane(), "bulk-buttons");
        Listening.now(
                row, products.list().ticks().countProperty(), ticked -> count.setText(texts.say("bulk.count", ticked)));
        row.getChildren().add(count);
        for (var kind : BulkModel.Kind.values()) {
            if (kind != BulkModel.Kind.NONE) {
                row.getChildren().add(toggle(kind));
            }
        }
        row.getChildren()
                .addAll(
                        button("publish", Feather.UPLOAD_CLOUD, () -> products.applyBulk(ProductChange.PUBLISH, words)),
                        button("withdraw", Feather.TRASH_2, () -> products.applyBulk(ProductChange.WITHDRAW, words)),
                        button("all", Feather.CHECK_SQUARE, products.list()::tickAll),
                        button("none", Feather.X, products.list().ticks()::clear));
        return row;
    }

    private Node toggle(BulkModel.Kind kind) {
        String key = kind.name().toLowerCase(Locale.ROOT);
        var button = Layout.styled(new ToggleButton(texts.say("bulk." + key)), "chip");
        button.setId("bulk-" + key);
        button.setOnAction(event -> model.kindProperty().set(button.isSelected() ? kind : BulkModel.Kind.NONE));
        Listening.now(button, model.kindProperty(), now -> button.setSelected(now == kind));
        return button;
    }

    private Button button(String key, Feather icon, Runnable work) {
        var button = Layout.styled(new Button(texts.say("bulk." + key), Icons.of(icon)), "flat");
        button.setId("bulk-" + key);
        texts.maybe("bulk." + key + ".key").ifPresent(tip -> button.setTooltip(new Tooltip(tip)));
        button.setOnAction(event -> work.run());
        return button;
    }

    private List<Node> panel(BulkModel.Kind kind) {
        var inputs = new ArrayList<Node>();
        switch (kind) {
            case NONE -> {
                return List.of();
            }
            case PRICE -> {
                inputs.add(text("bulk.price", "bulk.price.example"));
                var ending = Choices.of(List.of(Ending.values()), this::word);
                ending.setId("bulk-ending");
                ending.setAccessibleText(texts.say("bulk.ending"));
                ending.valueProperty().bindBidirectional(model.endingProperty());
                inputs.add(new Label(texts.say("bulk.ending")));
                inputs.add(ending);
            }
            case STOCK -> inputs.addAll(stock());
            case VAT -> inputs.add(suggestion(model.rates(), "bulk.vat.input"));
            case CATEGORY -> inputs.add(category());
            case AVAILABILITY -> {
                var codes = Choices.of(AVAILABILITIES, code -> texts.say("field.availability." + code));
                codes.setValue("");
                codes.setId("bulk-text");
                codes.setAccessibleText(texts.say("bulk.availability"));
                codes.valueProperty().bindBidirectional(model.textProperty());
                inputs.add(codes);
            }
        }
        if (kind != BulkModel.Kind.CATEGORY) {
            Layout.focus(inputs.getFirst());
        }
        var apply = Layout.styled(new Button(texts.say("bulk.apply.none")), "accent");
        apply.setId("bulk-apply");
        apply.setMinWidth(Region.USE_PREF_SIZE);
        apply.setOnAction(event -> products.applyBulk(words));
        var preview = Layout.words("", "muted");
        preview.setId("bulk-preview");
        HBox.setHgrow(preview, Priority.ALWAYS);
        Listening.now(preview, model.previewProperty(), effect -> {
            preview.setText(effect == null ? "" : say(effect));
            int changed = effect == null ? 0 : effect.changed();
            apply.setText(changed == 0 ? texts.say("bulk.apply.none") : texts.say("bulk.apply", changed));
            apply.setDisable(changed == 0);
        });
        var row = Layout.styled(new FlowPane(), "bulk-buttons");
        row.getChildren().addAll(inputs);
        row.getChildren().add(apply);
        return List.of(row, preview);
    }

    private List<Node> stock() {
        var how = Choices.of(List.of(Recount.values()), this::word);
        how.setId("bulk-recount");
        how.setAccessibleText(texts.say("bulk.stock.how"));
        how.valueProperty().bindBidirectional(model.recountProperty());
        var pieces = text("bulk.stock.pieces", "bulk.stock.example");
        Listening.now(pieces, model.recountProperty(), chosen -> Fields.present(pieces, chosen != Recount.NONE));
        return List.of(how, pieces);
    }

    private Node category() {
        var field = text("bulk.category", "bulk.category.input");
        var used = FXCollections.observableArrayList(
                products.list().categoriesProperty().get().keySet());
        Layout.focus(field);
        return Layout.styled(new CategoryPicker(field, field, used, texts).build(), "bulk-category");
    }

    private TextField text(String name, String example) {
        var field = new TextField();
        field.setId("bulk-text");
        field.setPromptText(texts.say(example));
        field.setAccessibleText(texts.say(name));
        field.textProperty().bindBidirectional(model.textProperty());
        field.setOnAction(event -> products.applyBulk(words));
        return field;
    }

    private Control suggestion(ObservableList<String> values, String key) {
        var box = new ComboBox<String>();
        box.setId("bulk-text");
        box.setEditable(true);
        box.setItems(values);
        box.setPromptText(texts.say(key));
        box.setAccessibleText(texts.say(key));
        box.getEditor().setAccessibleText(texts.say(key));
        box.getEditor().textProperty().bindBidirectional(model.textProperty());
        return box;
    }

    private String say(ProductEffect effect) {
        var parts = new ArrayList<>(effect.samples());
        if (effect.changed() > parts.size() && !parts.isEmpty()) {
            parts.add("…");
        }
        if (effect.unchanged() > 0) {
            parts.add(texts.say("bulk.unchanged", effect.unchanged()));
        }
        if (effect.refusals() > 0) {
            parts.add(texts.say("bulk.refused", effect.refusals(), String.join(" ", effect.refused())));
        }
        return String.join(" · ", parts);
    }

    private String word(Recount how) {
        return texts.say("recount." + how.name().toLowerCase(Locale.ROOT));
    }

    private String word(Ending ending) {
        return texts.say("ending." + ending.name().toLowerCase(Locale.ROOT));
    }
}
