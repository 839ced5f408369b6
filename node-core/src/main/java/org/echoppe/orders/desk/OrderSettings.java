package org.echoppe.orders.desk;

import java.time.Duration;
import org.echoppe.store.SettingStore;

/** What the shopkeeper decided about orders. */
public final class OrderSettings {
    private static final String AUTO = "orders.auto";
    private static final String AUTO_PER_HOUR = "orders.auto.perHour";
    private static final String AUTO_PER_RELAY = "orders.auto.perRelay";
    private static final String AUTO_MOST = "orders.auto.most";
    private static final String KEEP_DAYS = "orders.keepDays";
    private static final int KEEP = 30;

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
        settings.put(AUTO, Boolean.toString(on));
        settings.put(AUTO_PER_HOUR, Integer.toString(perHour));
        settings.put(AUTO_PER_RELAY, Integer.toString(perRelay));
        settings.put(AUTO_MOST, Long.toString(most));
    }

    AutoAccept.Limits autoAccept() {
        var off = AutoAccept.Limits.OFF;
        return new AutoAccept.Limits(
                settings.get(AUTO).map(Boolean::parseBoolean).orElse(off.on()),
                settings.get(AUTO_PER_HOUR).map(Integer::parseInt).orElse(off.perHour()),
                settings.get(AUTO_PER_RELAY).map(Integer::parseInt).orElse(off.perRelay()),
                settings.get(AUTO_MOST).map(Long::parseLong).orElse(off.most()));
    }

    /** How long what is personal in an order is kept after its end. */
    public Duration kept() {
        return Duration.ofDays(settings.get(KEEP_DAYS).map(Long::parseLong).orElse((long) KEEP));
    }
}
