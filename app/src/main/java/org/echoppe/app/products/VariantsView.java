package org.echoppe.app.products;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.Fields;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Texts;
import org.echoppe.catalogue.VariantDraft;
import org.echoppe.catalogue.VariantGrid;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.kordamp.ikonli.feather.Feather;

/** The kinds of the product in the form as they look: what they differ by, and a card for each. */
final class VariantsView {
    private static final String FIELD = "variants.";

    /** One thing a kind has of its own. */
    private record Own(
            String name, Function<VariantDraft, String> read, BiFunction<VariantDraft, String, VariantDraft> write) {}

    private static final List<Own> OWN = List.of(
            new Own("price", VariantDraft::price, VariantDraft::withPrice),
            new Own("stock", VariantDraft::stock, VariantDraft::withStock),
            new Own("sku", VariantDraft::sku, VariantDraft::withSku),
            new Own("gtin", VariantDraft::gtin, VariantDraft::withGtin));

    private final ProductFormModel form;
    private final VariantsModel model;
    private final Texts texts;
    private final VBox options = Layout.styled(new VBox(), "gap");
    private final VBox kinds = Layout.styled(new VBox(), "gap-m");
    private final Label many = Layout.words("", "problem", "small");
    private List<String> drawn = List.of();
    private int open;
    private boolean committing;

    VariantsView(ProductFormModel form, Texts texts) {
        this.form = form;
        this.model = form.variants();
        this.texts = texts;
    }

    Node build() {
        many.setText(texts.say("variants.many", VariantsModel.MOST));
        Fields.present(many, false);
        var add = new Button(texts.say("variants.add"), Icons.of(Feather.PLUS));
        add.setId("add-option");
        add.setOnAction(event -> {
            open = model.options().size() + 1;
            drawOptions();
            options.lookup("#option-name-" + (open - 1)).requestFocus();
        });
        follow(model.options(), change -> drawOptions());
        follow(model.rows(), change -> drawKinds());
        drawOptions();
        drawKinds();
        Listening.now(kinds, form.form().problemsProperty(), this::mark);
        return Layout.styled(
                new VBox(Layout.words(texts.say("variants.meaning"), "muted", "small"), options, many, add, kinds),
                "form");
    }

    private <T> void follow(javafx.collections.ObservableList<T> list, ListChangeListener<T> listener) {
        kinds.getProperties().put(listener, list);
        list.addListener(new WeakListChangeListener<>(listener));
    }

    private void drawOptions() {
        if (committing) {
            // what is to be seen is what was just taken over, and the keyboard is in it
            return;
        }
        open = Math.max(open, model.options().size());
        options.getChildren().clear();
        for (int i = 0; i < open; i++) {
            options.getChildren()
                    .add(option(
                            i,
                            i < model.options().size()
                                    ? model.options().get(i)
                                    : new VariantGrid.Option("", List.of())));
        }
    }

    private Node option(int index, VariantGrid.Option option) {
        var name = new TextField(option.name());
        name.setPromptText(texts.say("variants.option.example"));
        name.setAccessibleText(texts.say("variants.option", index + 1));
        name.setId("option-name-" + index);
        name.setPrefColumnCount(8);
        name.setMinWidth(0);
        var values = new TextField(String.join(", ", option.values()));
        values.setPromptText(texts.say("variants.values.example"));
        values.setAccessibleText(texts.say("variants.values", index + 1));
        values.setId("option-values-" + index);
        HBox.setHgrow(values, Priority.ALWAYS);
        Runnable done = () -> {
            boolean whole = !name.getText().isBlank() && !values.getText().isBlank();
            committing = true;
            Fields.present(many, whole && !model.setOption(index, name.getText(), values.getText()));
            committing = false;
        };
        for (var field : List.of(name, values)) {
            field.setOnAction(event -> done.run());
            field.focusedProperty().addListener((focus, before, now) -> {
                if (!now) {
                    done.run();
                }
            });
        }
        var remove = new Button(null, Icons.of(Feather.X));
        remove.getStyleClass().addAll("flat", "icon-only");
        remove.setAccessibleText(texts.say("variants.option.remove", index + 1));
        remove.setTooltip(new Tooltip(texts.say("variants.option.remove", index + 1)));
        remove.setOnAction(event -> {
            open--;
            if (index < model.options().size()) {
                model.removeOption(index);
            }
            drawOptions();
        });
        return Layout.styled(new HBox(name, values, remove), "gap-s", "middle");
    }

    /** Only when kinds come or go: what is being typed in one leaves the others alone. */
    private void drawKinds() {
        var labels = model.rows().stream().map(VariantDraft::label).toList();
        if (!labels.equals(drawn)) {
            drawn = labels;
            drawAgain(form.form().problemsProperty().getValue());
        }
    }

    /** What was wrong is forgotten with the next key, without drawing anew what is being typed in. */
    private void mark(List<Problem> problems) {
        if (problems.stream().anyMatch(problem -> problem.field().startsWith(FIELD))) {
            drawAgain(problems);
        } else {
            kinds.lookupAll(".problem").forEach(label -> Fields.present(label, false));
        }
    }

    private void drawAgain(List<Problem> problems) {
        kinds.getChildren().clear();
        for (int i = 0; i < model.rows().size(); i++) {
            kinds.getChildren().add(kind(i, problems));
        }
        boolean wrong = problems.stream().anyMatch(problem -> problem.field().startsWith(FIELD));
        if (wrong) {
            Fields.unfold(kinds);
        }
        if (wrong && problems.stream().allMatch(problem -> problem.field().startsWith(FIELD))) {
            var input = kinds.lookup("#variant-" + place(problems.getFirst()));
            if (input != null) {
                input.requestFocus();
            }
        }
    }

    /** {@code variants.2.price} is field 1-price. */
    private static String place(Problem problem) {
        var parts = problem.field().split("\\.");
        return (Integer.parseInt(parts[1]) - 1) + "-" + parts[2];
    }

    private Node kind(int index, List<Problem> problems) {
        var kind = model.rows().get(index);
        var title = Layout.words(kind.label(), "strong");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        var remove = new Button(null, Icons.of(Feather.TRASH_2));
        remove.getStyleClass().addAll("flat", "icon-only");
        remove.setAccessibleText(texts.say("variants.remove", kind.label()));
        remove.setTooltip(new Tooltip(texts.say("variants.remove", kind.label())));
        remove.setOnAction(event -> model.remove(index));
        var own = OWN.stream().map(one -> field(index, one)).toList();
        var said = problems.stream()
                .filter(problem -> problem.field().startsWith(FIELD + (index + 1) + "."))
                .toList();
        var problem =
                Layout.words(said.isEmpty() ? "" : new Rejected(said).sentences(texts.language()), "problem", "small");
        Fields.present(problem, !said.isEmpty());
        return Layout.styled(
                new VBox(
                        Layout.styled(new HBox(title, remove), "middle"),
                        Fields.row(own.get(0), own.get(1)),
                        Fields.row(own.get(2), own.get(3)),
                        problem),
                "card",
                "field",
                "variant");
    }

    private VBox field(int index, Own own) {
        var kind = model.rows().get(index);
        var input = new TextField(own.read.apply(kind));
        var word = texts.say("variants.field." + own.name);
        input.setId("variant-" + index + "-" + own.name);
        input.setAccessibleText(texts.say("variants.of", word, kind.label()));
        if (own.name.equals("price")) {
            input.setPromptText(form.form().text("price").get());
        }
        input.textProperty()
                .addListener((text, before, now) ->
                        model.edit(index, own.write.apply(model.rows().get(index), now)));
        return Layout.styled(new VBox(Layout.styled(new Label(word), "small", "muted"), input), "gap-s");
    }
}
