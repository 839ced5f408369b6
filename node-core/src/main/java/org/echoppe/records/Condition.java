package org.echoppe.records;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Whether a product is new. */
public enum Condition {
    NEW("new"),
    REFURBISHED("refurbished"),
    USED("used");

    private final String code;

    Condition(String code) {
        this.code = code;
    }

    /** As it stands in a record. */
    public String code() {
        return code;
    }

    public static Optional<Condition> of(String code) {
        return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Condition::code).toList();
    }
}
