package org.echoppe.replicas;

import org.jspecify.annotations.Nullable;

/**
 * Which shops are wanted.
 *
 * @param place null when nobody said from where
 * @param withinMetres from that place; 0 for any distance
 * @param open only those that are open now
 * @param handing how the goods change hands
 */
public record Around(@Nullable Place place, int withinMetres, boolean open, Handing handing) {
    /** Any shop. */
    public static final Around ANYWHERE = new Around(null, 0, false, Handing.ANY);

    /** How goods come from the shop to the shopper. */
    public enum Handing {
        ANY,
        /** Fetched at the shop, ready when one comes. */
        PICKUP,
        /** Brought to the place. */
        DELIVERY
    }

    Around within(int metres) {
        return new Around(place, metres, open, handing);
    }

    Around handed(Handing how) {
        return new Around(place, withinMetres, open, how);
    }
}
