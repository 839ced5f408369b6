package org.echoppe.catalogue;

import java.util.Optional;
import java.util.OptionalLong;
import org.echoppe.domain.Money;

/**
 * What the shop knows about a product and tells nobody.
 *
 * @param stock pieces; empty when the shop does not count them
 * @param cost what the shop pays for one
 * @param imageUrl where a picture may be fetched when the shopkeeper asks for it
 */
public record Backroom(OptionalLong stock, Optional<Money> cost, String supplier, String note, String imageUrl) {
    public static final Backroom EMPTY = new Backroom(OptionalLong.empty(), Optional.empty(), "", "", "");
}
