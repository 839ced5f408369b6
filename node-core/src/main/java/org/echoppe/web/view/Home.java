package org.echoppe.web.view;

import java.util.List;

/** The front page. */
public record Home(String size, List<Tile> categories, List<ShopCard> shops, boolean moreShops, List<Card> newest) {
    /** A category to walk into. */
    public record Tile(String href, String name, String initial, int tint, String count) {}
}
