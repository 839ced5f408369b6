package org.echoppe.orders.documents;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/** A reference with check digits, which every SEPA bank carries unchanged: ISO 11649, {@code RF18539007547034}. */
public record CreditorReference(String value) {
    private static final Pattern FORM = Pattern.compile("RF\\d{2}[A-Z0-9]{1,21}");
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    /** @throws IllegalArgumentException when it is none */
    public CreditorReference {
        if (!FORM.matcher(value).matches() || rest(value) != 1) {
            throw new IllegalArgumentException("no creditor reference: " + value);
        }
    }

    /**
     * Puts check digits before a shop's own number.
     *
     * @param own at most 21 letters and digits; what stands between them is left out
     * @throws IllegalArgumentException when nothing is left, or too much
     */
    public static CreditorReference of(String own) {
        String plain = own.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return new CreditorReference(String.format(Locale.ROOT, "RF%02d%s", 98 - rest("RF00" + plain), plain));
    }

    /** In groups of four, as it is printed. */
    public String groups() {
        return value.replaceAll("(.{4})(?=.)", "$1 ");
    }

    private static int rest(String text) {
        var digits = new StringBuilder();
        (text.substring(4) + text.substring(0, 4))
                .chars()
                .map(letter -> Character.digit(letter, 36))
                .forEach(digits::append);
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).intValue();
    }
}
