package org.echoppe.orders.desk;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.echoppe.orders.PricedLine;
import org.echoppe.orders.Pricing;
import org.echoppe.records.Address;
import org.echoppe.records.Delivery;
import org.echoppe.records.Geo;
import org.echoppe.records.ShopProfile;

/**
 * What bringing goods to somebody costs, in minor units.
 *
 * @param place of a postcode, where it is known
 */
record DeliveryFee(ShopProfile shop, Function<String, Optional<Geo>> place) {
    /** What the shop's own zones say to a basket of so much. */
    Delivery.Answer zone(Address to, long goods) {
        return Delivery.of(shop).to(to.postalCode(), place.apply(to.postalCode()), goods);
    }

    /** With what the law asks for at least. */
    long of(List<PricedLine> lines, long zoneFee, Address to, Currency currency) {
        return Pricing.deliveryFee(lines, zoneFee, country(to), currency);
    }

    /**
     * When less is given than was asked for: what the shop gave up for the size of the basket stays given up, since it is the
     * shop that gives less; the law's least is that of the goods that are brought.
     *
     * @param asked what all that was asked for came to
     * @param agreed what was asked for bringing all of it: it gets no dearer but by law
     */
    long less(List<PricedLine> lines, long asked, long agreed, Address to, Currency currency) {
        long zone = zone(to, asked) instanceof Delivery.Answer.Delivers found ? Math.min(found.fee(), agreed) : agreed;
        return of(lines, zone, to, currency);
    }

    /**
     * Zones are postcodes of the shop's own country and distances from its door, so that is where things are brought to. What an
     * order says of its country, its writer may choose.
     */
    private String country(Address to) {
        return shop.address()
                .map(Address::country)
                .filter(code -> !code.isEmpty())
                .orElse(to.country());
    }
}
