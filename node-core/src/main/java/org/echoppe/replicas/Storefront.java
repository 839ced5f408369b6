package org.echoppe.replicas;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.echoppe.domain.Did;
import org.echoppe.records.Address;
import org.echoppe.records.Delivery;
import org.echoppe.records.Geo;
import org.echoppe.records.OpeningTimes;
import org.echoppe.records.ShopClock;
import org.echoppe.records.ShopProfile;
import org.echoppe.search.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a search needs to know of a shop, kept in memory for all of them.
 *
 * @param number the index's number of the merchant
 * @param words of its name, without case and accents
 * @param zone which time its clock shows
 * @param postalCode as {@link Place#plain} writes it
 * @param country of its address, ISO 3166; empty when it does not say
 * @param picksUp whether goods can be fetched there by appointment
 * @param takesOrders whether orders can be sealed for it, and it hands over or brings what was ordered
 * @param confirmedAt when its merchant last signed
 */
public record Storefront(
        Did did,
        int number,
        String name,
        List<String> words,
        String lang,
        @Nullable Currency currency,
        String postalCode,
        String country,
        String locality,
        @Nullable Geo geo,
        OpeningTimes times,
        ZoneId zone,
        boolean picksUp,
        boolean takesOrders,
        Delivery delivery,
        Instant confirmedAt) {
    /** @param here the zone of this node, for shops whose address does not tell theirs */
    static Storefront of(Did did, int number, ShopProfile shop, Instant confirmedAt, ZoneId here) {
        return new Storefront(
                did,
                number,
                shop.name(),
                Words.of(shop.name()),
                shop.lang(),
                shop.currency().orElse(null),
                Place.plain(shop.address().map(Address::postalCode).orElse("")),
                shop.address().map(Address::country).orElse(""),
                shop.address().map(Address::locality).orElse(""),
                shop.geo().orElse(null),
                OpeningTimes.of(shop),
                ShopClock.zone(shop.address(), here),
                shop.pickup().isPresent(),
                shop.encryptionKey().isPresent()
                        && (shop.pickup().isPresent() || !shop.deliveryZones().isEmpty()),
                Delivery.of(shop),
                confirmedAt);
    }
}
