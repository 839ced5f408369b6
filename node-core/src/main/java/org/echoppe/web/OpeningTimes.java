package org.echoppe.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.echoppe.records.Address;
import org.echoppe.records.Closing;
import org.echoppe.records.OpeningHours;
import org.echoppe.records.ShopProfile;

/** When a shop is open, by its own clock, days it has announced as closed left out. */
final class OpeningTimes {
    private static final int DAYS_AHEAD = 7;
    /** Countries with one time. A record names no time zone: a shop elsewhere is taken to share this node's. */
    private static final Map<String, ZoneId> ZONES = Map.of(
            "FR", ZoneId.of("Europe/Paris"),
            "BE", ZoneId.of("Europe/Brussels"),
            "CH", ZoneId.of("Europe/Zurich"),
            "LU", ZoneId.of("Europe/Luxembourg"),
            "DE", ZoneId.of("Europe/Berlin"),
            "IT", ZoneId.of("Europe/Rome"),
            "GB", ZoneId.of("Europe/London"),
            "IE", ZoneId.of("Europe/Dublin"),
            "NL", ZoneId.of("Europe/Amsterdam"));

    private final ShopProfile shop;

    OpeningTimes(ShopProfile shop) {
        this.shop = shop;
    }

    /** From a moment, to a later one that no longer belongs to it. */
    record Span(ZonedDateTime from, ZonedDateTime to) {
        private boolean holds(ZonedDateTime moment) {
            return !moment.isBefore(from) && moment.isBefore(to);
        }
    }

    /** Where the shop's clock hangs. */
    ZoneId zone(ZoneId otherwise) {
        return ZONES.getOrDefault(shop.address().map(Address::country).orElse(""), otherwise);
    }

    /** The span it is open in now; one of yesterday may last past midnight. */
    Optional<Span> at(ZonedDateTime now) {
        var today = now.toLocalDate();
        return List.of(today.minusDays(1), today).stream()
                .flatMap(day -> of(day, now.getZone()).stream())
                .filter(span -> span.holds(now))
                .findFirst();
    }

    /** The next one within a week. */
    Optional<Span> after(ZonedDateTime now) {
        for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
            var next = of(now.toLocalDate().plusDays(ahead), now.getZone()).stream()
                    .filter(span -> span.from.isAfter(now))
                    .findFirst();
            if (next.isPresent()) {
                return next;
            }
        }
        return Optional.empty();
    }

    private List<Span> of(LocalDate day, ZoneId zone) {
        if (closing(day).isPresent()) {
            return List.of();
        }
        return hours(day.getDayOfWeek()).stream()
                .map(hours -> new Span(
                        day.atTime(hours.opens()).atZone(zone),
                        (hours.closes().isAfter(hours.opens()) ? day : day.plusDays(1))
                                .atTime(hours.closes())
                                .atZone(zone)))
                .toList();
    }

    /** Those of one day of the week, in order. */
    List<OpeningHours> hours(DayOfWeek day) {
        return shop.openingHours().stream()
                .filter(hours -> hours.days().contains(day))
                .sorted(Comparator.comparing(OpeningHours::opens))
                .toList();
    }

    private Optional<Closing> closing(LocalDate day) {
        return shop.closedOn().stream()
                .filter(closing -> !day.isBefore(closing.from()) && !day.isAfter(closing.to()))
                .findFirst();
    }

    /** The next announced closing that begins within a month. */
    Optional<Closing> nextClosing(LocalDate today) {
        return shop.closedOn().stream()
                .filter(closing ->
                        !closing.to().isBefore(today) && closing.from().isBefore(today.plusMonths(1)))
                .min(Comparator.comparing(Closing::from));
    }
}
