package org.echoppe.app.orders;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.echoppe.app.fx.Dialogs;
import org.echoppe.app.fx.Fields;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Texts;
import org.kordamp.ikonli.feather.Feather;

/** A customer asks what is held of them, or to be forgotten: both are a right. */
final class OrderPrivacy {
    private final OrderModel model;
    private final Texts texts;
    private final Texts ground;

    OrderPrivacy(OrderModel model, Texts texts, Texts ground) {
        this.model = model;
        this.texts = texts;
        this.ground = ground;
    }

    Node build() {
        var hand = button("person.hand", "hand-out", Feather.DOWNLOAD);
        hand.setOnAction(event -> hand(hand));
        var forget = button("person.forget", "forget", Feather.USER_X);
        forget.setOnAction(event -> forget(forget));
        var buttons = Layout.styled(new FlowPane(hand, forget), "buttons");
        var done = Layout.words("", "notice", "good");
        done.setId("privacy-done");
        done.setMaxWidth(Double.MAX_VALUE);
        Listening.now(done, model.handedOutProperty(), folder -> {
            if (folder != null) {
                done.setText(texts.say("person.hand.done", folder));
            }
        });
        Listening.now(done, model.forgottenProperty(), forgotten -> {
            if (forgotten != null) {
                done.setText(said(forgotten));
            }
        });
        Listening.now(done, done.textProperty(), text -> Fields.present(done, !text.isEmpty()));
        Listening.now(buttons, model.detailProperty(), order -> {
            Fields.present(buttons, order != null && order.contact().isPresent());
            if (model.forgottenProperty().get() == null
                    && model.handedOutProperty().get() == null) {
                done.setText("");
            }
        });
        return Layout.styled(new VBox(buttons, done), "gap");
    }

    private String said(OrdersDesk.Forgotten forgotten) {
        var said = new StringBuilder(texts.say("person.forget.done", forgotten.erased()));
        if (forgotten.open() > 0) {
            said.append(' ').append(texts.say("person.forget.open", forgotten.open()));
        }
        if (!forgotten.papers().isEmpty()) {
            said.append(' ').append(texts.say("person.forget.papers", String.join(", ", forgotten.papers())));
        }
        return said.toString();
    }

    private Button button(String key, String id, Feather icon) {
        var button = new Button(texts.say(key), Icons.of(icon));
        button.setId(id);
        button.getStyleClass().add("flat");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private void hand(Button owner) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(texts.say("person.hand"));
        var folder = chooser.showDialog(owner.getScene().getWindow());
        if (folder != null) {
            model.handOut(folder.toPath());
        }
    }

    private void forget(Button owner) {
        Dialogs.confirm(
                owner.getScene(),
                texts.say("person.forget"),
                texts.say("person.forget.meaning"),
                texts.say("person.forget.yes"),
                ground.say("dialog.cancel"),
                model::forget);
    }
}
