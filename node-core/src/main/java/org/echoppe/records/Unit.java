package org.echoppe.records;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a price per unit is told for. */
public enum Unit {
    KG("kg"),
    L("l"),
    M("m"),
    M2("m2"),
    PIECE("piece");

    private final String code;

    Unit(String code) {
        this.code = code;
    }

    /** As it stands in a record. */
    public String code() {
        return code;
    }

    public static Optional<Unit> of(String code) {
        return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Unit::code).toList();
    }
}
