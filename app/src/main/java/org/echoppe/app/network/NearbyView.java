package org.echoppe.app.network;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Texts;
import org.kordamp.ikonli.feather.Feather;

/** The shops that say on this network to be here, each with a button to call it. */
final class NearbyView {
    private final AddShopModel model;
    private final Texts texts;
    private final VBox rows = Layout.styled(new VBox(), "gap");

    NearbyView(AddShopModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    Node build() {
        rows.setId("nearby");
        Listening.now(
                rows, Bindings.createObjectBinding(() -> List.copyOf(model.nearby()), model.nearby()), this::draw);
        return Layout.styled(new VBox(Layout.words(texts.say("nearby.title"), "strong"), rows), "gap-s");
    }

    /** Drawn anew only when somebody comes or goes; the keyboard stays with the shop it was at. */
    private void draw(List<NearbyShop> shops) {
        var scene = rows.getScene();
        var owner = scene == null ? null : scene.getFocusOwner();
        var before = owner == null ? null : owner.getUserData();
        if (shops.isEmpty()) {
            rows.getChildren().setAll(Layout.words(texts.say("nearby.none"), "muted", "small"));
            return;
        }
        rows.getChildren().setAll(shops.stream().map(this::row).toList());
        rows.getChildren().add(Layout.words(texts.say("nearby.meaning"), "muted", "small"));
        rows.lookupAll(".button").stream()
                .filter(button -> before != null && before.equals(button.getUserData()))
                .forEach(Layout::focus);
    }

    private Node row(NearbyShop shop) {
        var name = shop.name().isEmpty() ? texts.say("network.unnamed") : shop.name();
        var address = shop.addresses().getFirst();
        var words = new VBox(Layout.words(name, "strong", "free"), Layout.words(address, "muted", "small", "free"));
        HBox.setHgrow(words, Priority.ALWAYS);
        var call = new Button(texts.say("nearby.call"), Icons.of(Feather.PHONE_OUTGOING));
        call.setUserData(shop.did());
        call.setMinWidth(Region.USE_PREF_SIZE);
        call.setAccessibleText(texts.say("nearby.call.shop", name, address));
        call.disableProperty().bind(model.busyProperty());
        call.setOnAction(event -> model.ask(shop));
        var row = Layout.styled(new HBox(words, call), "gap-m", "nearby");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
