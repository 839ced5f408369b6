package org.echoppe.app.shop;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.Beside;
import org.echoppe.app.fx.Dialogs;
import org.echoppe.app.fx.Fields;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Notices;
import org.echoppe.app.fx.StatePane;
import org.echoppe.app.fx.Texts;
import org.echoppe.app.fx.TroubleNotice;
import org.echoppe.domain.Language;
import org.kordamp.ikonli.feather.Feather;

/** The shop screen as it looks: what stands above the goods on its page, and who may see it. */
public final class ShopView {
    private final ShopModel model;
    private final Notices notices;
    private final Texts texts;
    private final Texts ground;
    private final Consumer<String> browse;
    private final Fields fields;

    /** @param browse opens an address in the browser */
    public ShopView(ShopModel model, Notices notices, Language language, Consumer<String> browse) {
        this.model = model;
        this.notices = notices;
        this.texts = Texts.of(ShopView.class, language);
        this.ground = Texts.of(StatePane.class, language);
        this.browse = browse;
        this.fields = new Fields(model.form(), texts);
    }

    public Parent build() {
        var columns = Layout.styled(new HBox(details(), side()), "gap-l");
        var scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        var state = new StatePane(
                model.stateProperty(), ground, scroll, Region::new, () -> model.refresh(texts.language()));
        VBox.setVgrow(state, Priority.ALWAYS);
        var screen = Layout.styled(
                new VBox(head(), new TroubleNotice(model.troubleProperty(), texts.language()), state), "screen");
        var frame = new Beside(screen);
        Listening.now(frame, model.sheetOpenProperty(), open -> {
            frame.show(open ? new RecoveryView(model, texts, ground).build() : null);
        });
        Listening.now(frame, model.form().refusalsProperty(), count -> fields.focusFirstWrong());
        return frame;
    }

    /** Ctrl+S. */
    public void save() {
        model.save(texts.language(), () -> notices.say(texts.say("shop.saved")));
    }

    private Node head() {
        var title = Layout.styled(new Label(texts.say("shop.title")), "title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var see = new Button(texts.say("shop.see"), Icons.of(Feather.EXTERNAL_LINK));
        see.setId("see-page");
        see.setOnAction(event -> {
            var standing = model.standingProperty().get();
            if (standing != null) {
                browse.accept(standing.webUrl());
            }
        });
        Listening.now(
                see,
                model.standingProperty(),
                standing -> see.setDisable(standing == null || standing.webUrl().isEmpty()));
        var save = new Button(texts.say("shop.save"));
        save.setId("save-shop");
        save.getStyleClass().add("accent");
        save.setTooltip(new Tooltip(texts.say("shop.save.key")));
        save.disableProperty().bind(model.busyProperty());
        save.setOnAction(event -> save());
        return Layout.styled(new HBox(title, Layout.space(), see, save), "screen-head");
    }

    private Node details() {
        var box = Layout.styled(
                new VBox(
                        fields.above(),
                        fields.line("name"),
                        fields.line("tagline"),
                        fields.line("street"),
                        Fields.row(fields.line("postal-code"), fields.line("locality"), fields.line("country")),
                        Fields.row(fields.line("phone"), fields.line("email")),
                        fields.line("website"),
                        fields.area("opening-hours", 2),
                        fields.suggestion("vat", List.of("20", "10", "5.5", "2.1", "0"))),
                "form");
        box.setMaxWidth(Region.USE_PREF_SIZE);
        box.getStyleClass().add("details");
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private Node side() {
        var box = Layout.styled(new VBox(), "gap-l", "aside");
        Listening.now(box, model.standingProperty(), standing -> {
            box.getChildren().clear();
            if (standing != null) {
                if (standing.recovery().waits()) {
                    box.getChildren().add(recovery());
                }
                box.getChildren().add(visibility(standing.visible()));
            }
        });
        return box;
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
