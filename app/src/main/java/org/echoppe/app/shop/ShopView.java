package org.echoppe.app.shop;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echoppe.app.fx.Beside;
import org.echoppe.app.fx.BusyBar;
import org.echoppe.app.fx.Fields;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.KeptKeyboard;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Notices;
import org.echoppe.app.fx.ScreenHead;
import org.echoppe.app.fx.StatePane;
import org.echoppe.app.fx.Texts;
import org.echoppe.app.fx.TroubleNotice;
import org.echoppe.domain.Language;
import org.kordamp.ikonli.feather.Feather;

/** The shop screen as it looks: everything its page says besides the goods, in sections one can jump to. */
public final class ShopView {
    private final ShopModel model;
    private final Notices notices;
    private final Texts texts;
    private final Texts ground;
    private final Consumer<String> browse;
    private final Fields fields;
    private final Map<ShopSection, Node> sections = new EnumMap<>(ShopSection.class);
    private ScrollPane scroll = new ScrollPane();
    private VBox aside = new VBox();

    /** @param browse opens an address in the browser */
    public ShopView(ShopModel model, Notices notices, Language language, Consumer<String> browse) {
        this.model = model;
        this.notices = notices;
        this.texts = Texts.of(ShopView.class, language);
        this.ground = Texts.of(StatePane.class, language);
        this.browse = browse;
        this.fields = new Fields(model.form(), texts);
    }

    /** Scrolls to a section, once the screen is drawn, and puts the keyboard there. */
    public void bring(ShopSection section) {
        Platform.runLater(() -> {
            var part = sections.get(section);
            Layout.top(part);
            if (part != null) {
                part.lookupAll("*").stream()
                        .filter(node -> node instanceof TextInputControl && node.isFocusTraversable())
                        .findFirst()
                        .ifPresent(Node::requestFocus);
            }
        });
    }

    /** Puts the keyboard on the switch for holidays, once the screen is drawn. */
    public void bringHoliday() {
        Platform.runLater(() -> {
            var toggle = aside.lookup("#holiday");
            if (toggle != null) {
                Layout.reveal(toggle);
                toggle.requestFocus();
            }
        });
    }

    public String name(ShopSection section) {
        return texts.say("section." + section.key());
    }

    public Parent build() {
        var details = details();
        aside = new ShopAside(model, texts, ground).build(new HolidayView(model, notices, texts, ground).build());
        scroll = scrolling(details);
        var columns = new Columns(scroll, details, aside);
        VBox.setVgrow(columns, Priority.ALWAYS);
        var state = new StatePane(
                model.stateProperty(),
                ground,
                Layout.styled(new VBox(anchors(), columns), "gap-m"),
                Region::new,
                () -> model.refresh(texts.language()));
        VBox.setVgrow(state, Priority.ALWAYS);
        var screen = Layout.styled(
                new VBox(
                        head(),
                        new TroubleNotice(model.troubleProperty(), texts.language()),
                        new BusyBar(model.busyProperty(), ground),
                        state),
                "screen");
        var frame = new Beside(screen);
        Listening.now(frame, model.sheetOpenProperty(), open -> {
            frame.show(open ? new RecoveryView(model, texts, ground).build() : null);
        });
        Listening.now(frame, model.form().refusalsProperty(), count -> showFirstWrong());
        return frame;
    }

    static ScrollPane scrolling(Node content) {
        var pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return pane;
    }

    private void showFirstWrong() {
        fields.focusFirstWrong();
        for (var section : ShopSection.values()) {
            if (model.mistakes(section) > 0) {
                Platform.runLater(() -> Layout.top(scroll.getScene().getFocusOwner()));
                return;
            }
        }
    }

    /** Ctrl+S. */
    public void save() {
        model.save(texts.language(), () -> notices.say(texts.say("shop.saved")));
    }

    private Node head() {
        var title = Layout.styled(new Label(texts.say("shop.title")), "title");
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
        var save = KeptKeyboard.at(new Button(texts.say("shop.save")));
        save.setId("save-shop");
        save.getStyleClass().add("accent");
        save.setTooltip(new Tooltip(texts.say("shop.save.key")));
        save.disableProperty().bind(model.busyProperty());
        save.setOnAction(event -> save());
        see.setMinWidth(Region.USE_PREF_SIZE);
        save.setMinWidth(Region.USE_PREF_SIZE);
        return new ScreenHead(title, see, save);
    }

    /** A word a section; behind it how many of its fields are wrong. */
    private Node anchors() {
        var bar = Layout.styled(new FlowPane(), "tools");
        for (var section : ShopSection.values()) {
            var word = texts.say("section." + section.key());
            var chip = new Button(word);
            chip.setId("section-" + section.key());
            chip.getStyleClass().add("chip");
            chip.setOnAction(event -> Layout.top(sections.get(section)));
            Listening.now(chip, model.form().problemsProperty(), problems -> {
                long wrong = model.mistakes(section);
                chip.setText(wrong == 0 ? word : word + " · " + wrong);
                chip.setAccessibleText(wrong == 0 ? word : texts.say("section.wrong", word, wrong));
                chip.setGraphic(wrong == 0 ? null : Icons.of(Feather.ALERT_CIRCLE, "wrong"));
            });
            bar.getChildren().add(chip);
        }
        return bar;
    }

    private VBox details() {
        var box = Layout.styled(new VBox(fields.above()), "form", "details");
        var parts = new DetailsView(model, fields, notices, texts, ground, browse);
        parts.pasteAt(box);
        for (var section : ShopSection.values()) {
            var heading = Layout.styled(new Label(texts.say("section." + section.key())), "subheading");
            var part = Layout.styled(new VBox(heading), "form", "part");
            part.getChildren().addAll(parts.of(section));
            sections.put(section, part);
            box.getChildren().add(part);
        }
        return box;
    }
}
