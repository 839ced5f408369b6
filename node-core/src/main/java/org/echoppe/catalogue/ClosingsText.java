package org.echoppe.catalogue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.echoppe.records.Closing;

/** Days on which a shop is closed: {@code 2026-12-24..2027-01-02 Noël; 2027-05-01}. */
final class ClosingsText {
    private static final Pattern PARTS = Pattern.compile("[;\\n]|,(?=\\s*\\d{4}-)");
    private static final Pattern CLOSING =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:\\s*\\.\\.\\s*(\\d{4}-\\d{2}-\\d{2}))?\\s*(.*)");

    private ClosingsText() {}

    static Optional<List<Closing>> parse(String text) {
        var closings = new ArrayList<Closing>();
        for (String part : PARTS.split(text)) {
            if (part.isBlank()) {
                continue;
            }
            var matcher = CLOSING.matcher(part.strip());
            if (!matcher.matches()) {
                return Optional.empty();
            }
            try {
                var from = LocalDate.parse(matcher.group(1));
                var to = matcher.group(2) == null ? from : LocalDate.parse(matcher.group(2));
                if (to.isBefore(from)) {
                    return Optional.empty();
                }
                closings.add(new Closing(from, to, matcher.group(3)));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
        return Optional.of(closings);
    }

    static String format(List<Closing> closings) {
        return closings.stream()
                .map(closing -> closing.from()
                        + (closing.to().equals(closing.from()) ? "" : ".." + closing.to())
                        + (closing.reason().isEmpty() ? "" : " " + closing.reason()))
                .collect(Collectors.joining("; "));
    }
}
