package org.echoppe.app.shop;

import java.util.List;
import java.util.function.IntFunction;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Notices;
import org.echoppe.app.fx.Texts;
import org.kordamp.ikonli.feather.Feather;

/** A list in a form, row under row, with one more below and a cross at each. Its words are {@code LIST.add} and so on. */
final class RowsView {
    private final RowsModel model;
    private final String list;
    private final IntFunction<Node> row;
    private final Notices notices;
    private final Texts texts;
    private final Texts ground;

    /** @param row draws the fields of a row, which count from 1 */
    RowsView(RowsModel model, String list, IntFunction<Node> row, Notices notices, Texts texts, Texts ground) {
        this.model = model;
        this.list = list;
        this.row = row;
        this.notices = notices;
        this.texts = texts;
        this.ground = ground;
    }

    List<Node> build() {
        var rows = Layout.styled(new VBox(), "gap-m");
        var add = new Button(texts.say(list + ".add"), Icons.of(Feather.PLUS));
        add.setId("add-" + list);
        add.setOnAction(event -> {
            model.add();
            int last = model.countProperty().get();
            rows.lookupAll(".text-input").stream()
                    .filter(input ->
                            input.getId() != null && input.getId().startsWith("field-" + list + "-" + last + "-"))
                    .findFirst()
                    .ifPresent(Layout::focus);
        });
        Listening.now(rows, model.countProperty(), count -> {
            draw(rows, count.intValue());
            add.setDisable(model.isFull());
        });
        return List.of(rows, add);
    }

    private void draw(VBox rows, int count) {
        var children = rows.getChildren();
        if (children.size() > count) {
            children.remove(count, children.size());
        }
        while (children.size() < count) {
            children.add(line(children.size() + 1));
        }
    }

    private Node line(int number) {
        var fields = row.apply(number);
        HBox.setHgrow(fields, Priority.ALWAYS);
        var cross = new Button(null, Icons.of(Feather.TRASH_2));
        cross.setId("remove-" + list + "-" + number);
        cross.getStyleClass().addAll("flat", "icon-only");
        cross.setAccessibleText(texts.say(list + ".remove", number));
        cross.setOnAction(event -> {
            var back = model.remove(number);
            notices.offer(texts.say(list + ".removed"), ground.say("notice.undo"), back);
        });
        // at the height of the inputs, which have a word above
        var place = Layout.styled(new VBox(new Label(" "), cross), "field");
        return Layout.styled(new HBox(fields, place), "gap");
    }
}
