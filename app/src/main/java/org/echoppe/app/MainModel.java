package org.echoppe.app;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.echoppe.app.fx.Background;
import org.echoppe.app.fx.Notices;
import org.echoppe.app.fx.OffWindow;
import org.echoppe.app.network.NetworkDesk;
import org.echoppe.app.network.NetworkModel;
import org.echoppe.app.orders.CounterDesk;
import org.echoppe.app.orders.OrdersDesk;
import org.echoppe.app.orders.OrdersModel;
import org.echoppe.app.products.ImportDesk;
import org.echoppe.app.products.ProductDesk;
import org.echoppe.app.products.ProductFilter;
import org.echoppe.app.products.ProductLine;
import org.echoppe.app.products.ProductQuestion;
import org.echoppe.app.products.ProductsModel;
import org.echoppe.app.settings.MachineModel;
import org.echoppe.app.settings.SettingsDesk;
import org.echoppe.app.shop.ShopDesk;
import org.echoppe.app.shop.ShopModel;
import org.echoppe.app.today.TodayDesk;
import org.echoppe.app.today.TodayModel;
import org.echoppe.domain.Language;
import org.echoppe.today.Task;
import org.jspecify.annotations.Nullable;

/** The window once there is a shop: one model a screen, and which of them is shown. */
final class MainModel {
    /** So many products are offered by name. */
    private static final int FOUND = 7;

    private final Notices notices = new Notices();
    private final ProductDesk goods;
    private final TodayModel today;
    private final ProductsModel products;
    private final OrdersModel orders;
    private final NetworkModel network;
    private final ShopModel shop;
    private final MachineModel machine;
    private final StatusModel status;
    private final Clock clock;
    private final ObjectProperty<Screen> screen = new SimpleObjectProperty<>(Screen.TODAY);
    private final ReadOnlyObjectWrapper<@Nullable Task> alarm = new ReadOnlyObjectWrapper<>();
    private final OpenShop open;
    private final Background background;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private AutoCloseable following = () -> {};

    MainModel(OpenShop open, Background background, Clock clock) {
        this.open = open;
        this.background = background;
        this.clock = clock;
        goods = OffWindow.guard(ProductDesk.class, open.products());
        today = new TodayModel(OffWindow.guard(TodayDesk.class, open.today()), background, alarm::set);
        products = new ProductsModel(goods, OffWindow.guard(ImportDesk.class, open.imports()), background, notices);
        orders = new OrdersModel(
                OffWindow.guard(OrdersDesk.class, open.orders()),
                OffWindow.guard(CounterDesk.class, open.counter()),
                background);
        network = new NetworkModel(OffWindow.guard(NetworkDesk.class, open.network()), background);
        screen.addListener((property, before, now) -> {
            if (before == Screen.NETWORK) {
                network.leave();
            }
        });
        shop = new ShopModel(OffWindow.guard(ShopDesk.class, open.shop()), background, clock);
        machine = new MachineModel(OffWindow.guard(SettingsDesk.class, open.settings()), background);
        status = new StatusModel(OffWindow.guard(StatusDesk.class, open.status()), background);
    }

    /** Begins to follow the node. */
    void start(Language language) {
        following = open.onChange(() -> hear(language));
        // the list of a large shop is read a moment after the first report, which knows nothing of its stock
        products.list().countsProperty().addListener((property, before, now) -> {
            if (before.isEmpty()) {
                today.refresh(language);
            }
        });
        today.refresh(language);
        products.refresh();
        orders.refresh();
        network.refresh();
        shop.refresh(language);
    }

    /** Many changes at once are one refresh. */
    private void hear(Language language) {
        if (waiting.compareAndSet(false, true)) {
            background.deliver(() -> {
                waiting.set(false);
                today.refresh(language);
                products.refresh();
                orders.refresh();
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
                || shop.form().changedProperty().get()
                || isSelling()
                || isWriting();
    }

    /** Goods were read that nobody has paid yet. */
    private boolean isSelling() {
        var counter = orders.counter();
        return counter.soldProperty().get() == null && !counter.lines().isEmpty();
    }

    /** A word to a customer was not sent yet. */
    private boolean isWriting() {
        var order = orders.order();
        return order.detailProperty().get() != null
                && !order.messageProperty().get().isBlank();
    }

    ObjectProperty<Screen> screenProperty() {
        return screen;
    }

    Notices notices() {
        return notices;
    }

    /** Some products that words find. Asks the node: not on the window's thread. */
    List<ProductLine> findProducts(String words) {
        var question = new ProductQuestion(words, ProductFilter.ALL, "", ProductQuestion.Sort.NAME, false);
        return goods.list(question, 0, FOUND).rows();
    }

    /** The last urgent task that came up; null before the first. */
    ReadOnlyObjectProperty<@Nullable Task> alarmProperty() {
        return alarm.getReadOnlyProperty();
    }

    Background background() {
        return background;
    }

    TodayModel today() {
        return today;
    }

    ProductsModel products() {
        return products;
    }

    OrdersModel orders() {
        return orders;
    }

    NetworkModel network() {
        return network;
    }

    ShopModel shop() {
        return shop;
    }

    MachineModel machine() {
        return machine;
    }

    StatusModel status() {
        return status;
    }

    Clock clock() {
        return clock;
    }
}
