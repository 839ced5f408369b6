package org.echoppe.catalogue;

import java.util.Map;
import java.util.function.Function;
import org.echoppe.store.SettingStore;

/**
 * What the shopkeeper decided about orders; it is told to nobody.
 *
 * @param byItself whether an order that holds is accepted without anybody looking, within the limits
 * @param perHour of those, at most so many in an hour
 * @param perRelay and so many that one node brought
 * @param upTo the dearest, in minor units of the shop's currency
 * @param keepDays how long what is personal in an order is kept after its end
 */
public record OrderRules(boolean byItself, int perHour, int perRelay, long upTo, int keepDays) {
    public static final OrderRules USUAL = new OrderRules(false, 20, 5, 10_000, 30);

    /** Fewer would end before the days of withdrawal do, which a Sunday or a holiday makes longer. */
    public static final int LEAST_DAYS = 20;

    public static final int MOST_DAYS = 3_650;
    public static final int MOST_AN_HOUR = 1_000;

    private static final String AUTO = "orders.auto";
    private static final String PER_HOUR = "orders.auto.perHour";
    private static final String PER_RELAY = "orders.auto.perRelay";
    private static final String UP_TO = "orders.auto.most";
    private static final String KEEP_DAYS = "orders.keepDays";

    /** Under which names they are kept. */
    static final Map<ShopField, String> NAMES = Map.of(
            ShopField.ORDERS_AUTO, AUTO,
            ShopField.ORDERS_PER_HOUR, PER_HOUR,
            ShopField.ORDERS_PER_RELAY, PER_RELAY,
            ShopField.ORDERS_UP_TO, UP_TO,
            ShopField.ORDERS_KEEP_DAYS, KEEP_DAYS);

    /** As they stand. */
    public static OrderRules in(SettingStore settings) {
        return new OrderRules(
                read(settings, AUTO, Boolean::parseBoolean, USUAL.byItself),
                read(settings, PER_HOUR, Integer::parseInt, USUAL.perHour),
                read(settings, PER_RELAY, Integer::parseInt, USUAL.perRelay),
                read(settings, UP_TO, Long::parseLong, USUAL.upTo),
                read(settings, KEEP_DAYS, Integer::parseInt, USUAL.keepDays));
    }

    private static <T> T read(SettingStore settings, String name, Function<String, T> reader, T usual) {
        return settings.get(name).map(reader).orElse(usual);
    }

    /** From now on. */
    public void keep(SettingStore settings) {
        settings.put(AUTO, Boolean.toString(byItself));
        settings.put(PER_HOUR, Integer.toString(perHour));
        settings.put(PER_RELAY, Integer.toString(perRelay));
        settings.put(UP_TO, Long.toString(upTo));
        settings.put(KEEP_DAYS, Integer.toString(keepDays));
    }
}
