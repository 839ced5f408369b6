package org.echoppe.app;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.echoppe.app.find.FindModel;
import org.echoppe.app.find.FindView;
import org.echoppe.app.fx.Fields;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Mark;
import org.echoppe.app.fx.Moments;
import org.echoppe.app.fx.NoticeBar;
import org.echoppe.app.fx.StatePane;
import org.echoppe.app.fx.Texts;
import org.echoppe.app.network.NetworkView;
import org.echoppe.app.orders.OrderFilter;
import org.echoppe.app.orders.OrdersModel;
import org.echoppe.app.orders.OrdersView;
import org.echoppe.app.products.ProductsView;
import org.echoppe.app.settings.SettingsModel;
import org.echoppe.app.settings.SettingsView;
import org.echoppe.app.shop.ShopView;
import org.echoppe.app.today.TaskWords;
import org.echoppe.app.today.TodayModel;
import org.echoppe.app.today.TodayView;
import org.echoppe.domain.Language;
import org.kordamp.ikonli.feather.Feather;

/** The window once there is a shop: rail, one screen, status line. */
final class MainView {
    /** Ems that a screen needs below the reminder, and with it. */
    private static final double ROOM_FOR_REMINDER = 30;

    private final MainModel model;
    private final SettingsModel settings;
    private final Language language;
    private final Texts texts;
    private final Texts ground;
    private final ProductsView products;
    private final OrdersView orders;
    private final ShopView shop;
    private final Ways ways;
    private final FindModel find;
    private final Consumer<String> browse;

    MainView(MainModel model, SettingsModel settings, Consumer<String> browse) {
        this.model = model;
        this.settings = settings;
        this.language = settings.lookProperty().get().language();
        this.texts = Texts.of(MainView.class, language);
        this.ground = Texts.of(StatePane.class, language);
        this.products = new ProductsView(model.products(), language);
        this.orders = new OrdersView(model.orders(), language, model.clock(), browse);
        this.shop = new ShopView(model.shop(), model.notices(), language, browse);
        this.browse = browse;
        this.ways = new Ways(model, settings, products, orders, shop, texts);
        this.find = new FindModel(ways::near, ways::products, model.background());
    }

    Parent build() {
        var screen = new StackPane();
        var body = new BorderPane(screen);
        body.setTop(reminder(body));
        var frame = new BorderPane(new StackPane(body, new FindView(find, language)));
        var words = new TaskWords(Texts.of(TaskWords.class, language), ground, model.clock());
        Listening.now(frame, model.alarmProperty(), task -> {
            if (task != null && model.screenProperty().get() != Screen.TODAY) {
                model.notices().point(words.say(task), texts.say("alarm.see"), () -> ways.go(TodayModel.place(task)));
            }
        });
        Listening.now(frame, model.orders().newsProperty(), news -> {
            if (news != null) {
                tell(news);
            }
        });
        frame.setLeft(rail());
        // a notice stands where only words stand: nothing that one could want to press is ever below it
        frame.setBottom(new StackPane(
                new StatusLine(model.status(), texts, new Moments(ground, model.clock())),
                new NoticeBar(model.notices(), ground)));
        Listening.now(
                frame, model.screenProperty(), chosen -> screen.getChildren().setAll(view(chosen)));
        model.products().offerUnfinished(products, () -> model.screenProperty().set(Screen.PRODUCTS));
        new Keys(model, settings, products, orders, shop, find).bind(frame);
        new ScanKeys(System::nanoTime, this::scanned, this::slip, this::shopCode).bind(frame);
        return frame;
    }

    /** In the window for who looks at it, and outside for who does not. */
    private void tell(OrdersModel.News news) {
        var sentence = texts.say("orders.news", news.orders());
        model.notices().point(sentence, texts.say("alarm.see"), () -> {
            model.screenProperty().set(Screen.ORDERS);
            model.orders().open(news.first());
        });
        model.orders().announced(sentence);
    }

    /** While something is sold at the counter it is read into the sale; else, whatever is on the screen, it is a product. */
    private void scanned(String code) {
        if (model.orders().isSelling() && model.screenProperty().get() == Screen.ORDERS) {
            orders.scanned(code);
            return;
        }
        model.screenProperty().set(Screen.PRODUCTS);
        products.scanned(code);
    }

    /** The code on a slip brings up its order. */
    private void slip(String reference) {
        model.screenProperty().set(Screen.ORDERS);
        model.orders().open(reference);
    }

    /** The code of another shop adds it, or is compared with the one that is looked at. */
    private void shopCode(String text) {
        model.screenProperty().set(Screen.NETWORK);
        model.network().scanned(text);
    }

    private Node view(Screen screen) {
        return switch (screen) {
            case TODAY ->
                new TodayView(model.today(), model.notices(), language, model.clock(), ways::go, browse).build();
            case PRODUCTS -> products.build();
            case ORDERS -> orders.build();
            case NETWORK -> new NetworkView(model.network(), language, model.clock()).build();
            case SHOP -> {
                model.shop().refresh(language);
                yield shop.build();
            }
            case SETTINGS ->
                new SettingsView(settings, model.machine(), model.notices(), model.clock(), browse).build();
        };
    }

    private Node rail() {
        var name = Layout.styled(new Label("Échoppe"), "serif");
        var rail = Layout.styled(new VBox(Layout.styled(new HBox(Mark.awning(1.9), name), "brand")), "rail");
        var group = new ToggleGroup();
        for (var screen : Screen.values()) {
            var word = texts.say("rail." + screen.name().toLowerCase(Locale.ROOT));
            var button = new ToggleButton(word, Icons.of(screen.icon()));
            button.setId("rail-" + screen.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.setTooltip(new Tooltip(texts.say("rail.key", screen.digit())));
            button.setOnAction(event -> {
                button.setSelected(true);
                model.screenProperty().set(screen);
            });
            Listening.now(button, model.screenProperty(), chosen -> button.setSelected(chosen == screen));
            rail.getChildren().add(screen == Screen.ORDERS ? badged(button, word) : button);
        }
        var shopName = Layout.words("", "muted", "small", "shop-name", "free");
        shopName.setMinHeight(0); // where the text is large, the screens' names need the room
        Listening.now(
                shopName,
                model.shop().standingProperty(),
                standing -> shopName.setText(
                        standing == null ? "" : standing.fields().getOrDefault("name", "")));
        var space = new StackPane();
        VBox.setVgrow(space, Priority.ALWAYS);
        rail.getChildren().addAll(space, shopName);
        var scroll = StatePane.scrolled(rail);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    /** With the number of orders that wait for an answer. */
    private Node badged(ToggleButton button, String word) {
        var badge = Layout.styled(new Label(), "badge");
        badge.setId("orders-badge");
        badge.setMouseTransparent(true);
        Listening.now(badge, model.orders().countsProperty(), counts -> {
            int waiting = counts.getOrDefault(OrderFilter.ANSWER, 0);
            badge.setText(Integer.toString(waiting));
            Fields.present(badge, waiting > 0);
            button.setAccessibleText(waiting == 0 ? word : texts.say("rail.orders.waiting", word, waiting));
        });
        var both = new StackPane(button, badge);
        StackPane.setAlignment(badge, Pos.CENTER_RIGHT);
        StackPane.setAlignment(button, Pos.CENTER_LEFT);
        return both;
    }

    /**
     * The recovery sheet is asked for until it lies in its drawer; on the first screen and the shop screen it stands anyway, and
     * on the others only where it leaves room for what one does there.
     */
    private Node reminder(Region body) {
        var open = new Button(texts.say("reminder.open"));
        open.setId("reminder");
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setOnAction(event -> {
            model.screenProperty().set(Screen.SHOP);
            model.shop().openSheet();
        });
        var words = Layout.words(texts.say("reminder"));
        words.setGraphic(Icons.of(Feather.SHIELD));
        HBox.setHgrow(words, Priority.ALWAYS);
        var bar = Layout.styled(new HBox(words, Layout.space(), open), "reminder");
        Runnable decide = () -> {
            var standing = model.shop().standingProperty().get();
            Fields.present(
                    bar,
                    standing != null
                            && standing.recovery().waits()
                            && body.getHeight() > ROOM_FOR_REMINDER * Layout.textSize(body)
                            && model.screenProperty().get() != Screen.TODAY
                            && model.screenProperty().get() != Screen.SHOP);
        };
        Listening.now(bar, model.shop().standingProperty(), standing -> decide.run());
        Listening.now(bar, model.screenProperty(), chosen -> decide.run());
        Listening.now(bar, body.heightProperty(), height -> decide.run());
        return bar;
    }
}
