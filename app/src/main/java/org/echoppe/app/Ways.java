package org.echoppe.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import org.echoppe.app.find.Hit;
import org.echoppe.app.fx.Texts;
import org.echoppe.app.orders.OrderFilter;
import org.echoppe.app.orders.OrdersView;
import org.echoppe.app.products.ProductFilter;
import org.echoppe.app.products.ProductLine;
import org.echoppe.app.products.ProductsView;
import org.echoppe.app.settings.SettingsModel;
import org.echoppe.app.settings.SettingsView;
import org.echoppe.app.shop.ShopSection;
import org.echoppe.app.shop.ShopView;
import org.echoppe.app.today.Place;

/** How one gets anywhere in the window: from a task of today, and by name. */
final class Ways {
    private final MainModel model;
    private final SettingsModel settings;
    private final ProductsView products;
    private final OrdersView inbox;
    private final ShopView shop;
    private final Texts texts;

    Ways(MainModel model, SettingsModel settings, ProductsView products, OrdersView inbox, ShopView shop, Texts texts) {
        this.model = model;
        this.settings = settings;
        this.products = products;
        this.inbox = inbox;
        this.shop = shop;
        this.texts = texts;
    }

    void go(Place place) {
        switch (place) {
            case Place.Goods goods -> goods(goods);
            case Place.Orders orders -> orders(orders);
            case Place.Named(var name) -> search(name, ProductFilter.ALL);
            case Place.Spot spot -> spot(spot);
        }
    }

    private void goods(Place.Goods goods) {
        switch (goods) {
            case ALL -> search("", ProductFilter.ALL);
            case SOLD_OUT -> search("", ProductFilter.SOLD_OUT);
            case LOW_STOCK -> search("", ProductFilter.LOW_STOCK);
            case DRAFTS -> search("", ProductFilter.DRAFTS);
        }
    }

    private void orders(Place.Orders orders) {
        model.orders().close();
        model.orders()
                .show(
                        switch (orders) {
                            case TO_ANSWER -> OrderFilter.ANSWER;
                            case TO_PREPARE -> OrderFilter.PREPARE;
                            case TO_REFUND -> OrderFilter.REFUND;
                            case TO_COLLECT -> OrderFilter.COLLECT;
                        });
        show(Screen.ORDERS);
        Platform.runLater(inbox::focusList);
    }

    private void search(String words, ProductFilter filter) {
        model.products().closeImport();
        model.products().list().categoryProperty().set("");
        model.products().list().wordsProperty().set(words);
        model.products().list().filterProperty().set(filter);
        show(Screen.PRODUCTS);
        Platform.runLater(products::focusList);
    }

    private void spot(Place.Spot spot) {
        switch (spot) {
            case NEW_PRODUCT -> {
                show(Screen.PRODUCTS);
                Platform.runLater(products::openNew);
            }
            case ADDRESS -> section(ShopSection.ADDRESS);
            case OPENING_HOURS -> section(ShopSection.HOURS);
            case LEGAL_TEXTS -> section(ShopSection.LEGAL);
            case RECOVERY_SHEET -> {
                show(Screen.SHOP);
                model.shop().openSheet();
            }
            case NETWORK -> show(Screen.NETWORK);
            case ADD_SHOP -> {
                show(Screen.NETWORK);
                model.network().openAdding();
            }
            case BACKUP -> {
                settings.soughtProperty().set("backup");
                show(Screen.SETTINGS);
            }
            case SETTINGS -> show(Screen.SETTINGS);
        }
    }

    private void section(ShopSection section) {
        show(Screen.SHOP);
        shop.bring(section);
    }

    private void show(Screen screen) {
        model.screenProperty().set(screen);
    }

    private void open(ProductLine line) {
        show(Screen.PRODUCTS);
        Platform.runLater(() -> model.products().open(line, products));
    }

    /** Products that words find. Asks the node: not on the window's thread. */
    List<Hit> products(String words) {
        return model.findProducts(words).stream()
                .map(line -> new Hit(Hit.Kind.PRODUCT, line.name(), line.category(), "", () -> open(line)))
                .toList();
    }

    /** Everything else that has a name. */
    List<Hit> near() {
        var all = new ArrayList<Hit>();
        for (var screen : Screen.values()) {
            var name = texts.say("rail." + screen.name().toLowerCase(Locale.ROOT));
            var key = texts.say("rail.key", screen.digit());
            all.add(new Hit(Hit.Kind.SCREEN, name, key, "", () -> show(screen)));
        }
        all.add(action("find.newProduct", "Ctrl+N", () -> spot(Place.Spot.NEW_PRODUCT)));
        all.add(action("find.import", "Ctrl+I", () -> {
            show(Screen.PRODUCTS);
            products.openImport();
        }));
        all.add(action("find.counter", "", () -> {
            show(Screen.ORDERS);
            model.orders().openCounter();
        }));
        all.add(action("find.addShop", "", () -> spot(Place.Spot.ADD_SHOP)));
        all.add(action("find.sync", "", () -> {
            show(Screen.NETWORK);
            model.network().syncNow();
        }));
        all.add(action("find.sheet", "", () -> spot(Place.Spot.RECOVERY_SHEET)));
        for (var section : ShopSection.values()) {
            all.add(new Hit(Hit.Kind.SETTING, shop.name(section), texts.say("rail.shop"), "", () -> section(section)));
        }
        all.add(new Hit(
                Hit.Kind.SETTING,
                texts.say("find.holiday"),
                texts.say("rail.shop"),
                texts.say("find.holiday.words"),
                () -> {
                    show(Screen.SHOP);
                    shop.bringHoliday();
                }));
        for (var key : SettingsView.GROUPS) {
            var words = texts.say("find.setting." + key + ".words");
            all.add(new Hit(Hit.Kind.SETTING, texts.say("find.setting." + key), "", words, () -> {
                settings.soughtProperty().set(key);
                show(Screen.SETTINGS);
            }));
        }
        for (var shop : model.network().shops()) {
            if (!shop.name().isEmpty()) {
                all.add(new Hit(Hit.Kind.SHOP, shop.name(), shop.locality(), "", () -> {
                    show(Screen.NETWORK);
                    model.network().open(shop);
                }));
            }
        }
        return all;
    }

    private Hit action(String key, String detail, Runnable work) {
        return new Hit(Hit.Kind.ACTION, texts.say(key), detail, "", work);
    }
}
