package org.echoppe.records;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where a shop delivers to, and for how much.
 *
 * @param shop where the radius of a zone is measured from
 */
public record Delivery(List<DeliveryZone> zones, Optional<Geo> shop) {
    public Delivery {
        zones = List.copyOf(zones);
    }

    public static Delivery of(ShopProfile profile) {
        return new Delivery(profile.deliveryZones(), profile.geo());
    }

    /** What a shop says to a basket and the place it should be brought to. */
    public sealed interface Answer {
        /** @param fee what it costs, in the smallest coin of the shop's currency */
        record Delivers(DeliveryZone zone, long fee) implements Answer {}

        /** @param minimum what the basket would have to come to */
        record BasketTooSmall(long minimum) implements Answer {}

        /** No zone holds the place. */
        record OutOfReach() implements Answer {}
    }

    /**
     * The cheapest zone that holds the place and takes the basket.
     *
     * @param postalCode empty where it is not known
     * @param place empty where it is not known: then no radius holds it
     * @param basket in the smallest coin of the shop's currency
     */
    public Answer to(String postalCode, Optional<Geo> place, long basket) {
        var near = zones.stream()
                .filter(zone -> zone.holds(postalCode, shop, place))
                .toList();
        return near.stream()
                .filter(zone -> basket >= zone.minimum())
                .min(Comparator.comparingLong(zone -> zone.feeFor(basket)))
                .<Answer>map(zone -> new Answer.Delivers(zone, zone.feeFor(basket)))
                .or(() -> near.stream()
                        .min(Comparator.comparingLong(DeliveryZone::minimum))
                        .map(zone -> new Answer.BasketTooSmall(zone.minimum())))
                .orElseGet(Answer.OutOfReach::new);
    }
}
