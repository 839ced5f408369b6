package org.echoppe.web.view;

import java.util.List;

/**
 * What programs may ask, for people to read.
 *
 * @param document address of the OpenAPI document
 */
public record ApiPage(String document, List<Question> questions) {
    /**
     * One address.
     *
     * @param method of HTTP
     * @param example an address to try, or empty where it needs what only this market knows
     */
    public record Question(
            String id,
            String method,
            String path,
            String title,
            String text,
            List<Asked> asked,
            List<Field> fields,
            String example) {}

    /** One parameter. */
    public record Asked(String name, String kind, boolean required, Foreign meaning, String example) {}

    /** One field of the answer. */
    public record Field(String name, String meaning) {}
}
