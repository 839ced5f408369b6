package org.echoppe.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * How text falls into words: lower case, without accents and ligatures, split at everything that is no letter and no
 * digit. There are no stop words: « Thé », « Or » and « Un » are what things are called. A measure is two words however it is
 * written, « 500 g » or « 500g », and found as one: « g » alone is in too many names to be asked for.
 */
public final class Words {
    /** Letters of a word that count; more is noise, and Lucene has a limit. */
    static final int LONGEST = 64;
    /** Words of a query that count. */
    static final int MOST_ASKED = 16;
    /** Characters of a query that are looked at. */
    static final int QUERY_LENGTH = 512;

    /** Accents standing alone, and invisible characters such as the soft hyphen. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{M}\\p{Cf}]+");

    private static final String NUMBER = "(?=\\d)(?<![\\p{L}\\p{Nd}])(\\d{1,6})";
    private static final String UNIT =
            "(mg|g|gr|kg|ml|cl|dl|l|mm|cm|dm|m|km|v|w|kw|wh|kwh|mah|ah|hz|mo|go|to|mb|gb|tb)(?![\\p{L}\\p{Nd}";
    /** A number and its unit in folded text. The l’ behind « tome 2 l’été » is none. */
    private static final Pattern MEASURE = Pattern.compile(NUMBER + "[\\s\\p{Z}]{0,2}" + UNIT + "'])");
    /** What may be asked for as a measure: « 25% MG » and « tome 2 l’été » by whoever leaves the signs out. */
    private static final Pattern LIKE_A_MEASURE = Pattern.compile(NUMBER + "[^\\p{L}\\p{Nd}]{0,3}" + UNIT + "])");

    private Words() {}

    static String fold(String text) {
        String lower = text.toLowerCase(Locale.ROOT).replace('\u02bc', '\'');
        if (lower.chars().allMatch(c -> c < 0x80)) {
            return lower;
        }
        String bare =
                UNSEEN.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
        char[] folded = new char[bare.length() * 4];
        int length = ASCIIFoldingFilter.foldToASCII(bare.toCharArray(), 0, folded, 0, bare.length());
        return new String(folded, 0, length).toLowerCase(Locale.ROOT);
    }

    /** All words in their order. */
    public static List<String> of(String text) {
        var words = new ArrayList<String>();
        split(
                measured(fold(text), "$1 $2"),
                (folded, from, to) -> words.add(folded.substring(from, Math.min(to, from + LONGEST))));
        return words;
    }

    /** What is found as one word beside {@link #of}: « 500g » of « 500 g » and of « 500g ». */
    static List<String> measures(String text) {
        String folded = fold(text);
        return hasDigit(folded)
                ? LIKE_A_MEASURE
                        .matcher(folded)
                        .results()
                        .map(measure -> measure.group(1) + measure.group(2))
                        .toList()
                : List.of();
    }

    private static String measured(String folded, String writing) {
        return hasDigit(folded) ? MEASURE.matcher(folded).replaceAll(writing) : folded;
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    /**
     * The distinct words that a shopper asks for, {@value #MOST_ASKED} at most. What an apostrophe cuts off (l’, d’, qu’, ’s)
     * is not asked for unless it stands alone.
     */
    static List<String> asked(String query) {
        return distinct(measured(begin(query), "$1$2"));
    }

    /** The same of what is being typed: whoever is at « 2 m » may go on to « 2 moules ». */
    static List<String> typed(String query) {
        return distinct(begin(query));
    }

    private static String begin(String query) {
        return fold(query.substring(0, Math.min(query.length(), QUERY_LENGTH)));
    }

    private static List<String> distinct(String query) {
        var words = new LinkedHashSet<String>();
        var cutOff = new LinkedHashSet<String>();
        split(query, (folded, from, to) -> {
            String word = folded.substring(from, Math.min(to, from + LONGEST));
            (isCutOff(folded, from, to) ? cutOff : words).add(word);
        });
        return (words.isEmpty() ? cutOff : words).stream().limit(MOST_ASKED).toList();
    }

    private static boolean isCutOff(String folded, int from, int to) {
        boolean before = to < folded.length() && folded.charAt(to) == '\'';
        boolean after = from > 0 && folded.charAt(from - 1) == '\'';
        return (to - from == 1 && (before || after)) || (to - from == 2 && before && folded.startsWith("qu", from));
    }

    private interface Found {
        void word(String folded, int from, int to);
    }

    private static void split(String folded, Found found) {
        int from = -1;
        int at = 0;
        while (at < folded.length()) {
            int point = folded.codePointAt(at);
            if (Character.isLetterOrDigit(point)) {
                from = from < 0 ? at : from;
            } else if (from >= 0) {
                found.word(folded, from, at);
                from = -1;
            }
            at += Character.charCount(point);
        }
        if (from >= 0) {
            found.word(folded, from, at);
        }
    }
}
