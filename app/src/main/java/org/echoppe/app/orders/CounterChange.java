package org.echoppe.app.orders;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.Fields;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Texts;
import org.echoppe.domain.Money;
import org.jspecify.annotations.Nullable;

/** Cash: what was given, and what goes back. */
final class CounterChange {
    private final CounterModel model;
    private final Texts texts;

    CounterChange(CounterModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    Node build() {
        var word = new Label(texts.say("counter.given"));
        word.setMinWidth(Region.USE_PREF_SIZE);
        var field = new TextField();
        field.setId("counter-given");
        field.getStyleClass().add("amount");
        field.setAccessibleText(texts.say("counter.given"));
        field.textProperty().bindBidirectional(model.givenProperty());
        field.setOnAction(event -> model.sell(false));
        word.setLabelFor(field);
        var change = large();
        Listening.now(change, model.changeProperty(), money -> {
            change.setText(money == null ? "" : say(money));
            Fields.present(change, money != null);
        });
        var row = Layout.styled(new VBox(Layout.styled(new HBox(word, field), "gap", "middle"), change), "gap");
        Listening.now(row, model.paidProperty(), paid -> Fields.present(row, paid == Paid.CASH));
        return row;
    }

    /** The same once it is sold: the drawer is open, and this is what the hand looks for. */
    static Node after(@Nullable Money change, Texts texts) {
        var words = Layout.words(
                change == null || change.minorUnits() <= 0
                        ? ""
                        : texts.say("counter.change", change.format(texts.locale())),
                "title");
        words.setId("change-due");
        Fields.present(words, !words.getText().isEmpty());
        return words;
    }

    private static Label large() {
        var change = Layout.words("", "title");
        change.setId("counter-change");
        return change;
    }

    private String say(Money money) {
        return money.minorUnits() < 0
                ? texts.say("counter.missing", new Money(-money.minorUnits(), money.currency()).format(texts.locale()))
                : texts.say("counter.change", money.format(texts.locale()));
    }
}
