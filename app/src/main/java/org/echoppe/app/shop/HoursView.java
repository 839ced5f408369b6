package org.echoppe.app.shop;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.Fields;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Texts;
import org.kordamp.ikonli.feather.Feather;

/** The week as seven lines, each of which can be copied to others, and the slots that follow from it. */
final class HoursView {
    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private final ShopModel model;
    private final Fields fields;
    private final Texts texts;
    private final DoorWords words;

    HoursView(ShopModel model, Fields fields, Texts texts) {
        this.model = model;
        this.fields = fields;
        this.texts = texts;
        this.words = new DoorWords(texts);
    }

    List<Node> week() {
        var grid = Layout.styled(new GridPane(), "week");
        var name = new ColumnConstraints();
        name.setMinWidth(Region.USE_PREF_SIZE);
        var hours = new ColumnConstraints();
        hours.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(name, hours);
        for (var day : DayOfWeek.values()) {
            var field = fields.line("hours-" + day.name().substring(0, 2).toLowerCase(java.util.Locale.ROOT));
            // the name of the day stands before its hours, not above them
            var label = (Label) field.getChildren().removeFirst();
            var copy = copy(day);
            grid.addRow(day.getValue() - 1, label, field, copy);
            for (var node : List.of(label, field, copy)) {
                GridPane.setValignment(node, VPos.TOP);
            }
            Listening.now(grid, model.door().doorProperty(), door -> {
                boolean today = door != null && door.now().getDayOfWeek() == day;
                label.getStyleClass().removeAll("strong");
                if (today) {
                    label.getStyleClass().add("strong");
                }
            });
        }
        return List.of(Layout.words(texts.say("hours.hint"), "muted", "small"), grid);
    }

    private Node copy(DayOfWeek day) {
        var menu = new MenuButton(null, Icons.of(Feather.COPY));
        menu.setId("copy-" + day.name().toLowerCase(java.util.Locale.ROOT));
        menu.getStyleClass().addAll("flat", "icon-only");
        menu.setAccessibleText(texts.say("hours.copy", words.name(day)));
        menu.setTooltip(new Tooltip(texts.say("hours.copy", words.name(day))));
        menu.getItems()
                .addAll(
                        item(texts.say("hours.copy.all"), day, EnumSet.allOf(DayOfWeek.class)),
                        item(texts.say("hours.copy.workdays"), day, WORKDAYS));
        Arrays.stream(DayOfWeek.values())
                .filter(other -> other != day)
                .forEach(other -> menu.getItems()
                        .add(item(texts.say("hours.copy.day", words.name(other)), day, EnumSet.of(other))));
        return menu;
    }

    private MenuItem item(String text, DayOfWeek from, Set<DayOfWeek> to) {
        var item = new MenuItem(text);
        item.setOnAction(event -> model.door().copyHours(from, to));
        return item;
    }

    List<Node> pickup() {
        var slots = Layout.words("", "notice");
        slots.setId("slots");
        slots.setMaxWidth(Double.MAX_VALUE);
        var box = new VBox(slots);
        Listening.now(box, model.door().doorProperty(), door -> {
            String next = door == null ? "" : words.slots(door);
            slots.setText(next.isEmpty() ? texts.say("pickup.none") : texts.say("pickup.next") + "\n" + next);
        });
        return List.of(
                Layout.words(texts.say("pickup.hint"), "muted", "small"),
                Fields.row(fields.line("pickup-lead-minutes"), fields.line("pickup-slot-minutes")),
                box);
    }
}
