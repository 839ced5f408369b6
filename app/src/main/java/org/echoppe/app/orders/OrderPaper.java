package org.echoppe.app.orders;

/**
 * A document of an order.
 *
 * @param which of several of its kind, from 0
 */
public record OrderPaper(Kind kind, int which) {
    /** What it is. */
    public enum Kind {
        /** On the till's roll. */
        SLIP_ROLL,
        SLIP_A4,
        INVOICE,
        CREDIT_NOTE
    }

    public static OrderPaper of(Kind kind) {
        return new OrderPaper(kind, 0);
    }
}
