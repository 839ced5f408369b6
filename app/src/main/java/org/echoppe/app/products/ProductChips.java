package org.echoppe.app.products;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.echoppe.app.fx.Fields;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.ScreenState;
import org.echoppe.app.fx.Texts;
import org.kordamp.ikonli.feather.Feather;

/** The groups of products one looks for, each with its count; a group without any takes no room. */
final class ProductChips {
    private static final int MOST_CATEGORIES = 40;
    private static final double KEYS_WIDTH = 420;

    private final ProductListModel model;
    private final Texts texts;

    ProductChips(ProductListModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    Node build() {
        var group = new ToggleGroup();
        Map<ProductFilter, ToggleButton> chips = new EnumMap<>(ProductFilter.class);
        for (var filter : ProductFilter.values()) {
            chips.put(filter, chip(filter, group));
        }
        var found = Layout.styled(new Label(), "muted", "small", "found");
        var row = Layout.styled(new FlowPane(), "chips");
        row.getChildren().addAll(chips.values());
        row.getChildren().addAll(categories(), keys(), found);
        Listening.now(
                row,
                model.countsProperty(),
                counts -> chips.forEach((filter, chip) -> {
                    int count = counts.getOrDefault(filter, 0);
                    chip.setText(texts.say("filter." + filter.name().toLowerCase(Locale.ROOT), count));
                    Fields.present(chip, count > 0 || filter == ProductFilter.ALL || chip.isSelected());
                }));
        Listening.now(row, model.stateProperty(), state -> row.setVisible(state instanceof ScreenState.Full));
        Listening.now(row, model.totalProperty(), total -> found.setText(texts.say("products.found", total)));
        return row;
    }

    /** What the keyboard does here. Not over the table itself: a tooltip takes Esc for itself while it is shown. */
    private Node keys() {
        var button = Layout.styled(new Button(null, Icons.of(Feather.COMMAND)), "flat", "icon-only");
        var keys = new Tooltip(texts.say("products.keys"));
        keys.setWrapText(true);
        keys.setMaxWidth(KEYS_WIDTH);
        button.setTooltip(keys);
        button.setAccessibleText(texts.say("products.keys.title"));
        button.setAccessibleHelp(texts.say("products.keys"));
        button.setOnAction(event -> {
            var below = button.localToScreen(0, button.getHeight());
            keys.show(button, below.getX(), below.getY());
        });
        return button;
    }

    private ToggleButton chip(ProductFilter filter, ToggleGroup group) {
        var chip = Layout.styled(new ToggleButton(), "chip");
        chip.setToggleGroup(group);
        chip.setId("chip-" + filter.name().toLowerCase(Locale.ROOT));
        chip.setOnAction(event -> {
            chip.setSelected(true);
            model.filterProperty().set(filter);
        });
        Listening.now(chip, model.filterProperty(), chosen -> {
            chip.setSelected(chosen == filter);
            if (chosen == filter) {
                Fields.present(chip, true);
            }
        });
        return chip;
    }

    private Node categories() {
        var menu = Layout.styled(new MenuButton(), "chip", "category-chip");
        menu.setId("chip-category");
        Listening.now(
                menu,
                model.categoryProperty(),
                chosen -> menu.setText(
                        chosen.isEmpty() ? texts.say("filter.category") : texts.say("filter.category.of", chosen)));
        Listening.now(menu, model.categoriesProperty(), counts -> {
            menu.getItems().setAll(item(texts.say("filter.category.all"), ""));
            counts.entrySet().stream()
                    .limit(MOST_CATEGORIES)
                    .forEach(entry -> menu.getItems()
                            .add(item(
                                    texts.say("filter.category.counted", entry.getKey(), entry.getValue()),
                                    entry.getKey())));
            Fields.present(
                    menu, !counts.isEmpty() || !model.categoryProperty().get().isEmpty());
        });
        return menu;
    }

    private MenuItem item(String word, String category) {
        var item = new MenuItem(word);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> model.categoryProperty().set(category));
        return item;
    }
}
