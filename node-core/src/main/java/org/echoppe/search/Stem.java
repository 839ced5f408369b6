package org.echoppe.search;

import java.util.Set;
import org.echoppe.domain.Language;

/**
 * What a folded word has in common with its plural and its feminine, and nothing more. Lucene's light stemmers go further:
 * its French one makes one word of « poisson » and « poison », of « dessert » and « désert », and its English one tells
 * "cookie" from "cookies".
 */
final class Stem {
    /** Nouns that only look like the feminine of a participle: « purée » is not « pure ». */
    private static final Set<String> NOUNS = Set.of("annee", "armee", "duree", "entree", "gelee", "maree", "puree");

    private Stem() {}

    static String of(String word, Language language) {
        if (word.length() < 3) {
            return word;
        }
        return switch (language) {
            case FR -> french(word);
            case EN -> english(word);
        };
    }

    private static String french(String word) {
        String one = frenchSingular(word);
        if (one.length() >= 7 && (one.endsWith("aise") || one.endsWith("oise") || one.endsWith("euse"))) {
            return cut(one, 2);
        }
        if (one.length() >= 5 && one.endsWith("ee") && !NOUNS.contains(one)) {
            one = cut(one, 1);
        }
        if (one.length() >= 6 && one.endsWith("e")) {
            one = cut(one, 1);
            return one.endsWith("ll") || one.endsWith("nn") ? cut(one, 1) : one;
        }
        return one;
    }

    private static String frenchSingular(String word) {
        int length = word.length();
        if (length < 4) {
            return word;
        }
        if (word.endsWith("eux") || word.endsWith("oux") || word.endsWith("eaux") || word.endsWith("yaux")) {
            return cut(word, 1);
        }
        if (length >= 6 && word.endsWith("aux")) {
            return cut(word, 2) + "l";
        }
        return withoutS(word);
    }

    private static String english(String word) {
        String one = withoutS(word);
        int length = one.length();
        boolean silentE = (length >= 4 && (one.endsWith("xe") || one.endsWith("che") || one.endsWith("she")))
                || (length >= 5 && (one.endsWith("sse") || one.endsWith("zze")))
                || (length >= 6 && one.endsWith("oe"));
        if (silentE || (length >= 4 && one.endsWith("ie"))) {
            return cut(one, 1);
        }
        if (one.endsWith("y") && "aeiou".indexOf(one.charAt(length - 2)) < 0) {
            return cut(one, 1) + "i";
        }
        return one;
    }

    private static String withoutS(String word) {
        return word.length() >= 4 && word.endsWith("s") && !word.endsWith("ss") ? cut(word, 1) : word;
    }

    private static String cut(String word, int letters) {
        return word.substring(0, word.length() - letters);
    }
}
