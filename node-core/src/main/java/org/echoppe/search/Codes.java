package org.echoppe.search;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.echoppe.domain.Gtin;

/** The article numbers that what a shopper typed or scanned may stand for, in 14 digits. */
final class Codes {
    private static final int SHORTEST = 8;
    private static final int LONGEST = 14;
    private static final int ISBN_10 = 10;
    private static final Pattern GAPS = Pattern.compile("[\\s\\u00a0\\u202f-]");

    private Codes() {}

    /** None when the text is no code. Leading zeros may be missing, spaces and hyphens are skipped. */
    static Set<String> gtins(String text) {
        var gtins = new LinkedHashSet<String>();
        if (text.chars().noneMatch(c -> c >= '0' && c <= '9')) {
            return gtins;
        }
        String code = GAPS.matcher(text).replaceAll("");
        if (code.length() < SHORTEST || code.length() > LONGEST) {
            return gtins;
        }
        if (code.chars().allMatch(c -> c >= '0' && c <= '9')) {
            gtins.add("0".repeat(LONGEST - code.length()) + code);
        }
        if (code.length() == ISBN_10) {
            Gtin.ofIsbn10(code).map(Gtin::padded).ifPresent(gtins::add);
        }
        if (code.matches("[01]\\d{7}")) {
            Gtin.parse(upcA(code)).map(Gtin::padded).ifPresent(gtins::add);
        }
        return gtins;
    }

    /** The 12 digits of a UPC-E, which leaves out the zeros. GS1 General Specifications §5.2.2.4. */
    private static String upcA(String upcE) {
        String system = upcE.substring(0, 1);
        String body = upcE.substring(1, 7);
        String check = upcE.substring(7);
        char last = body.charAt(5);
        return system
                + switch (last) {
                    case '0', '1', '2' -> body.substring(0, 2) + last + "0000" + body.substring(2, 5);
                    case '3' -> body.substring(0, 3) + "00000" + body.substring(3, 5);
                    case '4' -> body.substring(0, 4) + "00000" + body.charAt(4);
                    default -> body.substring(0, 5) + "0000" + last;
                }
                + check;
    }
}
