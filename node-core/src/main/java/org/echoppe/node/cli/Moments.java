package org.echoppe.node.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** A moment as a person reads it, in the time of this computer. */
final class Moments {
    private Moments() {}

    static String text(Instant at, Session session) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM)
                .withLocale(session.language().locale())
                .withZone(ZoneId.systemDefault())
                .format(at);
    }
}
