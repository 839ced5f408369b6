package org.echoppe.app.network;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Moments;
import org.echoppe.app.fx.Qr;
import org.echoppe.app.fx.Sheet;
import org.echoppe.app.fx.Sizes;
import org.echoppe.app.fx.Texts;
import org.echoppe.app.fx.TroubleNotice;
import org.echoppe.domain.Did;
import org.echoppe.identity.QrCode;
import org.kordamp.ikonli.feather.Feather;

/** One shop beside the list: who it is, how it is, and how we deal with it. */
final class ShopSheet {
    private static final int MOST_REASON = 200;

    private final NetworkModel model;
    private final Texts texts;
    private final Texts ground;
    private final Moments moments;
    private final Function<KnownShop, String> words;
    private final VBox facts = Layout.styled(new VBox(), "form");
    private final VBox identity = Layout.styled(new VBox(), "form");
    private final VBox dealings = Layout.styled(new VBox(), "form");

    ShopSheet(NetworkModel model, Texts texts, Texts ground, Moments moments, Function<KnownShop, String> words) {
        this.model = model;
        this.texts = texts;
        this.ground = ground;
        this.moments = moments;
        this.words = words;
    }

    Sheet build(Did did) {
        var shown = Bindings.createObjectBinding(
                () -> model.shops().stream()
                        .filter(shop -> shop.did().equals(did))
                        .findFirst()
                        .orElse(null),
                model.shops());
        var name = shown.get() == null ? texts.say("network.unnamed") : NetworkView.name(shown.get(), texts);
        var trouble = new TroubleNotice(model.troubleProperty(), texts.language());
        var sheet = new Sheet(
                name, Layout.styled(new VBox(trouble, facts, dealings, identity), "form"), model::close, ground);
        // follows the shop while it is shown: it may come back or be blocked meanwhile
        Listening.now(sheet, shown, shop -> {
            if (shop != null) {
                show(shop);
            }
        });
        // what is done with it is drawn anew only when that changes, so that a reason being typed stays
        Listening.now(
                sheet,
                Bindings.createObjectBinding(
                        () -> shown.get() == null ? null : shown.get().chosen(), shown),
                chosen -> {
                    if (chosen != null) {
                        dealings.getChildren().setAll(dealings(shown.get()));
                    }
                });
        return sheet;
    }

    private void show(KnownShop shop) {
        var dot = Layout.styled(new Region(), "state-dot", NetworkView.colour(shop.reach()));
        var state = Layout.words(words.apply(shop));
        state.setGraphic(dot);
        facts.getChildren()
                .setAll(
                        state,
                        fact("shop.locality", shop.locality()),
                        fact("shop.products", held(shop.held())),
                        fact("shop.address", shop.address()),
                        fact("shop.lastContact", shop.lastContact() == null ? "" : moments.ago(shop.lastContact())));
        identity.getChildren()
                .setAll(
                        AddShopView.fingerprint(texts, shop.fingerprint()),
                        Qr.of(
                                QrCode.of(shop.did().value()),
                                AddShopView.QR_SIDE * Layout.textSize(identity),
                                texts.say("shop.qr")));
    }

    private String held(KnownShop.Held held) {
        var products = texts.say("network.products", held.products());
        return held.bytes() == 0 ? products : products + " · " + new Sizes(ground).say(held.bytes());
    }

    private Node[] dealings(KnownShop shop) {
        var did = shop.did();
        if (shop.chosen().blocked() != null) {
            var unblock = button("unblock", Feather.CHECK, () -> model.unblock(did));
            unblock.setId("block");
            return new Node[] {explained("shop.blocked.meaning", unblock)};
        }
        boolean followed = shop.chosen().followed();
        boolean paused = shop.chosen().paused();
        var follow = button(followed ? "unfollow" : "follow", Feather.STAR, () -> model.follow(did, !followed));
        follow.setId("follow");
        var pause = button(
                paused ? "resume" : "pause", paused ? Feather.PLAY : Feather.PAUSE, () -> model.pause(did, !paused));
        pause.setId("pause");
        var all = new java.util.ArrayList<Node>();
        if (!shop.chosen().compared()) {
            all.add(unsure(did));
        }
        all.add(explained(followed ? "shop.followed.meaning" : "shop.follow.meaning", follow));
        all.add(explained(paused ? "shop.paused.meaning" : "shop.pause.meaning", pause));
        all.add(block(did));
        return all.toArray(Node[]::new);
    }

    private Node unsure(Did did) {
        var words = Layout.words(texts.say("shop.notCompared"));
        words.setGraphic(Icons.of(Feather.ALERT_TRIANGLE));
        var compared = button("compared", Feather.CHECK, () -> model.compared(did));
        compared.setId("compared");
        var code = new CodeZone(texts, picture -> model.compare(did, picture));
        var box = Layout.styled(new VBox(words, compared, code.build("code.compare")), "notice", "warn");
        code.acceptAt(box);
        return box;
    }

    /** Blocking takes its goods away from here, so it is asked why first, and in two steps. */
    private Node block(Did did) {
        var reason = new TextField();
        reason.setId("reason");
        reason.setPromptText(texts.say("shop.block.example"));
        reason.setTextFormatter(new javafx.scene.control.TextFormatter<>(
                change -> change.getControlNewText().length() <= MOST_REASON ? change : null));
        var label = new Label(texts.say("shop.block.reason"));
        label.setLabelFor(reason);
        var yes = button("block.yes", Feather.SLASH, () -> model.block(did, reason.getText()));
        yes.setId("block-yes");
        yes.getStyleClass().add("danger");
        var asked = Layout.styled(
                new VBox(label, reason, Layout.words(texts.say("shop.block.meaning"), "muted", "small"), yes), "gap");
        var box = Layout.styled(new VBox(), "gap");
        var block = button("block", Feather.SLASH, () -> {
            box.getChildren().setAll(asked);
            Layout.focus(reason);
            Layout.revealSoon(yes);
        });
        block.setId("block");
        block.getStyleClass().add("danger");
        box.getChildren().setAll(block);
        return box;
    }

    private Button button(String key, Feather icon, Runnable work) {
        var button = new Button(texts.say("shop." + key), Icons.of(icon));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> work.run());
        return button;
    }

    private Node explained(String key, Button button) {
        return Layout.styled(new VBox(button, Layout.words(texts.say(key), "muted", "small")), "gap-s");
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
