package org.echoppe.store;

import org.echoppe.records.Availability;
import org.jspecify.annotations.Nullable;

/** A group of the shop's own products that a shopkeeper looks for. All but the last leave withdrawn ones out. */
public enum ProductKind {
    ALL,
    DRAFT,
    PUBLISHED,
    /** On sale, and nobody can have it. */
    SOLD_OUT,
    /** On sale, and nearly gone: what shoppers read as limited. */
    LOW_STOCK,
    NO_PICTURE,
    WITHDRAWN;

    /**
     * Whether nobody can have it: counted and gone, unless it is sold before it is there, or said to be.
     *
     * @param stock null where nobody counts
     * @param said null where nothing is said
     */
    public static boolean isSoldOut(@Nullable Long stock, @Nullable Availability said) {
        boolean gone = stock != null && stock <= 0 && said != Availability.PRE_ORDER;
        return gone || said == Availability.OUT_OF_STOCK;
    }

    /** Whether it is nearly gone. */
    public static boolean isLow(@Nullable Long stock, @Nullable Availability said) {
        return said == Availability.LIMITED && !isSoldOut(stock, said);
    }
}
