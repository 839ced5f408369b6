package org.echoppe.catalogue;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.echoppe.records.OpeningHours;

/** A shop's week as seven lines of its form: {@code hours-mo} holds {@code 8:00–12:30, 14:00–19:00}, or nothing. */
final class WeekFields {
    private static final int DAY = 1_440;
    private static final int WEEK = 7 * DAY;

    private WeekFields() {}

    static String of(DayOfWeek day) {
        return "hours-" + OpeningHours.code(day);
    }

    static void write(List<OpeningHours> week, Map<String, String> form) {
        for (var day : DayOfWeek.values()) {
            form.put(
                    of(day),
                    week.stream()
                            .filter(hours -> hours.days().contains(day))
                            .sorted(Comparator.comparing(OpeningHours::opens))
                            .map(hours -> time(hours.opens()) + "\u2013" + time(hours.closes()))
                            .collect(Collectors.joining(", ")));
        }
    }

    private static String time(LocalTime time) {
        return "%d:%02d".formatted(time.getHour(), time.getMinute());
    }

    /** Days of the same spans become one entry, as HoursText makes them. */
    static List<OpeningHours> read(Map<String, String> form, List<Problem> problems) {
        var spans = new LinkedHashMap<List<LocalTime>, Set<DayOfWeek>>();
        for (var day : DayOfWeek.values()) {
            String text = form.getOrDefault(of(day), "").strip();
            var hours = day(day, text);
            if (hours.isEmpty()) {
                problems.add(Problem.of(of(day), Fault.NOT_HOURS_OF_A_DAY, text));
            }
            hours.orElse(List.of())
                    .forEach(span -> spans.computeIfAbsent(
                                    List.of(span.opens(), span.closes()), times -> EnumSet.noneOf(DayOfWeek.class))
                            .add(day));
        }
        var week = spans.entrySet().stream()
                .map(entry -> new OpeningHours(
                        entry.getValue(),
                        entry.getKey().getFirst(),
                        entry.getKey().getLast()))
                .toList();
        overlap(week).ifPresent(day -> {
            if (problems.stream().noneMatch(problem -> problem.field().equals(of(day)))) {
                problems.add(Problem.of(of(day), Fault.HOURS_OVERLAP));
            }
        });
        return week;
    }

    private static Optional<List<OpeningHours>> day(DayOfWeek day, String text) {
        if (text.isEmpty()) {
            return Optional.of(List.of());
        }
        return HoursText.parse(OpeningHours.code(day) + " " + text)
                .filter(hours -> hours.stream().allMatch(span -> span.days().equals(Set.of(day))));
    }

    /** The first day on which a span begins within another, that of the night before counted in; empty when all is well. */
    static Optional<DayOfWeek> overlap(List<OpeningHours> week) {
        record Open(DayOfWeek day, int from, int to) {}
        var opens = new ArrayList<Open>();
        for (var hours : week) {
            for (var day : hours.days()) {
                int from = (day.getValue() - 1) * DAY + hours.opens().get(ChronoField.MINUTE_OF_DAY);
                int minutes = hours.closes().get(ChronoField.MINUTE_OF_DAY)
                        - hours.opens().get(ChronoField.MINUTE_OF_DAY);
                opens.add(new Open(day, from, from + (minutes > 0 ? minutes : minutes + DAY)));
            }
        }
        opens.sort(Comparator.comparingInt(Open::from));
        for (int i = 1; i < opens.size(); i++) {
            if (opens.get(i).from < opens.get(i - 1).to) {
                return Optional.of(opens.get(i).day);
            }
        }
        boolean roundTheCorner = opens.size() > 1 && opens.getLast().to > opens.getFirst().from + WEEK;
        return roundTheCorner ? Optional.of(opens.getFirst().day) : Optional.empty();
    }
}
