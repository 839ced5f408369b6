package org.echoppe.app.products;

import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.WeakListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.Fields;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The category of the product in the form: typed, or chosen in the tree of those in use, which typing narrows. */
final class CategoryPicker {
    private static final int MOST_ROWS = 8;
    private static final double BORDERS = 4;
    /** Heights of a letter. */
    private static final double ROW = 2.4;

    private final ObservableList<String> categories;
    private final Texts texts;
    private final TextField field;
    private final TreeView<CategoryBranch> tree = new TreeView<>();
    private final Button toggle = new Button(null, Icons.of(Feather.CHEVRON_DOWN));
    private final Button fresh = new Button();
    private final VBox panel = Layout.styled(new VBox(tree, fresh), "gap-s");
    private final VBox box;
    private boolean choosing;

    /** @param line the field of the form, with its word and what is wrong */
    CategoryPicker(VBox line, TextField field, ObservableList<String> categories, Texts texts) {
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
        tree.setShowRoot(false);
        tree.setAccessibleText(texts.say("category.tree.name"));
        tree.setCellFactory(view -> new BranchCell());
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
        box.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        for (Node part : java.util.List.of(field, tree, fresh, toggle)) {
            part.focusedProperty().addListener((focus, before, now) -> Platform.runLater(this::closeWhenLeft));
        }
        ListChangeListener<String> changed = change -> Fields.present(toggle, !categories.isEmpty());
        box.getProperties().put(changed, categories);
        categories.addListener(new WeakListChangeListener<>(changed));
        Fields.present(toggle, !categories.isEmpty());
        Fields.present(panel, false);
        return box;
    }

    private void press(KeyEvent event) {
        boolean inTree = tree.isFocused();
        if (event.getCode() == KeyCode.ESCAPE && panel.isVisible()) {
            open(false, "");
            field.requestFocus();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && inTree) {
            choose(selected());
            event.consume();
        }
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
        var trunk = CategoryBranch.trunk(categories);
        var found = words.isBlank() || categories.contains(words.strip()) ? trunk : trunk.found(words);
        boolean some = !found.below().isEmpty();
        tree.setRoot(item(found, !words.isBlank()));
        double row = Math.ceil(ROW * Layout.textSize(box));
        tree.setFixedCellSize(row);
        tree.setMinHeight(row * Math.clamp(rows(found), 1, MOST_ROWS) + BORDERS);
        tree.setPrefHeight(tree.getMinHeight());
        Fields.present(tree, some);
        Fields.present(panel, shown && !categories.isEmpty());
        toggle.setGraphic(Icons.of(panel.isVisible() ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN));
        tellFresh();
    }

    private static int rows(CategoryBranch branch) {
        return branch.below().stream().mapToInt(below -> 1 + rows(below)).sum();
    }

    private static TreeItem<CategoryBranch> item(CategoryBranch branch, boolean unfolded) {
        var item = new TreeItem<>(branch);
        item.setExpanded(unfolded || branch.path().isEmpty() || rows(branch) <= MOST_ROWS);
        branch.below().forEach(below -> item.getChildren().add(item(below, unfolded)));
        return item;
    }

    /** Into the tree, where the category of the product stands. */
    private void enter() {
        if (tree.isVisible() && tree.getExpandedItemCount() > 0) {
            int row = 0;
            for (int i = 0; i < tree.getExpandedItemCount(); i++) {
                if (tree.getTreeItem(i).getValue().path().equals(field.getText().strip())) {
                    row = i;
                }
            }
            tree.getSelectionModel().select(row);
            tree.scrollTo(row);
            tree.requestFocus();
        }
    }

    private @Nullable CategoryBranch selected() {
        var item = tree.getSelectionModel().getSelectedItem();
        return item == null ? null : item.getValue();
    }

    private void choose(@Nullable CategoryBranch branch) {
        if (branch != null) {
            write(branch.path());
            open(false, "");
        }
    }

    private void write(String path) {
        choosing = true;
        field.setText(path);
        choosing = false;
        field.requestFocus();
        field.end();
    }

    private void tellFresh() {
        var branch = selected();
        fresh.setText(branch == null ? texts.say("category.new") : texts.say("category.new.in", branch.name()));
    }

    /** What is typed next is the name of a new one inside the one that is chosen. */
    private void makeHere() {
        var branch = selected();
        write(branch == null ? "" : branch.path() + CategoryBranch.LEVEL);
        open(false, "");
    }

    private final class BranchCell extends TreeCell<CategoryBranch> {
        BranchCell() {
            setOnMouseClicked(event -> {
                if (!isEmpty() && !event.getTarget().equals(getDisclosureNode())) {
                    choose(getItem());
                }
            });
        }

        @Override
        protected void updateItem(@Nullable CategoryBranch branch, boolean empty) {
            super.updateItem(branch, empty);
            setText(empty || branch == null ? null : branch.name());
        }
    }
}
