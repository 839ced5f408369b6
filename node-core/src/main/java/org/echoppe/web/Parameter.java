package org.echoppe.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One parameter of a program's question: {@link ApiQuery} holds questions to it, and the OpenAPI document says it.
 *
 * @param required whether the question is refused without it
 * @param least the smallest number, or the fewest characters; null where there is no bound
 * @param most the largest number, or the most characters; null where there is no bound
 * @param choices what a {@link Type#CHOICE} may be; empty for every other type
 * @param description one sentence for the people who write programs, in English
 * @param example a value that is right
 */
record Parameter(
        String name,
        Type type,
        boolean required,
        @Nullable Long least,
        @Nullable Long most,
        List<String> choices,
        String description,
        String example) {
    /** What a value is read as. */
    enum Type {
        /** Any characters. */
        TEXT,
        /** A whole number. */
        NUMBER,
        /** {@code true} or {@code false}; false when it is not given. */
        TRUTH,
        /** One of the {@link Parameter#choices}. */
        CHOICE,
        /** A merchant's {@code did:key}. */
        DID,
        /** An article number of 8, 12, 13 or 14 digits with its check digit. */
        GTIN,
        /** Three letters of ISO 4217. */
        CURRENCY,
        /** {@code lat,lon} in decimal degrees, or the postcode of a shop that is known here. */
        PLACE
    }

    Parameter {
        choices = List.copyOf(choices);
    }

    static Parameter text(String name, long most, String example, String description) {
        return new Parameter(name, Type.TEXT, false, null, most, List.of(), description, example);
    }

    static Parameter number(String name, long least, long most, String example, String description) {
        return new Parameter(name, Type.NUMBER, false, least, most, List.of(), description, example);
    }

    static Parameter choice(String name, List<String> choices, String description) {
        return new Parameter(name, Type.CHOICE, false, null, null, choices, description, choices.getFirst());
    }

    /** One whose type says all about its values. */
    static Parameter plain(String name, Type type, String example, String description) {
        return new Parameter(name, type, false, null, null, List.of(), description, example);
    }

    Parameter needed() {
        return new Parameter(name, type, true, least, most, choices, description, example);
    }

    long atLeast() {
        return least == null ? Long.MIN_VALUE : least;
    }

    long atMost() {
        return most == null ? Long.MAX_VALUE : most;
    }
}
