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
        /** What was accepted with it. */
        TERMS,
        INVOICE,
        CREDIT_NOTE;

        /** What it is best called on a disk. */
        String fileName(String reference, String number) {
            return switch (this) {
                case SLIP_ROLL, SLIP_A4 -> reference;
                case TERMS -> reference + "-CGV";
                case INVOICE, CREDIT_NOTE -> number;
            };
        }
    }

    public static OrderPaper of(Kind kind) {
        return new OrderPaper(kind, 0);
    }
}
