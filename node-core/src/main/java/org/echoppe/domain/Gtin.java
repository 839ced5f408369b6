package org.echoppe.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A trade item number under a barcode: 8, 12, 13 or 14 digits, the last of them a check digit.
 *
 * @see <a href="https://www.gs1.org/services/how-calculate-check-digit-manually">GS1, check digit</a>
 */
public record Gtin(String value) {
    private static final Pattern GAPS = Pattern.compile("[\\s\\u00a0\\u202f-]");
    private static final Pattern ISBN_10 = Pattern.compile("\\d{1,9}[\\dX]");

    /** @throws IllegalArgumentException for another length or a wrong check digit */
    public Gtin {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a GTIN");
        }
    }

    /** The code in a cell, spaces and hyphens ignored; empty when it is not a valid GTIN. */
    public static Optional<Gtin> parse(String text) {
        String digits = withoutGaps(text);
        return isValid(digits) ? Optional.of(new Gtin(digits)) : Optional.empty();
    }

    /**
     * The EAN-13 of an ISBN-10 whose leading zeros a spreadsheet may have eaten; empty when the ISBN's own check digit is
     * wrong. ISO 2108.
     */
    public static Optional<Gtin> ofIsbn10(String text) {
        String isbn = withoutGaps(text).toUpperCase(Locale.ROOT);
        if (!ISBN_10.matcher(isbn).matches()) {
            return Optional.empty();
        }
        isbn = "0".repeat(10 - isbn.length()) + isbn;
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            int digit = isbn.charAt(i) == 'X' ? 10 : isbn.charAt(i) - '0';
            sum += digit * (10 - i);
        }
        if (sum % 11 != 0 || isbn.equals("0000000000")) {
            return Optional.empty();
        }
        String ean = "978" + isbn.substring(0, 9);
        return Optional.of(new Gtin(ean + checkDigit(ean)));
    }

    /** The same number in 14 digits: two codes name one article when this is equal. */
    public String padded() {
        return "0".repeat(14 - value.length()) + value;
    }

    /**
     * Whether it means the same article in every shop. What begins with 02, 04 or 20 to 29, and the short ones with 0 or 2,
     * each shop gives to what it likes: mostly to what it weighs and labels itself. A number that begins with six zeros in 14
     * digits is a short one.
     *
     * @see <a href="https://www.gs1.org/standards/barcodes-epcrfid-id-keys/gs1-general-specifications">GS1 General
     *     Specifications, 1.4: GS1 Prefixes and GS1-8 Prefixes, Restricted Circulation Numbers</a>
     */
    public boolean isGlobal() {
        String padded = padded();
        if (padded.startsWith("000000")) {
            return "02".indexOf(padded.charAt(6)) < 0;
        }
        char first = padded.charAt(1);
        char second = padded.charAt(2);
        return first != '2' && !(first == '0' && (second == '2' || second == '4'));
    }

    private static String withoutGaps(String text) {
        return GAPS.matcher(text).replaceAll("");
    }

    private static boolean isValid(String digits) {
        int length = digits.length();
        if (length != 8 && length != 12 && length != 13 && length != 14) {
            return false;
        }
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')
                || digits.chars().allMatch(c -> c == '0')) {
            return false;
        }
        return digits.charAt(length - 1) == checkDigit(digits.substring(0, length - 1));
    }

    private static char checkDigit(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int weight = (body.length() - i) % 2 == 1 ? 3 : 1;
            sum += (body.charAt(i) - '0') * weight;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    @Override
    public String toString() {
        return value;
    }
}
