package org.echoppe.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.echoppe.domain.Gtin;

/** The article numbers that what a shopper typed or scanned may stand for, in 14 digits. */
final class Codes {
    private static final int SHORTEST = 8;
    private static final int LONGEST = 14;
    private static final int ISBN_10 = 10;
    private static final String GAP = "[\\s\\u00a0\\u202f\\p{Pd}]";
    private static final Pattern GAPS = Pattern.compile(GAP);
    /** Numbers in a row, with what a code is called before them or without: « ISBN-13 : 978-2-07-061275-8 ». */
    private static final Pattern NUMBERS = Pattern.compile(
            "(?<![\\p{L}\\p{Nd}])((?:isbn|ean|gtin|upc)(?:GAP?(?:8|1[0-4])(?!\\d))?(?:GAP|[:.])*)?".replace("GAP", GAP)
                    + "(\\d+(?:GAP+\\d+)*(?:GAP*x)?)(?![\\p{L}\\p{Nd}])".replace("GAP", GAP),
            Pattern.CASE_INSENSITIVE);

    private Codes() {}

    /** The same text with each code in one piece, and without what it is called there. */
    static String together(String text) {
        return text.chars().noneMatch(c -> c >= '0' && c <= '9')
                ? text
                : NUMBERS.matcher(text).replaceAll(found -> Matcher.quoteReplacement(together(found)));
    }

    /** The first pieces that make a code, as many of them as do, between the others. */
    private static String together(MatchResult found) {
        var pieces = List.of(GAPS.matcher(found.group(2)).replaceAll(" ").split(" +"));
        for (int from = 0; from < pieces.size(); from++) {
            int most = Math.min(pieces.size(), from + LONGEST);
            for (int to = most; to > from; to--) {
                String code = String.join("", pieces.subList(from, to));
                if (isCode(code)) {
                    var all = new ArrayList<>(pieces.subList(0, from));
                    all.add(code);
                    all.addAll(pieces.subList(to, pieces.size()));
                    String called = from > 0 && found.group(1) != null ? found.group(1) : "";
                    return called + String.join(" ", all);
                }
            }
        }
        return found.group();
    }

    private static boolean isCode(String code) {
        return code.length() <= LONGEST
                && (Gtin.parse(code).isPresent()
                        || (code.length() == ISBN_10 && Gtin.ofIsbn10(code).isPresent()));
    }

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
