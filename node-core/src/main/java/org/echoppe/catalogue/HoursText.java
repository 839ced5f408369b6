package org.echoppe.catalogue;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.echoppe.domain.Language;
import org.echoppe.records.OpeningHours;

/** Opening hours as a shop writes them on its door: {@code lu-ve 9:00-12:30 14:00-19:00, sa 9h-13h}. */
final class HoursText {
    private static final String TIME = "(\\d{1,2})(?:[:h](\\d{2})?)?";
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:[,;\\n]|et\\b|and\\b)?\\s*(?:" + TIME + "\\s*(?:[-\u2013\u00e0]|to)\\s*" + TIME
                    + "|(\\p{L}+)\\.?(?:\\s*[-\u2013]\\s*(\\p{L}+)\\.?)?)\\s*[,;]?\\s*");
    private static final String CLOSED = "ferme";
    private static final List<String> FRENCH = List.of("lu", "ma", "me", "je", "ve", "sa", "di");
    private static final List<String> ENGLISH = List.of("mo", "tu", "we", "th", "fr", "sa", "su");

    private final List<OpeningHours> hours = new ArrayList<>();
    private EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    private boolean timesSeen;

    private HoursText() {}

    /** Empty when any part of it cannot be read. */
    static Optional<List<OpeningHours>> parse(String text) {
        var reading = new HoursText();
        Matcher matcher = TOKEN.matcher(text.strip().toLowerCase(Locale.ROOT));
        int at = 0;
        while (at < matcher.regionEnd() && matcher.find(at) && matcher.start() == at && matcher.end() > at) {
            boolean taken = matcher.group(5) == null ? reading.times(matcher) : reading.days(matcher);
            if (!taken) {
                return Optional.empty();
            }
            at = matcher.end();
        }
        boolean whole = at == text.strip().length() && (reading.days.isEmpty() || reading.timesSeen);
        return whole ? Optional.of(List.copyOf(reading.hours)) : Optional.empty();
    }

    /** In the language's own short names of days; {@link #parse} reads both languages. */
    static String format(List<OpeningHours> hours, Language language) {
        Map<Set<DayOfWeek>, StringBuilder> groups = new LinkedHashMap<>();
        for (OpeningHours span : hours) {
            groups.computeIfAbsent(span.days(), days -> new StringBuilder(names(days, language)))
                    .append(' ')
                    .append(span.opens())
                    .append('-')
                    .append(span.closes());
        }
        return String.join(", ", groups.values());
    }

    private boolean times(Matcher matcher) {
        var opens = time(matcher.group(1), matcher.group(2));
        var closes = time(matcher.group(3), matcher.group(4));
        if (days.isEmpty() || opens.isEmpty() || closes.isEmpty()) {
            return false;
        }
        timesSeen = true;
        hours.add(new OpeningHours(days, opens.get(), closes.get()));
        return true;
    }

    private boolean days(Matcher matcher) {
        if (Words.plain(matcher.group(5)).equals(CLOSED) || matcher.group(5).equals("closed")) {
            days = EnumSet.noneOf(DayOfWeek.class);
            return true;
        }
        var first = day(matcher.group(5));
        var last = matcher.group(6) == null ? first : day(matcher.group(6));
        if (first.isEmpty() || last.isEmpty()) {
            return false;
        }
        if (timesSeen) {
            days = EnumSet.noneOf(DayOfWeek.class);
            timesSeen = false;
        }
        for (DayOfWeek day = first.get(); ; day = day.plus(1)) {
            days.add(day);
            if (day == last.get()) {
                return true;
            }
        }
    }

    private static Optional<LocalTime> time(String hour, @org.jspecify.annotations.Nullable String minute) {
        int hours = Integer.parseInt(hour);
        int minutes = minute == null ? 0 : Integer.parseInt(minute);
        if (hours > 24 || minutes > 59 || (hours == 24 && minutes > 0)) {
            return Optional.empty();
        }
        return Optional.of(LocalTime.of(hours % 24, minutes));
    }

    private static Optional<DayOfWeek> day(String word) {
        if (word.length() < 2) {
            return Optional.empty();
        }
        String start = word.substring(0, 2);
        int at = Math.max(FRENCH.indexOf(start), ENGLISH.indexOf(start));
        return at < 0 ? Optional.empty() : Optional.of(DayOfWeek.of(at + 1));
    }

    private static String names(Set<DayOfWeek> days, Language language) {
        var names = language == Language.EN ? ENGLISH : FRENCH;
        var parts = new ArrayList<String>();
        for (int day = 1; day <= 7; day++) {
            int last = day;
            while (last <= 7 && days.contains(DayOfWeek.of(last))) {
                last++;
            }
            if (last - day >= 3) {
                parts.add(names.get(day - 1) + "-" + names.get(last - 2));
                day = last;
            } else if (last > day) {
                parts.add(names.get(day - 1));
            }
        }
        return String.join(" ", parts);
    }
}
