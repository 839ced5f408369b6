package org.echoppe.app.network;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Sheet;
import org.echoppe.app.fx.Texts;
import org.echoppe.app.fx.TroubleNotice;
import org.echoppe.domain.Did;
import org.kordamp.ikonli.feather.Feather;

/** One shop beside the list: who it is, how it is, and whether we deal with it. */
final class ShopSheet {
    private final NetworkModel model;
    private final Texts texts;
    private final Texts ground;
    private final Function<KnownShop, String> words;
    private final Button block = new Button();
    private final VBox facts = Layout.styled(new VBox(), "form");

    ShopSheet(NetworkModel model, Texts texts, Texts ground, Function<KnownShop, String> words) {
        this.model = model;
        this.texts = texts;
        this.ground = ground;
        this.words = words;
    }

    Sheet build(Did did) {
        block.setId("block");
        var name = model.shops().stream()
                .filter(shop -> shop.did().equals(did))
                .findFirst()
                .map(shop -> NetworkView.name(shop, texts))
                .orElse(texts.say("network.unnamed"));
        var sheet = new Sheet(
                name,
                new VBox(new TroubleNotice(model.troubleProperty(), texts.language()), facts),
                model::close,
                ground,
                block);
        // follows the shop while it is shown: it may come back or be blocked meanwhile
        Listening.now(
                sheet,
                javafx.beans.binding.Bindings.createObjectBinding(
                        () -> model.shops().stream()
                                .filter(shop -> shop.did().equals(did))
                                .findFirst()
                                .orElse(null),
                        model.shops()),
                shop -> {
                    if (shop != null) {
                        show(shop);
                    }
                });
        return sheet;
    }

    private void show(KnownShop shop) {
        var dot = Layout.styled(new Region(), "state-dot", NetworkView.colour(shop.reach()));
        var state = new Label(words.apply(shop), dot);
        facts.getChildren().setAll(state);
        if (!shop.compared()) {
            var unsure = Layout.words(texts.say("shop.notCompared"), "notice", "warn");
            unsure.setGraphic(Icons.of(Feather.ALERT_TRIANGLE));
            facts.getChildren().add(unsure);
        }
        facts.getChildren()
                .addAll(
                        fact("shop.locality", shop.locality()),
                        fact("shop.products", texts.say("network.products", shop.products())),
                        fact("shop.address", shop.address()),
                        AddShopView.fingerprint(texts, shop.fingerprint()));
        boolean blocked = shop.reach() == Reach.BLOCKED;
        block.setText(texts.say(blocked ? "shop.unblock" : "shop.block"));
        block.setGraphic(Icons.of(blocked ? Feather.CHECK : Feather.SLASH));
        block.getStyleClass().removeAll("danger");
        if (!blocked) {
            block.getStyleClass().add("danger");
        }
        block.setOnAction(event -> {
            if (blocked) {
                model.unblock(shop.did());
            } else {
                model.block(shop.did());
            }
        });
    }

    private Node fact(String key, String value) {
        var box = Layout.styled(
                new VBox(
                        Layout.styled(new Label(texts.say(key)), "muted", "small"),
                        Layout.words(value.isEmpty() ? texts.say("shop.unknown") : value)),
                "gap-s");
        return new HBox(box);
    }
}
