package org.echoppe.records;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.echoppe.repo.Ipld;

/**
 * A span of time in which the shop is open on some days of the week, by its own clock. It goes past midnight when it closes
 * no later than it opens.
 */
public record OpeningHours(Set<DayOfWeek> days, LocalTime opens, LocalTime closes) {
    static final Schema SCHEMA = new Schema()
            .required(
                    "days",
                    Shape.list(
                            7,
                            Shape.choice(Arrays.stream(DayOfWeek.values())
                                    .map(OpeningHours::code)
                                    .toList())))
            .required("opens", Shape.time())
            .required("closes", Shape.time());

    public OpeningHours {
        days = java.util.Collections.unmodifiableSet(
                days.isEmpty() ? EnumSet.noneOf(DayOfWeek.class) : EnumSet.copyOf(days));
    }

    static Optional<OpeningHours> of(Ipld.Fields fields) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (String text : Changes.texts(fields, "days")) {
            Arrays.stream(DayOfWeek.values())
                    .filter(day -> code(day).equals(text))
                    .forEach(days::add);
        }
        return Changes.parsed(fields, "opens", LocalTime::parse)
                .flatMap(opens -> Changes.parsed(fields, "closes", LocalTime::parse)
                        .map(closes -> new OpeningHours(days, opens, closes)));
    }

    /** The day in a record: {@code mo}, {@code tu} … as schema.org and iCalendar shorten them. */
    public static String code(DayOfWeek day) {
        return day.name().substring(0, 2).toLowerCase(Locale.ROOT);
    }

    Ipld.Fields toFields() {
        List<String> codes = days.stream().map(OpeningHours::code).toList();
        return new Ipld.Fields(Map.of(
                "days", Changes.texts(codes),
                "opens", new Ipld.Text(opens.toString()),
                "closes", new Ipld.Text(closes.toString())));
    }
}
