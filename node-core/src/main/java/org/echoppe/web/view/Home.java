package org.echoppe.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The front page.
 *
 * @param shopsTitle whether they are the nearest
 * @param newestHref all that came last
 */
public record Home(
        String size,
        Nearby nearby,
        List<Tile> categories,
        String shopsTitle,
        List<ShopCard> shops,
        boolean moreShops,
        String newestHref,
        List<Card> newest) {
    /**
     * A category to walk into.
     *
     * @param picture the address of a photo; null when there is none
     */
    public record Tile(String href, String name, @Nullable String picture, String initial, int tint, String count) {}
}
