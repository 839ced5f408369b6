package org.echoppe.app.network;

import java.util.Locale;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.echoppe.app.fx.Beside;
import org.echoppe.app.fx.Fields;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Mark;
import org.echoppe.app.fx.Moments;
import org.echoppe.app.fx.ScreenHead;
import org.echoppe.app.fx.Sheet;
import org.echoppe.app.fx.StatePane;
import org.echoppe.app.fx.Texts;
import org.echoppe.domain.Language;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The network screen as it looks: shops, how each is in words, and one of them beside the list. */
public final class NetworkView {
    /** Width of a row, in units of the text size, below which the number of products is left to the sheet. */
    private static final double NARROW = 40;

    /** How often « il y a 3 s » is said anew. */
    private static final Duration BEAT = Duration.seconds(1);

    private final NetworkModel model;
    private final Texts texts;
    private final Texts ground;
    private final Moments moments;
    private final ListView<KnownShop> list;
    private final VBox screen = Layout.styled(new VBox(), "screen");
    private final LongProperty beats = new SimpleLongProperty();
    private final Beside frame = new Beside(screen);

    public NetworkView(NetworkModel model, Language language, java.time.Clock clock) {
        this.model = model;
        this.texts = Texts.of(NetworkView.class, language);
        this.ground = Texts.of(StatePane.class, language);
        this.moments = new Moments(ground, clock);
        this.list = new ListView<>(model.shops());
    }

    public Parent build() {
        list.setId("shops");
        list.setAccessibleText(texts.say("network.title"));
        list.setCellFactory(view -> new ShopCell());
        list.setOnKeyPressed(event -> {
            switch (event.getCode()) {
                case ENTER -> openSelected();
                case ESCAPE -> model.close(); // the list keeps Esc to itself otherwise
                default -> {}
            }
        });
        var state = new StatePane(model.stateProperty(), ground, list, this::empty, model::refresh);
        VBox.setVgrow(state, Priority.ALWAYS);
        screen.getChildren().setAll(head(), state);
        Listening.now(frame, model.besideProperty(), this::show);
        tick();
        return frame;
    }

    private void tick() {
        var beat = new Timeline(new KeyFrame(BEAT, event -> {
            beats.set(beats.get() + 1);
            model.beat();
        }));
        beat.setCycleCount(Animation.INDEFINITE);
        frame.sceneProperty().addListener((property, before, now) -> {
            if (now == null) {
                beat.stop();
            } else {
                beat.play();
            }
        });
    }

    private Node head() {
        var title = Layout.styled(new Label(texts.say("network.title")), "title");
        var costs = new Button(texts.say("network.costs"), Icons.of(Feather.HARD_DRIVE));
        costs.setId("costs");
        costs.setOnAction(event -> model.openCosts());
        costs.setMinWidth(Region.USE_PREF_SIZE);
        var sync = new Button(texts.say("network.sync"), Icons.of(Feather.REFRESH_CW));
        sync.setId("sync");
        sync.setOnAction(event -> model.syncNow());
        var add = new Button(texts.say("network.add"), Icons.of(Feather.PLUS));
        add.setId("add-shop");
        add.getStyleClass().add("accent");
        add.setOnAction(event -> model.openAdding());
        sync.setMinWidth(Region.USE_PREF_SIZE);
        add.setMinWidth(Region.USE_PREF_SIZE);
        return new ScreenHead(title, costs, sync, add);
    }

    private Node empty() {
        var add = new Button(texts.say("network.empty.add"), Icons.of(Feather.PLUS));
        add.getStyleClass().add("accent");
        add.setOnAction(event -> model.openAdding());
        return StatePane.face(
                Mark.awning(6),
                Layout.words(texts.say("network.empty"), "heading", "serif"),
                Layout.words(texts.say("network.empty.lead"), "muted"),
                add);
    }

    private void openSelected() {
        var shop = list.getSelectionModel().getSelectedItem();
        if (shop != null) {
            model.open(shop);
        }
    }

    private void show(NetworkModel.Beside beside) {
        boolean wasOpen = frame.isOpen();
        Sheet sheet = switch (beside) {
            case NetworkModel.Beside.Nothing() -> null;
            case NetworkModel.Beside.Shop(var did) ->
                new ShopSheet(model, texts, ground, moments, shop -> words(shop, true)).build(did);
            case NetworkModel.Beside.Adding() -> new AddShopView(model, texts, ground).build();
            case NetworkModel.Beside.Costs() -> new CostsSheet(model, texts, ground).build();
        };
        frame.show(sheet);
        if (sheet == null && wasOpen) {
            Platform.runLater(list::requestFocus);
        }
    }

    /** « à jour il y a 3 s », « hors ligne depuis 14:05 ». */
    private String words(KnownShop shop, boolean inFull) {
        String key = "reach." + shop.reach().name().toLowerCase(Locale.ROOT);
        return switch (shop.reach()) {
            case UP_TO_DATE -> shop.at() == null ? texts.say(key) : texts.say(key + ".at", moments.ago(shop.at()));
            case AWAY -> shop.at() == null ? texts.say(key) : texts.say(key + ".at", moments.since(shop.at()));
            case BLOCKED -> {
                var reason = shop.chosen().blocked();
                yield inFull && reason != null && !reason.isEmpty()
                        ? texts.say(key + ".because", reason)
                        : texts.say(key);
            }
            case SYNCING, ANSWERS, NEVER, ANOTHER_ANSWERS, PAUSED -> texts.say(key);
        };
    }

    static String colour(Reach reach) {
        return switch (reach) {
            case UP_TO_DATE -> "good";
            case SYNCING, ANSWERS -> "wait";
            case AWAY, NEVER, PAUSED -> "quiet";
            case ANOTHER_ANSWERS, BLOCKED -> "wrong";
        };
    }

    static String name(KnownShop shop, Texts texts) {
        return shop.name().isEmpty() ? texts.say("network.unnamed") : shop.name();
    }

    private final class ShopCell extends ListCell<KnownShop> {
        private final Label name = Layout.styled(new Label(), "strong", "free");
        private final Label place = Layout.styled(new Label(), "muted", "small", "free");
        private final Region dot = new Region();
        private final Label state = new Label();
        private final Label products = Layout.styled(new Label(), "muted");
        private final Mark.Picture picture = new Mark.Picture();
        private final HBox box;

        ShopCell() {
            state.setGraphic(dot);
            state.getStyleClass().add("shop-state");
            products.getStyleClass().add("shop-products");
            Listening.now(this, beats, beat -> {
                var shop = getItem();
                if (shop != null) {
                    state.setText(words(shop, false));
                }
            });
            box = Layout.styled(new HBox(picture, new VBox(name, place), Layout.space(), state, products), "gap-m");
            box.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
            widthProperty().addListener((property, before, now) -> narrow(now.doubleValue()));
            setOnMouseClicked(event -> {
                if (!isEmpty()) {
                    openSelected();
                }
            });
        }

        /** Beside a sheet, with large text, who it is and how it is matter most. */
        private void narrow(double width) {
            Fields.present(products, width / Layout.textSize(list) > NARROW);
        }

        @Override
        protected void updateItem(@Nullable KnownShop shop, boolean empty) {
            super.updateItem(shop, empty);
            if (empty || shop == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            name.setText(NetworkView.name(shop, texts));
            picture.show(name.getText());
            place.setText(shop.locality().isEmpty() ? shop.address() : shop.locality());
            name.setGraphic(shop.chosen().followed() ? Icons.of(Feather.STAR, "go") : null);
            state.setText(words(shop, false));
            dot.getStyleClass().setAll("state-dot", colour(shop.reach()));
            products.setText(texts.say("network.products", shop.held().products()));
            setAccessibleText(String.join(", ", name.getText(), place.getText(), state.getText(), products.getText()));
            setGraphic(box);
        }
    }
}
