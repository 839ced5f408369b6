package org.echoppe.records;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When a shop is open, by its own clock: its week, without the days it has announced as closed and without what its status
 * closes.
 */
public record OpeningTimes(List<OpeningHours> week, List<Closing> closedOn, ShopStatus status) {
    private static final int DAYS_AHEAD = 7;

    public OpeningTimes {
        week = List.copyOf(week);
        closedOn = List.copyOf(closedOn);
    }

    public static OpeningTimes of(ShopProfile shop) {
        return new OpeningTimes(shop.openingHours(), shop.closedOn(), shop.status());
    }

    /** From a moment, to a later one that no longer belongs to it. */
    public record Span(ZonedDateTime from, ZonedDateTime to) {
        public boolean holds(ZonedDateTime moment) {
            return !moment.isBefore(from) && moment.isBefore(to);
        }

        /** By the clock on the wall: once a year a day has 23 hours, and once 25. */
        public boolean isWholeDay() {
            return ChronoUnit.HOURS.between(from.toLocalDateTime(), to.toLocalDateTime()) >= 24;
        }
    }

    /** The span it is open in now; one of yesterday may last past midnight. */
    public Optional<Span> at(ZonedDateTime now) {
        var today = now.toLocalDate();
        return List.of(today.minusDays(1), today).stream()
                .flatMap(day -> on(day, now.getZone()).stream())
                .filter(span -> span.holds(now))
                .findFirst();
    }

    /** The next one within a week. */
    public Optional<Span> after(ZonedDateTime now) {
        for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
            var next = on(now.toLocalDate().plusDays(ahead), now.getZone()).stream()
                    .filter(span -> span.from.isAfter(now))
                    .findFirst();
            if (next.isPresent()) {
                return next;
            }
        }
        return Optional.empty();
    }

    /** Those that begin on a day, in order, none into another: a careless week may name a time twice. */
    public List<Span> on(LocalDate day, ZoneId zone) {
        if (closing(day).isPresent() || status.on(day).state() != ShopStatus.State.OPEN) {
            return List.of();
        }
        var spans = new ArrayList<Span>();
        for (var hours : hours(day.getDayOfWeek())) {
            var span = span(day, hours, zone);
            var last = spans.isEmpty() ? null : spans.getLast();
            if (last != null && span.from.isBefore(last.to)) {
                spans.removeLast();
                span = new Span(last.from, span.to.isAfter(last.to) ? span.to : last.to);
            }
            if (span.from.isBefore(span.to)) {
                spans.add(span);
            }
        }
        return spans;
    }

    private static Span span(LocalDate day, OpeningHours hours, ZoneId zone) {
        var lastDay = hours.closes().isAfter(hours.opens()) ? day : day.plusDays(1);
        return new Span(
                day.atTime(hours.opens()).atZone(zone),
                lastDay.atTime(hours.closes()).atZone(zone));
    }

    /** Those of one day of the week, in order. */
    public List<OpeningHours> hours(DayOfWeek day) {
        return week.stream()
                .filter(hours -> hours.days().contains(day))
                .sorted(Comparator.comparing(OpeningHours::opens))
                .toList();
    }

    private Optional<Closing> closing(LocalDate day) {
        return closedOn.stream()
                .filter(closing -> !day.isBefore(closing.from()) && !day.isAfter(closing.to()))
                .findFirst();
    }

    /** The next announced closing that begins within a month. */
    public Optional<Closing> nextClosing(LocalDate today) {
        return closedOn.stream()
                .filter(closing ->
                        !closing.to().isBefore(today) && closing.from().isBefore(today.plusMonths(1)))
                .min(Comparator.comparing(Closing::from));
    }
}
