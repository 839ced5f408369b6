package org.echoppe.app.orders;

/** How a sale at the counter was paid. */
public enum Paid {
    CASH,
    CARD,
    CHEQUE,
    TRANSFER,
    OTHER
}
