package org.echoppe.app.products;

import java.util.Map;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.Fields;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Texts;
import org.kordamp.ikonli.feather.Feather;

/** Which category the list shows: a chip that says it, and the tree to choose it from, each branch with its count. */
final class CategoryFilter {
    private final ProductListModel model;
    private final Texts texts;
    private final ToggleButton chip = Layout.styled(new ToggleButton(null, Icons.of(Feather.CHEVRON_DOWN)), "chip");
    private final TextField words = new TextField();
    private final CategoryTree tree;
    private final VBox panel;

    CategoryFilter(ProductListModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.tree = new CategoryTree(this::counted, branch -> choose(branch.path()));
        var all = Layout.styled(new Button(texts.say("filter.category.all"), Icons.of(Feather.X)), "flat");
        all.setId("category-all");
        all.setOnAction(event -> choose(""));
        HBox.setHgrow(words, Priority.ALWAYS);
        var head = Layout.styled(new HBox(words, all), "gap-m");
        panel = Layout.styled(new VBox(head, tree), "gap-s", "category-panel");
        prepare();
    }

    private void prepare() {
        Fields.present(panel, false);
        chip.setId("chip-category");
        chip.setContentDisplay(ContentDisplay.RIGHT);
        chip.setOnAction(event -> show(!panel.isVisible()));
        words.setId("category-words");
        words.setPromptText(texts.say("filter.category.words"));
        words.setAccessibleText(texts.say("filter.category.words"));
        words.textProperty().addListener((text, before, now) -> draw());
        words.setOnAction(event -> tree.enter(""));
        words.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN) {
                tree.enter(model.categoryProperty().get());
                event.consume();
            }
        });
        tree.setId("category-filter");
        tree.setAccessibleText(texts.say("category.tree.name"));
        panel.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                show(false);
                chip.requestFocus();
                event.consume();
            }
        });
        Listening.now(chip, model.categoryProperty(), chosen -> say());
        Listening.now(chip, model.categoriesProperty(), counts -> {
            Fields.present(
                    chip, !counts.isEmpty() || !model.categoryProperty().get().isEmpty());
            if (panel.isVisible()) {
                draw();
            }
        });
    }

    /** Stands among the other chips. */
    Node chip() {
        return chip;
    }

    /** Opens below them. */
    Node panel() {
        return panel;
    }

    private void say() {
        String chosen = model.categoryProperty().get();
        chip.setText(chosen.isEmpty() ? texts.say("filter.category") : texts.say("filter.category.of", chosen));
        chip.setSelected(panel.isVisible() || !chosen.isEmpty());
    }

    private void show(boolean shown) {
        Fields.present(panel, shown);
        chip.setGraphic(Icons.of(shown ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN));
        say();
        if (shown) {
            words.clear();
            draw();
            Platform.runLater(words::requestFocus);
        }
    }

    private void draw() {
        tree.show(model.categoriesProperty().get().keySet(), words.getText());
    }

    private void choose(String path) {
        model.categoryProperty().set(path);
        show(false);
        chip.requestFocus();
    }

    /** With everything inside it, for that is what the list will show. */
    private String counted(CategoryBranch branch) {
        int count = model.categoriesProperty().get().entrySet().stream()
                .filter(entry -> entry.getKey().equals(branch.path())
                        || entry.getKey().startsWith(branch.path() + CategoryBranch.LEVEL))
                .mapToInt(Map.Entry::getValue)
                .sum();
        return texts.say("filter.category.counted", branch.name(), count);
    }
}
