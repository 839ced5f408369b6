package org.echoppe.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.echoppe.domain.Language;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.echoppe.store.Database;
import org.echoppe.store.SettingStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderRulesTest {
    @TempDir
    Path home;

    @Test
    void theRulesForOrdersAreWrittenLikeTheShopAndKeptForTheShopAlone() {
        try (var database = Database.open(home, new byte[32], Clock.systemUTC())) {
            var settings = new SettingStore(database);
            var shop = new Shop(database, settings);
            var profile = shop.init(Map.of(ShopField.NAME, "Épicerie", ShopField.CURRENCY, "EUR"));
            assertThat(OrderRules.in(settings)).isEqualTo(OrderRules.USUAL);

            var changed = shop.set(Map.of(
                    ShopField.ORDERS_AUTO, "oui",
                    ShopField.ORDERS_PER_HOUR, "12",
                    ShopField.ORDERS_UP_TO, "80,50 €",
                    ShopField.ORDERS_KEEP_DAYS, "45"));
            assertThat(changed).as("published is none of it").isEqualTo(profile);
            assertThat(OrderRules.in(settings)).isEqualTo(new OrderRules(true, 12, 5, 8_050, 45));
            assertThat(shop.show(Language.FR))
                    .containsEntry(ShopField.ORDERS_AUTO, "1")
                    .containsEntry(ShopField.ORDERS_UP_TO, "80,50");
            var form = shop.form(Language.FR);
            assertThat(form).containsEntry("orders-per-hour", "12").containsEntry("orders-keep-days", "45");
            shop.saveForm(form);
            assertThat(OrderRules.in(settings)).isEqualTo(new OrderRules(true, 12, 5, 8_050, 45));

            assertThatThrownBy(() -> shop.set(Map.of(
                            ShopField.ORDERS_AUTO, "peut-être",
                            ShopField.ORDERS_PER_RELAY, "0",
                            ShopField.ORDERS_UP_TO, "cher",
                            ShopField.ORDERS_KEEP_DAYS, "5")))
                    .isInstanceOfSatisfying(
                            Rejected.class,
                            why -> assertThat(why.problems())
                                    .extracting(Problem::field)
                                    .containsExactlyInAnyOrder(
                                            "orders-auto", "orders-per-relay", "orders-up-to", "orders-keep-days"));
            shop.set(Map.of(ShopField.ORDERS_PER_HOUR, ""));
            assertThat(OrderRules.in(settings).perHour()).as("as usual").isEqualTo(20);
        }
    }
}
