package org.echoppe.orders.documents;

import java.text.Bidi;

/** Lays the letters of one line in the order in which they stand on paper: Hebrew runs from right to left. */
final class Direction {
    private static final String BRACKETS = "()[]{}<>«»";

    private Direction() {}

    static String visual(String line) {
        if (!Bidi.requiresBidi(line.toCharArray(), 0, line.length())) {
            return line;
        }
        var bidi = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        var runs = new String[bidi.getRunCount()];
        var levels = new byte[runs.length];
        for (int run = 0; run < runs.length; run++) {
            levels[run] = (byte) bidi.getRunLevel(run);
            String text = line.substring(bidi.getRunStart(run), bidi.getRunLimit(run));
            runs[run] = levels[run] % 2 == 0 ? text : mirrored(text);
        }
        Bidi.reorderVisually(levels, 0, runs, 0, runs.length);
        return String.join("", runs);
    }

    private static String mirrored(String text) {
        var turned = new StringBuilder(text).reverse();
        for (int i = 0; i < turned.length(); i++) {
            int bracket = BRACKETS.indexOf(turned.charAt(i));
            if (bracket >= 0) {
                turned.setCharAt(i, BRACKETS.charAt(bracket ^ 1));
            }
        }
        return turned.toString();
    }
}
