package org.echoppe.search;

import org.echoppe.domain.Did;
import org.jspecify.annotations.Nullable;

/**
 * How what is being typed may go on.
 *
 * @param shop which one, for {@link Kind#SHOP}; null for the others
 */
public record Suggestion(String text, Kind kind, @Nullable Did shop) {
    public enum Kind {
        /** A product's name, to search for. */
        NAME,
        /** A category path, to filter by. */
        CATEGORY,
        /** A shop, to go to. */
        SHOP
    }

    public Suggestion(String text, Kind kind) {
        this(text, kind, null);
    }
}
