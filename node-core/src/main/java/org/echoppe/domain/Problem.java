package org.echoppe.domain;

import java.util.List;

/**
 * One thing wrong with one field.
 *
 * @param field the field's name as the API, the command line and the form know it; empty when it is about the whole
 * @param arguments what the fault's sentence is filled with
 */
public record Problem(String field, Fault fault, List<Object> arguments) {
    public Problem {
        arguments = List.copyOf(arguments);
    }

    public static Problem of(String field, Fault fault, Object... arguments) {
        return new Problem(field, fault, List.of(arguments));
    }

    public String sentence(Language language) {
        return fault.sentence(language, arguments.toArray());
    }
}
