package org.echoppe.domain;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a bank account, without spaces: ISO 13616. Its check digits are right, and where the country's length is
 * known, so is its length.
 */
public record Iban(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
    private static final Pattern GAPS = Pattern.compile("[\\s\\u00a0\\u202f.-]");
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);
    /** Of the SEPA countries a French shop is paid from most. */
    private static final Map<String, Integer> LENGTHS =
            Map.of("FR", 27, "MC", 27, "BE", 16, "CH", 21, "DE", 22, "LU", 20, "IT", 27, "ES", 24, "GB", 22, "NL", 18);

    /** @throws IllegalArgumentException when it is none */
    public Iban {
        if (!isOne(value)) {
            throw new IllegalArgumentException("no IBAN: " + value);
        }
    }

    /** As people write it, with spaces and small letters; empty when a digit is wrong. */
    public static Optional<Iban> parse(String text) {
        String plain = GAPS.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
        return isOne(plain) ? Optional.of(new Iban(plain)) : Optional.empty();
    }

    /** In groups of four, as on a bank's paper. */
    public String groups() {
        return value.replaceAll("(.{4})(?=.)", "$1 ");
    }

    private static boolean isOne(String text) {
        if (!FORM.matcher(text).matches()) {
            return false;
        }
        Integer length = LENGTHS.get(text.substring(0, 2));
        return (length == null || length == text.length()) && rest(text) == 1;
    }

    /** The country and the check digits go to the end, letters count from ten, and 97 divides it all but for one. */
    private static int rest(String text) {
        var digits = new StringBuilder();
        (text.substring(4) + text.substring(0, 4))
                .chars()
                .map(letter -> Character.digit(letter, 36))
                .forEach(digits::append);
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).intValue();
    }
}
