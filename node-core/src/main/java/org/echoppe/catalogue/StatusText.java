package org.echoppe.catalogue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.echoppe.records.ShopStatus;

/** Whether a shop trades, in French or English: {@code open}, {@code closed}, {@code fermé jusqu’au 2027-01-02}. */
final class StatusText {
    private StatusText() {}

    static Optional<ShopStatus> parse(String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        if (plain.isEmpty() || plain.equals("open") || plain.equals("ouvert")) {
            return Optional.of(ShopStatus.OPEN);
        }
        if (!plain.startsWith("closed") && !plain.startsWith("ferm")) {
            return Optional.empty();
        }
        String[] words = plain.split("[\\s\u2019']+");
        if (words.length == 1) {
            return Optional.of(new ShopStatus(ShopStatus.State.CLOSED, Optional.empty()));
        }
        try {
            var until = LocalDate.parse(words[words.length - 1]);
            return Optional.of(new ShopStatus(ShopStatus.State.CLOSED, Optional.of(until)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static String format(ShopStatus status) {
        return status.state().code()
                + status.until().map(day -> " until " + day).orElse("");
    }
}
