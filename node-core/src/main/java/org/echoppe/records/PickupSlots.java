package org.echoppe.records;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** The moments at which an order can be fetched, from a shop's opening times. */
public final class PickupSlots {
    private PickupSlots() {}

    /**
     * The slots of so many days, today first, in order, none into another. Each lies within one opening and is as long as the
     * shop says in time that passes, also in the night when clocks are changed; where it names no length, what is left of
     * each opening is one.
     *
     * @param zone the shop's, see {@link ShopClock}
     * @param from when the order is made: the first slot begins no sooner than the shop's lead time later
     * @param days counted by the shop's clock; at least 1
     */
    public static List<OpeningTimes.Span> of(OpeningTimes times, Pickup pickup, ZoneId zone, Instant from, int days) {
        var earliest = from.atZone(zone).plusMinutes(pickup.leadMinutes());
        var today = from.atZone(zone).toLocalDate();
        var slots = new ArrayList<OpeningTimes.Span>();
        // what was opened yesterday may last into today
        for (int ahead = -1; ahead < days; ahead++) {
            for (var span : times.on(today.plusDays(ahead), zone)) {
                var start =
                        slots.isEmpty() || !span.from().isBefore(slots.getLast().to())
                                ? span.from()
                                : slots.getLast().to();
                add(slots, new OpeningTimes.Span(start, span.to()), earliest, pickup.slotMinutes());
            }
        }
        return List.copyOf(slots);
    }

    private static void add(
            List<OpeningTimes.Span> slots, OpeningTimes.Span open, ZonedDateTime earliest, int minutes) {
        if (minutes == 0) {
            var start = open.from().isBefore(earliest) ? earliest : open.from();
            if (start.isBefore(open.to())) {
                slots.add(new OpeningTimes.Span(start, open.to()));
            }
            return;
        }
        for (var start = open.from(); ; start = start.plusMinutes(minutes)) {
            var end = start.plusMinutes(minutes);
            if (end.isAfter(open.to())) {
                return;
            }
            if (!start.isBefore(earliest)) {
                slots.add(new OpeningTimes.Span(start, end));
            }
        }
    }
}
