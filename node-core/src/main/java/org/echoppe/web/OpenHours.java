package org.echoppe.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.echoppe.records.Address;
import org.echoppe.records.Closing;
import org.echoppe.records.OpeningHours;
import org.echoppe.records.ShopProfile;
import org.echoppe.records.ShopStatus;
import org.echoppe.web.view.Shop;
import org.echoppe.web.view.State;
import org.jspecify.annotations.Nullable;

/** Whether a shop is open now, by its own clock, and its week in words. */
final class OpenHours {
    private static final int DAYS_AHEAD = 7;
    /** Countries with one time; a shop elsewhere is taken to share this node's. */
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

    private final Visit visit;
    private final ShopProfile shop;
    private final ZonedDateTime now;

    OpenHours(Visit visit, ShopProfile shop) {
        this.visit = visit;
        this.shop = shop;
        String country = shop.address().map(Address::country).orElse("");
        this.now = visit.clock()
                .instant()
                .atZone(ZONES.getOrDefault(country, visit.clock().getZone()));
    }

    /** Open until when, or closed until when; null when the shop does not say. */
    @Nullable
    State now() {
        var status = shop.status();
        if (status.state() == ShopStatus.State.CLOSED) {
            return closed(status.until()
                    .map(day -> visit.say("closed.reopens", visit.figures().day(day)))
                    .orElse(visit.say("closed")));
        }
        if (shop.openingHours().isEmpty()) {
            return null;
        }
        for (int back = 0; back <= 1; back++) {
            for (var span : spans(now.toLocalDate().minusDays(back))) {
                if (!now.isBefore(span.from) && now.isBefore(span.to)) {
                    return open(span);
                }
            }
        }
        return closed(next());
    }

    private State open(Span span) {
        boolean wholeDay = !span.to.isBefore(span.from.plusHours(24));
        return new State(
                wholeDay
                        ? visit.say("open.always")
                        : visit.say("open.until", visit.figures().time(span.to.toLocalTime())),
                "clock",
                State.Mood.GOOD);
    }

    private static State closed(String words) {
        return new State(words, "clock", State.Mood.CALM);
    }

    private String next() {
        for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
            var day = now.toLocalDate().plusDays(ahead);
            for (var span : spans(day)) {
                if (span.from.isAfter(now)) {
                    String time = visit.figures().time(span.from.toLocalTime());
                    return switch (ahead) {
                        case 0 -> visit.say("closed.today", time);
                        case 1 -> visit.say("closed.tomorrow", time);
                        default -> visit.say("closed.day", name(day.getDayOfWeek()), time);
                    };
                }
            }
        }
        return visit.say("closed");
    }

    private record Span(ZonedDateTime from, ZonedDateTime to) {}

    /** When it opens on that day, in order; nothing on days it has announced as closed. */
    private List<Span> spans(LocalDate day) {
        if (closing(day) != null) {
            return List.of();
        }
        return hours(day.getDayOfWeek()).stream()
                .map(hours -> new Span(
                        day.atTime(hours.opens()).atZone(now.getZone()),
                        (hours.closes().isAfter(hours.opens()) ? day : day.plusDays(1))
                                .atTime(hours.closes())
                                .atZone(now.getZone())))
                .toList();
    }

    private List<OpeningHours> hours(DayOfWeek day) {
        return shop.openingHours().stream()
                .filter(hours -> hours.days().contains(day))
                .sorted(Comparator.comparing(OpeningHours::opens))
                .toList();
    }

    private @Nullable Closing closing(LocalDate day) {
        return shop.closedOn().stream()
                .filter(closing -> !day.isBefore(closing.from()) && !day.isAfter(closing.to()))
                .findFirst()
                .orElse(null);
    }

    /** The week, Monday first, days of the same hours on one line; empty when the shop does not say. */
    List<Shop.Hours> week() {
        if (shop.openingHours().isEmpty()) {
            return List.of();
        }
        var week = new ArrayList<Shop.Hours>();
        var first = DayOfWeek.MONDAY;
        for (var day : DayOfWeek.values()) {
            if (day == DayOfWeek.SUNDAY || !times(day.plus(1)).equals(times(day))) {
                String days = first == day ? name(day) : visit.say("hours.days", name(first), name(day));
                boolean today = now.getDayOfWeek().compareTo(first) >= 0
                        && now.getDayOfWeek().compareTo(day) <= 0;
                week.add(new Shop.Hours(days, times(day), today));
                first = day.plus(1);
            }
        }
        return week;
    }

    private String times(DayOfWeek day) {
        String times = hours(day).stream()
                .map(hours -> visit.say("hours.span", time(hours.opens()), time(hours.closes())))
                .collect(Collectors.joining(", "));
        return times.isEmpty() ? visit.say("hours.closed") : times;
    }

    /** The next closing it has announced, in words; null when there is none within a month. */
    @Nullable
    String notice() {
        var today = now.toLocalDate();
        return shop.closedOn().stream()
                .filter(closing ->
                        !closing.to().isBefore(today) && closing.from().isBefore(today.plusMonths(1)))
                .min(Comparator.comparing(Closing::from))
                .map(this::words)
                .orElse(null);
    }

    private String words(Closing closing) {
        var figures = visit.figures();
        boolean oneDay = closing.from().equals(closing.to());
        String key =
                (oneDay ? "closed.one" : "closed.period") + (closing.reason().isEmpty() ? "" : ".reason");
        return oneDay
                ? visit.say(key, figures.day(closing.from()), closing.reason())
                : visit.say(key, figures.day(closing.from()), figures.day(closing.to()), closing.reason());
    }

    private String time(LocalTime time) {
        return visit.figures().time(time);
    }

    private String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, visit.texts().language().locale());
    }
}
