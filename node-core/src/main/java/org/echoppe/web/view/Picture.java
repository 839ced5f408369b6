package org.echoppe.web.view;

import org.jspecify.annotations.Nullable;

/**
 * A product's picture, or what is drawn in its place: an awning over an initial.
 *
 * @param source address of a photo; null when there is none
 * @param sources the same photo in several widths, for the browser to choose from
 * @param sizes how wide it stands on the page, for that choice
 * @param first whether it is what a page is opened for, so that it must not wait
 * @param tint 0 to 7, the same for one category everywhere
 */
public record Picture(
        @Nullable String source,
        String sources,
        String sizes,
        String alternative,
        String initial,
        int tint,
        boolean first) {
    public static final int TINTS = 8;
}
