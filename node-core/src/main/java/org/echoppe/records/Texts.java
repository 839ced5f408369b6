package org.echoppe.records;

/**
 * What text may hold. Control characters and the marks that turn the direction of writing about can make a page show
 * something else than was written; joiners and plain direction marks are left alone, since several scripts need them.
 */
public final class Texts {
    private static final int TURN_FIRST = 0x202a;
    private static final int TURN_LAST = 0x202e;
    private static final int ISOLATE_FIRST = 0x2066;
    private static final int ISOLATE_LAST = 0x2069;

    private Texts() {}

    /** Whether nothing invisible in it could deceive; line breaks and tabs only where the text may have several lines. */
    public static boolean isClean(String text, boolean severalLines) {
        return text.codePoints().allMatch(c -> isLegal(c) || (severalLines && isBreak(c)));
    }

    /** The text without what {@link #isClean} refuses: controls and line breaks become a space, turning marks go. */
    public static String clean(String text, boolean severalLines) {
        if (isClean(text, severalLines)) {
            return text.strip();
        }
        var clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(c -> {
            if (isLegal(c) || (severalLines && isBreak(c))) {
                clean.appendCodePoint(c);
            } else if (Character.isISOControl(c) || Character.isWhitespace(c)) {
                clean.append(' ');
            }
        });
        return clean.toString().replaceAll(" {2,}", " ").strip();
    }

    /** In characters as people count them, not in UTF-16 units. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static boolean isBreak(int c) {
        return c == '\n' || c == '\t';
    }

    private static boolean isLegal(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default ->
                !(c >= TURN_FIRST && c <= TURN_LAST)
                        && !(c >= ISOLATE_FIRST && c <= ISOLATE_LAST)
                        && c != 0xfeff
                        && (c & 0xfffe) != 0xfffe;
        };
    }
}
