package org.echoppe.web.view;

import org.jspecify.annotations.Nullable;

/**
 * A product's picture, or what is drawn in its place: an awning over an initial.
 *
 * @param source address of a photo; null when there is none
 * @param tint 0 to 7, the same for one category everywhere
 */
public record Picture(@Nullable String source, String alternative, String initial, int tint) {
    public static final int TINTS = 8;
}
