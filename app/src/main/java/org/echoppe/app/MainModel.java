package org.echoppe.app;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.echoppe.app.fx.Background;
import org.echoppe.app.fx.Notices;
import org.echoppe.app.fx.OffWindow;
import org.echoppe.app.network.NetworkDesk;
import org.echoppe.app.network.NetworkModel;
import org.echoppe.app.products.ImportDesk;
import org.echoppe.app.products.ProductDesk;
import org.echoppe.app.products.ProductsModel;
import org.echoppe.app.shop.ShopDesk;
import org.echoppe.app.shop.ShopModel;
import org.echoppe.domain.Language;

/** The window once there is a shop: one model a screen, and which of them is shown. */
final class MainModel {
    private final Notices notices = new Notices();
    private final ProductsModel products;
    private final NetworkModel network;
    private final ShopModel shop;
    private final StatusModel status;
    private final Clock clock;
    private final ObjectProperty<Screen> screen = new SimpleObjectProperty<>(Screen.PRODUCTS);
    private final OpenShop open;
    private final Background background;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private AutoCloseable following = () -> {};

    MainModel(OpenShop open, Background background, Clock clock) {
        this.open = open;
        this.background = background;
        this.clock = clock;
        products = new ProductsModel(
                OffWindow.guard(ProductDesk.class, open.products()),
                OffWindow.guard(ImportDesk.class, open.imports()),
                background,
                notices);
        network = new NetworkModel(OffWindow.guard(NetworkDesk.class, open.network()), background);
        shop = new ShopModel(OffWindow.guard(ShopDesk.class, open.shop()), background, clock);
        status = new StatusModel(OffWindow.guard(StatusDesk.class, open.status()), background);
    }

    /** Begins to follow the node. */
    void start(Language language) {
        following = open.onChange(this::hear);
        products.refresh();
        network.refresh();
        shop.refresh(language);
    }

    /** Many changes at once are one refresh. */
    private void hear() {
        if (waiting.compareAndSet(false, true)) {
            background.deliver(() -> {
                waiting.set(false);
                products.refresh();
                network.refresh();
                status.refresh();
            });
        }
    }

    /** Hears no more news of the node. */
    void stop() {
        products.importing().cancel();
        try {
            following.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    boolean hasUnsaved() {
        return products.form().form().changedProperty().get()
                || shop.form().changedProperty().get();
    }

    ObjectProperty<Screen> screenProperty() {
        return screen;
    }

    Notices notices() {
        return notices;
    }

    ProductsModel products() {
        return products;
    }

    NetworkModel network() {
        return network;
    }

    ShopModel shop() {
        return shop;
    }

    StatusModel status() {
        return status;
    }

    Clock clock() {
        return clock;
    }
}
