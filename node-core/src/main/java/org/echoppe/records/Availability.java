package org.echoppe.records;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Whether a product can be had. Never how many there are: that is the shop's own business. */
public enum Availability {
    IN_STOCK("inStock"),
    LIMITED("limited"),
    OUT_OF_STOCK("outOfStock"),
    PRE_ORDER("preOrder");

    private final String code;

    Availability(String code) {
        this.code = code;
    }

    /** As it stands in a record. */
    public String code() {
        return code;
    }

    public static Optional<Availability> of(String code) {
        return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Availability::code).toList();
    }
}
