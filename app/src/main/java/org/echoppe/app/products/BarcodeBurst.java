package org.echoppe.app.products;

import java.util.Optional;

/**
 * Tells a barcode reader from a hand: it is a keyboard that types 8 to 14 digits faster than anybody can, and then Enter.
 * Times are given in, in nanoseconds on any scale that only goes forward.
 */
public final class BarcodeBurst {
    /** A hand takes longer from key to key. */
    public static final long GAP = 50_000_000L;

    private static final int SHORTEST = 8;
    private static final int LONGEST = 14;

    /** What a reader set up for an American keyboard types on a French one, from 0 to 9. */
    private static final String FRENCH_DIGITS = "à&é\"'(-è_ç";

    private final StringBuilder digits = new StringBuilder();
    private long last;

    /**
     * A character was typed.
     *
     * @return whether it is the first of what may become a code
     */
    public boolean typed(char character, long nanos) {
        char digit = digit(character);
        boolean goesOn = !digits.isEmpty() && nanos - last <= GAP;
        if (!goesOn) {
            digits.setLength(0);
        }
        last = nanos;
        if (digit == 0) {
            digits.setLength(0);
            return false;
        }
        digits.append(digit);
        return digits.length() == 1;
    }

    /** Enter was pressed: the code, if it was a reader. */
    public Optional<String> entered(long nanos) {
        boolean read = nanos - last <= GAP && digits.length() >= SHORTEST && digits.length() <= LONGEST;
        var code = read ? Optional.of(digits.toString()) : Optional.<String>empty();
        digits.setLength(0);
        return code;
    }

    private static char digit(char character) {
        if (character >= '0' && character <= '9') {
            return character;
        }
        int french = FRENCH_DIGITS.indexOf(character);
        return french < 0 ? 0 : (char) ('0' + french);
    }
}
