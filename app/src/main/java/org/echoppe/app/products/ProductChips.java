package org.echoppe.app.products;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.Fields;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.ScreenState;
import org.echoppe.app.fx.Texts;
import org.kordamp.ikonli.feather.Feather;

/** The groups of products one looks for, each with its count; a group without any takes no room. */
final class ProductChips {
    private static final double KEYS_WIDTH = 420;

    private final ProductListModel model;
    private final Texts texts;

    ProductChips(ProductListModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    Region build() {
        var group = new ToggleGroup();
        Map<ProductFilter, ToggleButton> chips = new EnumMap<>(ProductFilter.class);
        for (var filter : ProductFilter.values()) {
            chips.put(filter, chip(filter, group));
        }
        var found = Layout.styled(new Label(), "muted", "small", "found");
        var row = Layout.styled(new FlowPane(), "chips");
        row.getChildren().addAll(chips.values());
        var category = new CategoryFilter(model, texts);
        row.getChildren().addAll(category.chip(), keys(), found);
        Listening.now(
                row,
                model.countsProperty(),
                counts -> chips.forEach((filter, chip) -> {
                    int count = counts.getOrDefault(filter, 0);
                    chip.setText(texts.say("filter." + filter.name().toLowerCase(Locale.ROOT), count));
                    Fields.present(chip, count > 0 || filter == ProductFilter.ALL || chip.isSelected());
                }));
        var whole = Layout.styled(new VBox(row, category.panel()), "gap-s");
        Listening.now(row, model.stateProperty(), state -> whole.setVisible(state instanceof ScreenState.Full));
        Listening.now(row, model.totalProperty(), total -> found.setText(texts.say("products.found", total)));
        return whole;
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
}
