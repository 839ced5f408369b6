package org.echoppe.orders.desk;

import java.util.Locale;

/**
 * Why an order is not as the shopper saw it any more.
 *
 * @param line from 0; {@link #WHOLE} for the whole order
 * @param was as the shopper saw it; empty where there is nothing to compare
 * @param now as it is; empty where there is nothing
 */
public record Change(int line, What what, String was, String now) {
    public static final int WHOLE = -1;

    /** What is otherwise. */
    public enum What {
        PRICE,
        /** No longer sold. */
        GONE,
        /** Fewer are there. */
        STOCK,
        /** The shop takes no orders now. */
        CLOSED,
        /** Not then. */
        SLOT,
        /** Not there. */
        AREA,
        /** Too little for being brought. */
        MINIMUM,
        /** Not paid so, not in that currency, or other legal texts than the shop's were read. */
        TERMS,
        TOTAL;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Change at(int place) {
        return new Change(place, what, was, now);
    }

    static Change of(What what) {
        return new Change(WHOLE, what, "", "");
    }
}
