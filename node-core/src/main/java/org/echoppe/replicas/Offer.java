package org.echoppe.replicas;

import org.echoppe.search.Label;
import org.echoppe.search.ListingHits.Group;
import org.echoppe.search.ListingKey;
import org.jspecify.annotations.Nullable;

/**
 * A listing as a card shows it: without reading its record.
 *
 * @param shelf the widest level of its category; null when it has none
 * @param group the same article in other shops; null when it stands for itself
 * @param metres how far the shop is; negative when that is not known
 * @param open whether the shop is open now
 */
public record Offer(
        ListingKey key,
        Label label,
        @Nullable String shelf,
        @Nullable Group group,
        Storefront shop,
        float metres,
        boolean open,
        Presence presence) {}
