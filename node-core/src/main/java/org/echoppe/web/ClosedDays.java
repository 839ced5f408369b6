package org.echoppe.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.echoppe.records.ShopClock;
import org.echoppe.records.ShopProfile;
import org.echoppe.records.ShopStatus;
import org.jspecify.annotations.Nullable;

/**
 * Days on which a shop is closed whatever its week says, in the words of schema.org: opened at midnight and closed at once,
 * from the first day to the last, both included.
 *
 * @see <a href="https://schema.org/specialOpeningHoursSpecification">schema.org</a>
 */
final class ClosedDays {
    private static final String MIDNIGHT = "00:00";

    private ClosedDays() {}

    /** The holiday it is on, then what it has announced, without what is over. */
    static List<Map<String, @Nullable Object>> of(ShopProfile shop, Clock clock) {
        var zone = ShopClock.zone(shop.address(), clock.getZone());
        var today = clock.instant().atZone(zone).toLocalDate();
        var days = new ArrayList<Map<String, @Nullable Object>>();
        var status = shop.status().on(today);
        if (status.state() == ShopStatus.State.CLOSED) {
            days.add(closed(
                    today, status.until().map(opens -> opens.minusDays(1)).orElse(null)));
        }
        shop.closedOn().stream()
                .filter(closing ->
                        !closing.to().isBefore(today) && !closing.to().isBefore(closing.from()))
                .map(closing -> closed(closing.from(), closing.to()))
                .forEach(days::add);
        return days;
    }

    /** @param last null while nobody knows when it opens again */
    private static Map<String, @Nullable Object> closed(LocalDate first, @Nullable LocalDate last) {
        var closed = LinkedData.thing("OpeningHoursSpecification");
        closed.put("validFrom", first.toString());
        if (last != null) {
            closed.put("validThrough", last.toString());
        }
        closed.put("opens", MIDNIGHT);
        closed.put("closes", MIDNIGHT);
        return closed;
    }
}
