package org.echoppe.orders.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.echoppe.orders.wire.Fulfilment;
import org.echoppe.records.OpeningTimes;
import org.echoppe.records.Pickup;
import org.echoppe.records.PickupSlots;
import org.echoppe.records.ShopProfile;

/** Whether a shop can hand over at the moment that an order asks for. */
final class SlotCheck {
    /** Beyond this many days ahead no slot is looked for. */
    private static final int DAYS = 60;

    /** So long an order may be on its way from the page that showed a slot. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(10);

    private final ShopProfile shop;
    private final Pickup pickup;
    private final ZoneId zone;
    private final Instant now;

    /** @param zone whose clock the shop's is */
    SlotCheck(ShopProfile shop, ZoneId zone, Instant now) {
        this.shop = shop;
        this.pickup = shop.pickup().orElse(new Pickup(0, 0));
        this.zone = zone;
        this.now = now;
    }

    /**
     * Whether it was to be had when the order was made, and is not over. Only the shopper's own clock tells when that was, so
     * {@link #isInTime} has to say whether it can be promised.
     */
    boolean has(Fulfilment.Pickup asked, Instant made) {
        if (!asked.to().isAfter(now)) {
            return false;
        }
        var shown = (made.isBefore(now) ? made : now).minus(ON_ITS_WAY);
        return PickupSlots.of(OpeningTimes.of(shop), pickup, zone, shown, DAYS).stream()
                .anyMatch(slot -> pickup.slotMinutes() == 0
                        ? !asked.from().isBefore(slot.from().toInstant())
                                && !asked.to().isAfter(slot.to().toInstant())
                        : slot.from().toInstant().equals(asked.from())
                                && slot.to().toInstant().equals(asked.to()));
    }

    /** Whether the shop has its lead time from now on, by its own clock: before a slot begins, or an opening ends. */
    boolean isInTime(Fulfilment fulfilment) {
        if (!(fulfilment instanceof Fulfilment.Pickup(var from, var to))) {
            return true;
        }
        var lead = Duration.ofMinutes(pickup.leadMinutes());
        if (pickup.slotMinutes() == 0) {
            return !to.isBefore(now.plus(lead).plus(ON_ITS_WAY));
        }
        var half = lead.dividedBy(2);
        var spared = half.compareTo(ON_ITS_WAY) < 0 ? half : ON_ITS_WAY;
        return !from.isBefore(now.plus(lead).minus(spared));
    }
}
