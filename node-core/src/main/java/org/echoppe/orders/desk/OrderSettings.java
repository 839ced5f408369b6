package org.echoppe.orders.desk;

import java.time.Duration;
import org.echoppe.catalogue.OrderRules;
import org.echoppe.store.SettingStore;

/** What the shopkeeper decided about orders, as it stands at every look. */
public final class OrderSettings {
    private final SettingStore settings;

    public OrderSettings(SettingStore settings) {
        this.settings = settings;
    }

    /**
     * Orders that are accepted without anybody looking.
     *
     * @param perHour at most so many in an hour
     * @param perRelay of them so many that one node brought
     * @param most the dearest, in minor units
     */
    public void acceptByItself(boolean on, int perHour, int perRelay, long most) {
        new OrderRules(on, perHour, perRelay, most, rules().keepDays()).keep(settings);
    }

    OrderRules rules() {
        return OrderRules.in(settings);
    }

    /** How long what is personal in an order is kept after its end. */
    public Duration kept() {
        return Duration.ofDays(rules().keepDays());
    }
}
