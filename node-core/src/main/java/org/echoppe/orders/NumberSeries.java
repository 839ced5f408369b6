package org.echoppe.orders;

import java.util.Arrays;
import java.util.Optional;

/** Documents that the law wants numbered without a gap, each series from 1 in every year. */
public enum NumberSeries {
    INVOICE("invoice"),
    RECEIPT("receipt"),
    CREDIT_NOTE("credit-note");

    private final String code;

    NumberSeries(String code) {
        this.code = code;
    }

    /** As the journal and the tables name it. */
    public String code() {
        return code;
    }

    static Optional<NumberSeries> of(String code) {
        return Arrays.stream(values())
                .filter(series -> series.code.equals(code))
                .findFirst();
    }
}
