package org.echoppe.orders.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Breaks text into lines: between words, and inside a word only where a line holds no whole one. French punctuation stays
 * with its word, whichever space somebody typed.
 */
final class Wrapping {
    private static final Pattern GAP = Pattern.compile("(?<!«) +(?![»:;?!%€])");

    private final Letters letters;
    private final Style style;
    private final float width;

    Wrapping(Letters letters, Style style, float width) {
        this.letters = letters;
        this.style = style;
        this.width = width;
    }

    /** No line but the last is empty unless the text has such lines. */
    List<String> lines(String text) {
        var lines = new ArrayList<String>();
        text.strip().lines().forEach(line -> wrap(letters.printable(line, style.face()), lines));
        return lines;
    }

    private void wrap(String paragraph, List<String> lines) {
        var line = new StringBuilder();
        for (String word : GAP.split(paragraph)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (fits(longer)) {
                line.setLength(0);
                line.append(longer);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
            }
            line.setLength(0);
            line.append(rest(word, lines));
        }
        lines.add(line.toString());
    }

    /** Fills lines with a word that is too long for one. */
    private String rest(String word, List<String> lines) {
        String rest = word;
        while (!fits(rest)) {
            int end = next(rest, 0);
            while (fits(rest.substring(0, next(rest, end)))) {
                end = next(rest, end);
            }
            lines.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        return rest;
    }

    /** Where the next letter begins, past the marks of this one. */
    private static int next(String text, int from) {
        int end = text.offsetByCodePoints(from, 1);
        while (end < text.length() && Letters.isMark(text.codePointAt(end))) {
            end = text.offsetByCodePoints(end, 1);
        }
        return end;
    }

    private boolean fits(String text) {
        return text.isEmpty() || next(text, 0) == text.length() || letters.width(text, style) <= width;
    }
}
