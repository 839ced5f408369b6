package org.echoppe.app.network;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.Copy;
import org.echoppe.app.fx.Fields;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Qr;
import org.echoppe.app.fx.Sheet;
import org.echoppe.app.fx.Texts;
import org.echoppe.app.fx.TroubleNotice;
import org.echoppe.identity.QrCode;
import org.jspecify.annotations.Nullable;

/** Adding a shop beside the list: how to find it, then the fingerprint to compare; and what to tell the other side. */
final class AddShopView {
    /** A fingerprint is read in lines of so many groups. */
    private static final int GROUPS_A_LINE = 4;
    /** Of a QR code, in units of the text size. */
    static final double QR_SIDE = 13;

    private final NetworkModel network;
    private final AddShopModel model;
    private final Texts texts;
    private final Texts ground;
    private final Fields fields;
    private final CodeZone code;

    AddShopView(NetworkModel network, Texts texts, Texts ground) {
        this.network = network;
        this.model = network.adding();
        this.texts = texts;
        this.ground = ground;
        this.fields = new Fields(model.form(), texts);
        this.code = new CodeZone(texts, model::read);
    }

    Sheet build() {
        var body = Layout.styled(new VBox(), "form");
        var sheet = new Sheet(texts.say("add.title"), body, network::close, ground);
        code.acceptAt(sheet);
        Listening.now(sheet, model.foundProperty(), found -> {
            body.getChildren()
                    .setAll(
                            new TroubleNotice(model.troubleProperty(), texts.language()),
                            found == null ? address() : found.invited() ? invited(found) : compare(found),
                            ourselves());
            if (found == null) {
                fields.focus("address");
            }
        });
        Listening.now(sheet, model.form().refusalsProperty(), count -> fields.focusFirstWrong());
        return sheet;
    }

    private Node address() {
        var ask = new Button(texts.say("add.ask"));
        ask.setId("ask");
        ask.setDefaultButton(true);
        ask.textProperty()
                .bind(Bindings.when(model.busyProperty())
                        .then(texts.say("add.asking"))
                        .otherwise(texts.say("add.ask")));
        ask.disableProperty().bind(model.busyProperty());
        ask.setOnAction(event -> model.ask());
        return Layout.styled(
                new VBox(
                        fields.above(),
                        fields.line("address"),
                        ask,
                        code.build("code.add"),
                        new NearbyView(model, texts).build()),
                "form");
    }

    /** An invitation carries the identity: whoever answers has proved it. */
    private Node invited(Found found) {
        var add = new Button(texts.say("add.invited.add"));
        add.setId("same");
        add.setDefaultButton(true);
        add.disableProperty().bind(model.busyProperty());
        add.setOnAction(event -> model.add(true));
        add.setMaxWidth(Double.MAX_VALUE);
        Layout.focus(add);
        return Layout.styled(
                new VBox(
                        Layout.words(texts.say(
                                found.answers() ? "add.invited.answers" : "add.invited.silent", found.address())),
                        fingerprint(texts, found.fingerprint()),
                        fields.above(),
                        add),
                "form");
    }

    private Node compare(Found found) {
        var same = new Button(texts.say("add.same"));
        same.setId("same");
        same.setDefaultButton(true);
        same.disableProperty().bind(model.busyProperty());
        same.setOnAction(event -> model.add(true));
        var later = new Button(texts.say("add.later"));
        later.setId("later");
        later.disableProperty().bind(model.busyProperty());
        later.setOnAction(event -> model.add(false));
        var other = new Button(texts.say("add.different"));
        other.getStyleClass().addAll("flat", "danger");
        other.setOnAction(event -> model.again());
        Layout.focus(same);
        var choices = Layout.styled(new VBox(same, later, other), "gap");
        choices.getChildren().forEach(button -> ((Button) button).setMaxWidth(Double.MAX_VALUE));
        return Layout.styled(
                new VBox(
                        Layout.words(texts.say("add.answers", found.address())),
                        fingerprint(texts, found.fingerprint()),
                        Layout.words(texts.say("add.compare"), "muted"),
                        fields.above(),
                        choices,
                        code.build("code.compare")),
                "form");
    }

    private Node ourselves() {
        var box = Layout.styled(new VBox(), "card");
        Listening.now(box, network.selfProperty(), self -> tell(box, self));
        return box;
    }

    private void tell(VBox box, @Nullable Self self) {
        Fields.present(box, self != null);
        if (self == null) {
            return;
        }
        var head = Layout.words(texts.say("add.self"), "strong");
        if (!self.visible()) {
            box.getChildren().setAll(head, Layout.words(texts.say("add.self.hidden"), "muted"));
            return;
        }
        var link = Layout.words(self.invitation(), "mono", "small");
        link.setAccessibleText(texts.say("add.self.link") + " " + self.invitation());
        box.getChildren()
                .setAll(
                        head,
                        Layout.words(texts.say("add.self.how"), "muted"),
                        link,
                        new Copy(texts.say("add.copy"), texts.say("add.copied"), self.invitation()),
                        Qr.of(QrCode.of(self.invitation()), QR_SIDE * Layout.textSize(box), texts.say("add.self.qr")),
                        fingerprint(texts, self.fingerprint()));
    }

    /** A fingerprint in lines that the eye can follow. */
    static Node fingerprint(Texts texts, String fingerprint) {
        var groups = fingerprint.split("-", -1);
        var lines = new StringBuilder();
        for (int i = 0; i < groups.length; i++) {
            lines.append(groups[i]);
            lines.append(i == groups.length - 1 ? "" : i % GROUPS_A_LINE == GROUPS_A_LINE - 1 ? "\n" : " ");
        }
        var code = Layout.styled(new Label(lines.toString()), "mono", "fingerprint");
        code.setAccessibleText(texts.say("shop.fingerprint") + " " + fingerprint);
        return Layout.styled(
                new VBox(Layout.styled(new Label(texts.say("shop.fingerprint")), "muted", "small"), new HBox(code)),
                "gap-s");
    }
}
