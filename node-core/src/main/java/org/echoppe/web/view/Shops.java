package org.echoppe.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the list of shops.
 *
 * @param count the number of all of them in words
 * @param position the number of this page in words; empty when there is only one
 */
public record Shops(
        String count,
        List<ShopCard> cards,
        String position,
        @Nullable String previous,
        @Nullable String next) {}
