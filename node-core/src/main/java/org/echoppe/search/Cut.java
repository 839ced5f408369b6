package org.echoppe.search;

import java.text.BreakIterator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Text cut to a length, never inside what people see as one character: a flag, a family, a letter with its accent. */
final class Cut {
    private Cut() {}

    /** @param most Unicode characters that are left at most, as the records' limits count them */
    static String to(int most, @Nullable String text) {
        if (text == null || text.length() <= most || text.codePointCount(0, text.length()) <= most) {
            return text == null ? "" : text;
        }
        int end = text.offsetByCodePoints(0, most);
        var seen = BreakIterator.getCharacterInstance(Locale.ROOT);
        seen.setText(text);
        int whole = seen.isBoundary(end) ? end : seen.preceding(end);
        // one that is longer than all that is left is no character that anybody knows
        return text.substring(0, whole > 0 ? whole : end);
    }
}
