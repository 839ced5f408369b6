package org.echoppe.web;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.echoppe.records.DeliveryZone;
import org.echoppe.records.Geo;
import org.echoppe.records.OpeningTimes;
import org.echoppe.records.PickupSlots;
import org.echoppe.records.ShopClock;
import org.echoppe.records.ShopProfile;
import org.echoppe.replicas.Listings;
import org.echoppe.replicas.Place;
import org.echoppe.web.answer.Answers;

/** When one can collect at a shop, and what it asks for bringing goods somewhere: so that a browser need not know any hours. */
record HandoverJson(Listings listings, Clock clock) {
    /** Counted from the first day on which anything can be ready. */
    private static final int DAYS = 14;

    /** A browser's list to choose from. */
    private static final int MOST_SLOTS = 500;

    private static final int MINUTES_A_DAY = 1_440;

    Answers.Handover of(Context ctx, ShopProfile shop) {
        String postalCode = ApiQuery.postalCode(ctx);
        var zone = ShopClock.zone(shop.address(), clock.getZone());
        var slots = shop.pickup().stream()
                .flatMap(pickup -> PickupSlots.of(
                        OpeningTimes.of(shop),
                        pickup,
                        zone,
                        clock.instant(),
                        DAYS + pickup.leadMinutes() / MINUTES_A_DAY)
                        .stream())
                .limit(MOST_SLOTS)
                .map(slot -> new Answers.Slot(
                        slot.from().toInstant().toString(),
                        slot.to().toInstant().toString()))
                .toList();
        return new Answers.Handover(zone.getId(), slots, postalCode.isEmpty() ? List.of() : zones(shop, postalCode));
    }

    private List<Answers.Zone> zones(ShopProfile shop, String postalCode) {
        Optional<Geo> place = listings.place(postalCode).flatMap(Place::exactly);
        return shop.deliveryZones().stream()
                .filter(zone -> zone.holds(postalCode, shop.geo(), place))
                .map(HandoverJson::answer)
                .toList();
    }

    private static Answers.Zone answer(DeliveryZone zone) {
        return new Answers.Zone(zone.fee(), zone.freeFrom(), zone.minimum());
    }
}
