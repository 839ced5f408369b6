package org.echoppe.web;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.echoppe.records.Closing;
import org.echoppe.records.OpeningTimes;
import org.echoppe.records.OpeningTimes.Span;
import org.echoppe.records.ShopClock;
import org.echoppe.records.ShopProfile;
import org.echoppe.records.ShopStatus;
import org.echoppe.web.view.Shop;
import org.echoppe.web.view.State;
import org.echoppe.web.view.Texts;
import org.jspecify.annotations.Nullable;

/** Whether a shop is open now, and its week, in words. */
final class OpenHours {
    private final Texts texts;
    private final Figures figures;
    private final OpeningTimes times;
    private final ZonedDateTime now;

    OpenHours(Visit visit, ShopProfile shop) {
        this(
                visit.texts(),
                visit.figures(),
                shop,
                visit.clock().instant().atZone(visit.clock().getZone()));
    }

    /** @param zone which time the shop's clock shows */
    OpenHours(Visit visit, OpeningTimes times, ZoneId zone) {
        this(visit.texts(), visit.figures(), times, visit.clock().instant().atZone(zone));
    }

    /** @param now by this node's clock and zone */
    OpenHours(Texts texts, Figures figures, ShopProfile shop, ZonedDateTime now) {
        this(
                texts,
                figures,
                OpeningTimes.of(shop),
                now.withZoneSameInstant(ShopClock.zone(shop.address(), now.getZone())));
    }

    private OpenHours(Texts texts, Figures figures, OpeningTimes times, ZonedDateTime now) {
        this.texts = texts;
        this.figures = figures;
        this.times = times;
        this.now = now;
    }

    /** Open until when, or closed until when; null when the shop does not say. */
    @Nullable
    State now() {
        var holiday = holiday();
        if (holiday != null) {
            return holiday;
        }
        if (times.week().isEmpty()) {
            return null;
        }
        return times.at(now)
                .map(this::open)
                .orElseGet(() -> closed(times.after(now).map(this::opens).orElse(texts.say("closed"))));
    }

    /** That the shop itself has said it is closed, whatever its hours; null while it has not. */
    @Nullable
    State holiday() {
        var status = times.status().on(now.toLocalDate());
        if (status.state() != ShopStatus.State.CLOSED) {
            return null;
        }
        return closed(status.until()
                .map(day -> texts.say("closed.reopens", figures.day(day)))
                .orElse(texts.say("closed.holiday")));
    }

    /** « Aujourd’hui : 7 h – 13 h, 15 h 30 – 19 h »; null for a day without hours, or all of it. */
    @Nullable
    String today() {
        var spans = times.on(now.toLocalDate(), now.getZone());
        if (spans.isEmpty() || spans.stream().anyMatch(Span::isWholeDay)) {
            return null;
        }
        return texts.say(
                "hours.today",
                spans.stream()
                        .map(span -> texts.say(
                                "hours.span",
                                time(span.from().toLocalTime()),
                                time(span.to().toLocalTime())))
                        .collect(Collectors.joining(", ")));
    }

    private State open(Span span) {
        String words = span.isWholeDay()
                ? texts.say("open.always")
                : texts.say("open.until", figures.time(span.to().toLocalTime()));
        return new State(words, "clock", State.Mood.GOOD);
    }

    private static State closed(String words) {
        return new State(words, "clock", State.Mood.CALM);
    }

    private String opens(Span span) {
        String time = figures.time(span.from().toLocalTime());
        long ahead = ChronoUnit.DAYS.between(now.toLocalDate(), span.from().toLocalDate());
        return ahead == 0
                ? texts.say("closed.today", time)
                : ahead == 1
                        ? texts.say("closed.tomorrow", time)
                        : texts.say("closed.day", name(span.from().getDayOfWeek()), time);
    }

    /** The week, Monday first, days of the same hours on one line; empty when the shop does not say. */
    List<Shop.Hours> week() {
        if (times.week().isEmpty()) {
            return List.of();
        }
        var week = new ArrayList<Shop.Hours>();
        var first = DayOfWeek.MONDAY;
        for (var day : DayOfWeek.values()) {
            if (day == DayOfWeek.SUNDAY || !written(day.plus(1)).equals(written(day))) {
                String days = first == day ? name(day) : texts.say("hours.days", name(first), name(day));
                var today = now.getDayOfWeek();
                week.add(new Shop.Hours(days, written(day), today.compareTo(first) >= 0 && today.compareTo(day) <= 0));
                first = day.plus(1);
            }
        }
        return week;
    }

    private String written(DayOfWeek day) {
        String spans = times.hours(day).stream()
                .map(hours -> texts.say("hours.span", time(hours.opens()), time(hours.closes())))
                .collect(Collectors.joining("\n"));
        return spans.isEmpty() ? texts.say("hours.closed") : spans;
    }

    /** The next closing it has announced; null when there is none within a month. */
    @Nullable
    String notice() {
        return times.nextClosing(now.toLocalDate()).map(this::words).orElse(null);
    }

    private String words(Closing closing) {
        boolean oneDay = closing.from().equals(closing.to());
        String key =
                (oneDay ? "closed.one" : "closed.period") + (closing.reason().isEmpty() ? "" : ".reason");
        return oneDay
                ? texts.say(key, figures.day(closing.from()), closing.reason())
                : texts.say(key, figures.day(closing.from()), figures.day(closing.to()), closing.reason());
    }

    private String time(LocalTime time) {
        return figures.time(time);
    }

    private String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, texts.language().locale());
    }
}
