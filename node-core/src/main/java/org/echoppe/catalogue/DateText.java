package org.echoppe.catalogue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.echoppe.domain.Language;

/** A day as people type it: {@code 24/12/2026}, {@code 24.12.2026}, {@code 2026-12-24}. The day stands before the month. */
public final class DateText {
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})\\s*[/. -]\\s*(\\d{1,2})\\s*[/. -]\\s*(\\d{4})");

    private DateText() {}

    public static Optional<LocalDate> parse(String text) {
        try {
            var matcher = DAY_FIRST.matcher(text.strip());
            return Optional.of(
                    matcher.matches()
                            ? LocalDate.of(number(matcher.group(3)), number(matcher.group(2)), number(matcher.group(1)))
                            : LocalDate.parse(text.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    /** As {@link #parse} reads it back, whoever's habit it is. */
    public static String format(LocalDate date, Language language) {
        return language == Language.FR
                ? "%02d/%02d/%d".formatted(date.getDayOfMonth(), date.getMonthValue(), date.getYear())
                : date.toString();
    }
}
