package org.echoppe.orders.wire;

import java.util.Arrays;
import java.util.Optional;

/** How an order is to be paid. */
public enum Payment {
    IN_SHOP("inShop"),
    TRANSFER("transfer"),
    ETHEREUM("ethereum");

    private final String code;

    Payment(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Payment> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
