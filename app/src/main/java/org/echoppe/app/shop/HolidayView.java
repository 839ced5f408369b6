package org.echoppe.app.shop;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.Fields;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.KeptKeyboard;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Notices;
import org.echoppe.app.fx.Texts;
import org.echoppe.domain.Rejected;
import org.echoppe.records.ShopStatus;
import org.kordamp.ikonli.feather.Feather;

/** The door beside the shop's form: how it stands, and one switch that closes it everywhere. */
final class HolidayView {
    private final ShopModel model;
    private final Notices notices;
    private final Texts texts;
    private final Texts ground;
    private final DoorWords words;

    HolidayView(ShopModel model, Notices notices, Texts texts, Texts ground) {
        this.model = model;
        this.notices = notices;
        this.texts = texts;
        this.ground = ground;
        this.words = new DoorWords(texts);
    }

    Node build() {
        var now = Layout.words("", "strong");
        now.setId("door-now");
        now.setGraphic(Icons.of(Feather.CLOCK));
        var card = Layout.styled(
                new VBox(now, toggle(), lastDay(), Layout.words(texts.say("holiday.meaning"), "muted", "small")),
                "card");
        Listening.now(card, model.door().doorProperty(), door -> {
            now.setText(door == null ? "" : words.now(door));
            boolean closed = door != null && door.status().state() == ShopStatus.State.CLOSED;
            card.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("closed"), closed);
        });
        return card;
    }

    private Node toggle() {
        var toggle = KeptKeyboard.at(new CheckBox(texts.say("holiday")));
        toggle.setId("holiday");
        toggle.setWrapText(true);
        toggle.getStyleClass().add("switch");
        toggle.disableProperty().bind(model.busyProperty());
        Listening.now(toggle, model.door().doorProperty(), door -> toggle.setSelected(isClosed()));
        toggle.setOnAction(event -> {
            if (toggle.isSelected()) {
                close();
            } else {
                model.reopen(texts.language(), back -> offer("holiday.reopened", back));
            }
            // it shows how the shop stands, not what was asked
            toggle.setSelected(isClosed());
        });
        return toggle;
    }

    private boolean isClosed() {
        var door = model.door().doorProperty().get();
        return door != null && door.status().state() == ShopStatus.State.CLOSED;
    }

    private void close() {
        model.close(texts.language(), back -> offer("holiday.closed", back));
    }

    private void offer(String sentence, Runnable back) {
        notices.offer(texts.say(sentence), ground.say("notice.undo"), back);
    }

    private Node lastDay() {
        var input = new TextField();
        input.setId("last-day");
        input.setPromptText(texts.say("holiday.last.example"));
        input.setPrefColumnCount(10);
        input.textProperty().bindBidirectional(model.door().lastDayProperty());
        input.setOnAction(event -> close());
        var label = new Label(texts.say("holiday.last"));
        label.setLabelFor(input);
        var change = KeptKeyboard.at(new Button(texts.say("holiday.change")));
        change.setId("holiday-change");
        change.setMinWidth(Region.USE_PREF_SIZE);
        change.setOnAction(event -> close());
        change.disableProperty().bind(model.busyProperty());
        HBox.setHgrow(input, Priority.ALWAYS);
        var problem = Layout.words("", "problem", "small");
        var field = Layout.styled(new VBox(label, Layout.styled(new HBox(input, change), "gap"), problem), "field");
        Listening.now(field, model.holidayProblemsProperty(), problems -> {
            problem.setText(problems.isEmpty() ? "" : new Rejected(problems).sentences(texts.language()));
            Fields.present(problem, !problems.isEmpty());
            if (!problems.isEmpty()) {
                input.requestFocus();
            }
        });
        Listening.now(field, model.door().doorProperty(), door -> Fields.present(change, isClosed()));
        return field;
    }
}
