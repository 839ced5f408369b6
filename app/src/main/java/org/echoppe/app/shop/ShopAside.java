package org.echoppe.app.shop;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.Dialogs;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Texts;
import org.kordamp.ikonli.feather.Feather;

/** What stands beside the shop's form: who may see the shop, and its recovery sheet. */
final class ShopAside {
    private final ShopModel model;
    private final Texts texts;
    private final Texts ground;

    ShopAside(ShopModel model, Texts texts, Texts ground) {
        this.model = model;
        this.texts = texts;
        this.ground = ground;
    }

    VBox build(Node first) {
        var rest = Layout.styled(new VBox(), "gap-l");
        Listening.now(rest, model.standingProperty(), standing -> {
            rest.getChildren().clear();
            if (standing != null) {
                if (standing.recovery().waits()) {
                    rest.getChildren().add(recovery());
                }
                rest.getChildren().add(visibility(standing.visible()));
            }
        });
        return Layout.styled(new VBox(first, rest), "gap-l", "aside");
    }

    private Node visibility(boolean visible) {
        var head = new Label(
                texts.say(visible ? "shop.visible" : "shop.hidden"),
                Icons.of(visible ? Feather.GLOBE : Feather.MONITOR));
        head.getStyleClass().add("strong");
        var change = new Button(texts.say(visible ? "shop.hide" : "shop.show"));
        change.setId("visibility");
        change.disableProperty().bind(model.busyProperty());
        change.setOnAction(event -> {
            if (visible) {
                model.show(false, texts.language());
            } else {
                Dialogs.confirm(
                        change.getScene(),
                        texts.say("shop.show"),
                        texts.say("shop.show.meaning"),
                        texts.say("shop.show.yes"),
                        ground.say("dialog.cancel"),
                        () -> model.show(true, texts.language()));
            }
        });
        return Layout.styled(
                new VBox(
                        head,
                        Layout.words(texts.say(visible ? "shop.visible.meaning" : "shop.hidden.meaning"), "muted"),
                        change),
                "card");
    }

    private Node recovery() {
        var open = new Button(texts.say("recovery.open"), Icons.of(Feather.KEY));
        open.setId("recovery");
        open.setOnAction(event -> model.openSheet());
        var head = new Label(texts.say("recovery.title"), Icons.of(Feather.SHIELD));
        head.getStyleClass().add("strong");
        return Layout.styled(new VBox(head, Layout.words(texts.say("recovery.why"), "muted"), open), "card");
    }
}
