package org.echoppe.app.products;

import java.util.List;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.WeakListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.Fields;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Texts;
import org.kordamp.ikonli.feather.Feather;

/** The category that a product gets: typed, or chosen in the tree of those in use, which typing narrows. */
final class CategoryPicker {
    private final ObservableList<String> categories;
    private final Texts texts;
    private final TextField field;
    private final CategoryTree tree = new CategoryTree(CategoryBranch::name, this::choose);
    private final Button toggle = new Button(null, Icons.of(Feather.CHEVRON_DOWN));
    private final Button fresh = new Button();
    private final VBox panel = Layout.styled(new VBox(tree, fresh), "gap-s");
    private final VBox box;
    private boolean choosing;

    /** @param line shows the field, with its word and what is wrong */
    CategoryPicker(Node line, TextField field, ObservableList<String> categories, Texts texts) {
        this.categories = categories;
        this.texts = texts;
        this.field = field;
        this.box = Layout.styled(new VBox(line, toggle, panel), "gap-s");
    }

    VBox build() {
        toggle.setId("category-tree");
        toggle.setText(texts.say("category.tree"));
        toggle.getStyleClass().addAll("flat", "small");
        toggle.setOnAction(event -> {
            open(!panel.isVisible(), field.getText());
            if (panel.isVisible()) {
                enter();
            }
        });
        tree.setId("categories");
        tree.setAccessibleText(texts.say("category.tree.name"));
        tree.getSelectionModel().selectedItemProperty().addListener((item, before, now) -> tellFresh());
        fresh.setId("new-category");
        tellFresh();
        fresh.setWrapText(true);
        fresh.setGraphic(Icons.of(Feather.PLUS));
        fresh.getStyleClass().addAll("flat", "small");
        fresh.setOnAction(event -> makeHere());
        field.textProperty().addListener((text, before, now) -> {
            if (field.isFocused() && !choosing) {
                open(!categories.isEmpty(), now);
            }
        });
        field.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN) {
                open(true, panel.isVisible() ? field.getText() : "");
                enter();
                event.consume();
            }
        });
        box.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && panel.isVisible()) {
                open(false, "");
                field.requestFocus();
                event.consume();
            }
        });
        for (Node part : List.of(field, tree, fresh, toggle)) {
            part.focusedProperty().addListener((focus, before, now) -> Platform.runLater(this::closeWhenLeft));
        }
        ListChangeListener<String> changed = change -> Fields.present(toggle, !categories.isEmpty());
        box.getProperties().put(changed, categories);
        categories.addListener(new WeakListChangeListener<>(changed));
        Fields.present(toggle, !categories.isEmpty());
        Fields.present(panel, false);
        return box;
    }

    private void closeWhenLeft() {
        var scene = box.getScene();
        for (Node at = scene == null ? null : scene.getFocusOwner(); at != null; at = at.getParent()) {
            if (at.equals(box)) {
                return;
            }
        }
        open(false, "");
    }

    private void open(boolean shown, String words) {
        tree.show(categories, words);
        Fields.present(panel, shown && !categories.isEmpty());
        toggle.setGraphic(Icons.of(panel.isVisible() ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN));
        tellFresh();
    }

    /** Into the tree, where the category of the product stands. */
    private void enter() {
        tree.enter(field.getText().strip());
    }

    private void choose(CategoryBranch branch) {
        write(branch.path());
        open(false, "");
    }

    private void write(String path) {
        choosing = true;
        field.setText(path);
        choosing = false;
        field.requestFocus();
        field.end();
    }

    private void tellFresh() {
        var branch = tree.selected();
        fresh.setText(branch == null ? texts.say("category.new") : texts.say("category.new.in", branch.name()));
    }

    /** What is typed next is the name of a new one inside the one that is chosen. */
    private void makeHere() {
        var branch = tree.selected();
        write(branch == null ? "" : branch.path() + CategoryBranch.LEVEL);
        open(false, "");
    }
}
