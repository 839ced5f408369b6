package org.echoppe.orders.documents;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.echoppe.domain.Money;
import org.echoppe.orders.wire.Contact;
import org.echoppe.orders.wire.Fulfilment;
import org.echoppe.records.ShopProfile;

/**
 * An order on paper for who packs it and hands it over.
 *
 * @param reference what the shop calls the order, to be said aloud
 * @param scan what the code holds, by which the window finds the order again
 * @param placed when it was ordered
 * @param note the shopper's; may be empty
 * @param fee for bringing the goods, 0 for none
 * @param total with VAT and fee
 */
public record Slip(
        ShopProfile shop,
        ZoneId zone,
        String reference,
        String scan,
        Instant placed,
        Fulfilment fulfilment,
        Contact contact,
        List<Item> items,
        String note,
        Money fee,
        Money total,
        Settlement settlement) {
    /**
     * What to put into the bag.
     *
     * @param detail which kind of it, where it stands; empty where there is nothing to add
     */
    public record Item(Quantity quantity, String name, String detail, Money total) {}

    public Slip {
        items = List.copyOf(items);
    }

    /** Nothing of a person in a log. */
    @Override
    public String toString() {
        return "Slip " + reference;
    }
}
