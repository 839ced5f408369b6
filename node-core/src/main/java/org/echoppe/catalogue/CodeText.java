package org.echoppe.catalogue;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.echoppe.domain.Gtin;

/** A product code in a cell, with what spreadsheets and web addresses put around it. */
final class CodeText {
    private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?\\d+(?:[.,]\\d+)?[eE]\\+?\\d{1,3}");
    private static final Pattern DIGITS = Pattern.compile("(?<!\\d)\\d{4,24}(?!\\d)");

    private static final Pattern AS_NUMBER = Pattern.compile("\\d+\\.0");
    private static final Pattern GAPS = Pattern.compile("[\\s-]");

    private CodeText() {}

    /** Whether a spreadsheet took the code for a number and rounded it: 3.17763E+12. */
    static boolean isScientific(String cell) {
        return SCIENTIFIC.matcher(cell.strip()).matches();
    }

    static boolean isAddress(String cell) {
        return cell.startsWith("http://") || cell.startsWith("https://");
    }

    /** The code alone: the last number of a web address, without a spreadsheet's apostrophe or decimals. */
    static String code(String cell) {
        String code = cell.strip();
        if (isAddress(code)) {
            Matcher digits = DIGITS.matcher(code);
            String last = "";
            while (digits.find()) {
                last = digits.group();
            }
            return last;
        }
        if (code.startsWith("'")) {
            code = code.substring(1);
        }
        return AS_NUMBER.matcher(code).matches() ? code.substring(0, code.length() - 2) : code;
    }

    /** @param isbn in a column of ISBNs shorter numbers get back the zeros that a spreadsheet took from them */
    static Optional<Gtin> gtin(String code, boolean isbn) {
        if (isScientific(code)) {
            return Optional.empty();
        }
        boolean mayBeIsbn = isbn || GAPS.matcher(code).replaceAll("").length() == 10;
        return Gtin.parse(code)
                .filter(gtin -> !isbn || gtin.value().length() == 13)
                .or(() -> mayBeIsbn ? Gtin.ofIsbn10(code) : Optional.empty());
    }
}
