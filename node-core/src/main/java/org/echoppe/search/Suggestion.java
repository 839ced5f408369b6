package org.echoppe.search;

/** How what is being typed may go on. */
public record Suggestion(String text, Kind kind) {
    public enum Kind {
        /** A product's name, to search for. */
        NAME,
        /** A category path, to filter by. */
        CATEGORY
    }
}
