package org.echoppe.app;

import org.echoppe.app.network.NetworkDesk;
import org.echoppe.app.orders.CounterDesk;
import org.echoppe.app.orders.OrdersDesk;
import org.echoppe.app.products.ImportDesk;
import org.echoppe.app.products.ProductDesk;
import org.echoppe.app.settings.SettingsDesk;
import org.echoppe.app.shop.ShopDesk;
import org.echoppe.app.today.TodayDesk;
import org.echoppe.app.welcome.WelcomeDesk;

/** All the window asks of a running node: {@link NodeShop} in the program, a made-up one in tests. */
public interface OpenShop extends AutoCloseable {
    /** Whether the first start is behind us. */
    boolean hasShop();

    WelcomeDesk welcome();

    TodayDesk today();

    ProductDesk products();

    ImportDesk imports();

    OrdersDesk orders();

    CounterDesk counter();

    NetworkDesk network();

    ShopDesk shop();

    SettingsDesk settings();

    StatusDesk status();

    /** Calls {@code news} from any thread after something changed, by whomever. Close to be told no more. */
    AutoCloseable onChange(Runnable news);

    /** Stops the node. Takes a moment: not on the window's thread. */
    @Override
    void close();
}
