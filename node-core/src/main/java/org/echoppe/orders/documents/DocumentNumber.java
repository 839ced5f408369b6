package org.echoppe.orders.documents;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.echoppe.orders.NumberSeries;

/**
 * A document's place in its series, one for each kind and year, without gaps: {@code F2026-000123}. Who counts is the journal.
 *
 * @param count from 1
 * @see <a href="https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000046086694">CGI, annexe II, art. 242 nonies A, I, 7°</a>
 */
public record DocumentNumber(NumberSeries series, int year, long count) {
    private static final Pattern FORM = Pattern.compile("([FTA])(\\d{4})-(\\d{6,12})");

    /** @throws IllegalArgumentException for a year that has not four digits, or a count below 1 */
    public DocumentNumber {
        if (year < 1000 || year > 9999 || count < 1) {
            throw new IllegalArgumentException("no document number: " + year + "-" + count);
        }
    }

    /** Empty when it is none. */
    public static Optional<DocumentNumber> parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(form.group(2));
        long count = Long.parseLong(form.group(3));
        return Arrays.stream(NumberSeries.values())
                .filter(series -> letter(series) == form.group(1).charAt(0) && year >= 1000 && count > 0)
                .map(series -> new DocumentNumber(series, year, count))
                .filter(number -> number.text().equals(text))
                .findFirst();
    }

    /** As it is printed. */
    public String text() {
        return String.format(Locale.ROOT, "%c%d-%06d", letter(series), year, count);
    }

    /** Facture, ticket, avoir. */
    private static char letter(NumberSeries series) {
        return switch (series) {
            case INVOICE -> 'F';
            case RECEIPT -> 'T';
            case CREDIT_NOTE -> 'A';
        };
    }

    @Override
    public String toString() {
        return text();
    }
}
