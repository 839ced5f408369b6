package org.echoppe.web.view;

import org.jspecify.annotations.Nullable;

/**
 * One listing in a grid.
 *
 * @param near how far its shop is, and that it is open; empty when neither is known
 * @param state availability or absence of the shop; null when there is nothing to warn of
 * @param group the other shops that have it; null when there are none
 * @param orderable whether a script may offer to put it into the basket
 */
public record Card(
        String href,
        Foreign name,
        Foreign shop,
        String near,
        Picture picture,
        @Nullable Price price,
        @Nullable State state,
        @Nullable Group group,
        boolean orderable) {
    /** All shops that have the article. */
    public record Group(String href, String words) {}
}
