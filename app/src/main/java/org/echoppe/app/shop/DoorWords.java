package org.echoppe.app.shop;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.echoppe.app.fx.Texts;
import org.echoppe.app.shop.DoorModel.Door;
import org.echoppe.domain.Language;
import org.echoppe.records.OpeningTimes.Span;
import org.echoppe.records.ShopStatus;

/** The door in sentences: « Ouvert jusqu’à 19 h », « Prochains créneaux : aujourd’hui 14:00–14:30 … ». */
final class DoorWords {
    private static final int SLOTS = 6;
    private static final int SLOT_DAYS = 3;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm");

    private final Texts texts;

    DoorWords(Texts texts) {
        this.texts = texts;
    }

    String now(Door door) {
        if (door.status().state() == ShopStatus.State.CLOSED) {
            return door.status()
                    .until()
                    .map(day -> texts.say("door.holiday.until", day(day)))
                    .orElse(texts.say("door.holiday"));
        }
        if (!door.hasHours()) {
            return texts.say("door.unknown");
        }
        return door.open()
                .map(this::open)
                .orElseGet(() ->
                        door.next().map(span -> opens(span.from(), door.now())).orElse(texts.say("door.closed")));
    }

    private String open(Span span) {
        return span.isWholeDay()
                ? texts.say("door.open")
                : texts.say("door.open.until", time(span.to().toLocalTime()));
    }

    private String opens(ZonedDateTime from, ZonedDateTime now) {
        return texts.say("door.opens", when(from, now), time(from.toLocalTime()));
    }

    private String when(ZonedDateTime then, ZonedDateTime now) {
        long ahead = ChronoUnit.DAYS.between(now.toLocalDate(), then.toLocalDate());
        return ahead == 0
                ? texts.say("door.today")
                : ahead == 1 ? texts.say("door.tomorrow") : name(then.getDayOfWeek());
    }

    /** The first slots, a line a day; empty where there are none. */
    String slots(Door door) {
        var days = new LinkedHashMap<LocalDate, List<Span>>();
        door.slots()
                .forEach(slot -> days.computeIfAbsent(slot.from().toLocalDate(), day -> new ArrayList<>())
                        .add(slot));
        return days.values().stream()
                .limit(SLOT_DAYS)
                .map(slots -> line(slots, door))
                .collect(Collectors.joining("\n"));
    }

    private String line(List<Span> slots, Door door) {
        String times = slots.stream()
                .limit(SLOTS)
                .map(slot -> CLOCK.format(slot.from()) + "\u2013" + CLOCK.format(slot.to()))
                .collect(Collectors.joining(", "));
        return texts.say(
                "door.slots", when(slots.getFirst().from(), door.now()), times + (slots.size() > SLOTS ? " …" : ""));
    }

    /** « 8 h 15 » in French, 8:15 am in English. */
    private String time(LocalTime time) {
        return texts.say(
                time.getMinute() == 0 ? "time.full" : "time.minutes",
                Integer.toString(time.getHour()),
                "%02d".formatted(time.getMinute()),
                DateTimeFormatter.ofPattern("h", texts.locale()).format(time),
                DateTimeFormatter.ofPattern("a", texts.locale()).format(time));
    }

    String day(LocalDate day) {
        String written = DateTimeFormatter.ofPattern("d MMMM", texts.locale()).format(day);
        boolean first = day.getDayOfMonth() == 1 && texts.language() == Language.FR;
        return first ? written.replaceFirst("^1 ", "1er ") : written;
    }

    String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, texts.locale());
    }
}
