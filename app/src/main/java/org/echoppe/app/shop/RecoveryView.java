package org.echoppe.app.shop;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.echoppe.app.fx.Dialogs;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Qr;
import org.echoppe.app.fx.Sheet;
import org.echoppe.app.fx.Texts;
import org.echoppe.app.fx.TroubleNotice;
import org.echoppe.identity.RecoverySheet;
import org.kordamp.ikonli.feather.Feather;

/** The recovery sheet beside the shop: to read, to save or print, and then to forget here. */
final class RecoveryView {
    /** Of the QR code, in units of the text size: large enough for a telephone. */
    private static final double QR_SIDE = 13;

    private final ShopModel model;
    private final Texts texts;
    private final Texts ground;

    RecoveryView(ShopModel model, Texts texts, Texts ground) {
        this.model = model;
        this.texts = texts;
        this.ground = ground;
    }

    Sheet build() {
        var body = Layout.styled(
                new VBox(
                        new TroubleNotice(model.troubleProperty(), texts.language()),
                        Layout.words(texts.say("recovery.what"))),
                "form");
        var standing = model.standingProperty().get();
        var paper = standing == null ? null : standing.recovery().sheet();
        if (paper == null) {
            body.getChildren().add(Layout.words(texts.say("recovery.gone"), "muted"));
            return new Sheet(texts.say("recovery.title"), body, model::closeSheet, ground);
        }
        body.getChildren()
                .addAll(
                        groups(paper),
                        Qr.of(paper.qrCode(), QR_SIDE * Layout.textSize(body), texts.say("recovery.qr")),
                        Layout.words(texts.say("recovery.then"), "muted"));
        return new Sheet(texts.say("recovery.title"), body, model::closeSheet, ground, foot());
    }

    /** Two long words: where they do not fit beside each other they stand below each other. */
    private Node foot() {
        var foot = Layout.styled(new FlowPane(save(), kept()), "tools");
        HBox.setHgrow(foot, Priority.ALWAYS);
        return foot;
    }

    private Node groups(RecoverySheet paper) {
        var flow = Layout.styled(new FlowPane(), "recovery-groups");
        for (String group : paper.groups()) {
            flow.getChildren().add(Layout.styled(new Label(group), "mono"));
        }
        return flow;
    }

    private Node save() {
        var save = new Button(texts.say("recovery.save"), Icons.of(Feather.PRINTER));
        save.setId("save-recovery");
        save.getStyleClass().add("accent");
        Layout.focus(save);
        save.setOnAction(event -> {
            var chooser = new FileChooser();
            chooser.setTitle(texts.say("recovery.save"));
            chooser.setInitialFileName(texts.say("recovery.file"));
            var file = chooser.showSaveDialog(save.getScene().getWindow());
            if (file != null) {
                model.saveSheet(
                        file.toPath(),
                        texts.language(),
                        saved -> save.setText(texts.say("recovery.saved", saved.getFileName())));
            }
        });
        return save;
    }

    private Node kept() {
        var kept = new Button(texts.say("recovery.kept"));
        kept.setId("recovery-kept");
        kept.setOnAction(event -> Dialogs.confirm(
                kept.getScene(),
                texts.say("recovery.kept"),
                texts.say("recovery.kept.meaning"),
                texts.say("recovery.kept.yes"),
                ground.say("dialog.cancel"),
                () -> model.sheetKept(texts.language())));
        return kept;
    }
}
