package org.echoppe.app.products;

import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.echoppe.app.fx.Fields;
import org.echoppe.app.fx.Layout;
import org.jspecify.annotations.Nullable;

/** Categories as a tree, as tall as what it shows; one is chosen by a click or by Enter. */
final class CategoryTree extends TreeView<CategoryBranch> {
    private static final int MOST_ROWS = 8;
    /** With large text, so that what stands below is still to be seen. */
    private static final int MOST_LARGE_ROWS = 3;
    /** Pixels. */
    private static final double LARGE = 17;
    /** Pixels. */
    private static final double BORDERS = 4;
    /** Heights of a letter. */
    private static final double ROW = 2.4;

    private final Function<CategoryBranch, String> word;
    private final Consumer<CategoryBranch> choose;

    CategoryTree(Function<CategoryBranch, String> word, Consumer<CategoryBranch> choose) {
        this.word = word;
        this.choose = choose;
        setShowRoot(false);
        setCellFactory(view -> new BranchCell());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            var branch = selected();
            if (event.getCode() == KeyCode.ENTER && branch != null) {
                choose.accept(branch);
                event.consume();
            }
        });
    }

    /** Shows what the words find; everything where there are none, or where they are a category as it stands. */
    void show(Collection<String> paths, String words) {
        var trunk = CategoryBranch.trunk(paths);
        var found = words.isBlank() || paths.contains(words.strip()) ? trunk : trunk.found(words);
        setRoot(item(found, !words.isBlank()));
        double row = Math.ceil(ROW * Layout.textSize(this));
        setFixedCellSize(row);
        int most = Layout.textSize(this) > LARGE ? MOST_LARGE_ROWS : MOST_ROWS;
        setMinHeight(row * Math.clamp(rows(found), 1, most) + BORDERS);
        setPrefHeight(getMinHeight());
        Fields.present(this, !found.below().isEmpty());
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

    /** Puts the keyboard into it, on this category where it is shown. */
    void enter(String path) {
        if (!isVisible() || getExpandedItemCount() == 0) {
            return;
        }
        int row = 0;
        for (int i = 0; i < getExpandedItemCount(); i++) {
            if (getTreeItem(i).getValue().path().equals(path)) {
                row = i;
            }
        }
        getSelectionModel().select(row);
        scrollTo(row);
        requestFocus();
    }

    @Nullable
    CategoryBranch selected() {
        var item = getSelectionModel().getSelectedItem();
        return item == null ? null : item.getValue();
    }

    private final class BranchCell extends TreeCell<CategoryBranch> {
        BranchCell() {
            setOnMouseClicked(event -> {
                if (!isEmpty() && !event.getTarget().equals(getDisclosureNode())) {
                    choose.accept(getItem());
                }
            });
        }

        @Override
        protected void updateItem(@Nullable CategoryBranch branch, boolean empty) {
            super.updateItem(branch, empty);
            setText(empty || branch == null ? null : word.apply(branch));
        }
    }
}
