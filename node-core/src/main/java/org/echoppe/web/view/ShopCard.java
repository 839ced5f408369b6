package org.echoppe.web.view;

import org.jspecify.annotations.Nullable;

/**
 * One shop in a list.
 *
 * @param logo the address of its sign; null when it has none here
 * @param open open or closed now; null when it gives no hours
 * @param away that it has confirmed nothing for days, or since when it cannot be reached; null while neither is so
 */
public record ShopCard(
        String href,
        Foreign name,
        Foreign tagline,
        String place,
        String products,
        int tint,
        @Nullable String logo,
        @Nullable State open,
        @Nullable State away) {}
