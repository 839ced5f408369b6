package org.echoppe.app.products;

import java.util.Optional;
import org.echoppe.app.fx.KeyBurst;

/** Hears a barcode reader that read a product's code, 8 to 14 digits. Times as in {@link KeyBurst}. */
public final class BarcodeBurst {
    private static final int SHORTEST = 8;
    private static final int LONGEST = 14;

    /** What a reader set up for an American keyboard types on a French one, from 0 to 9. */
    private static final String FRENCH_DIGITS = "à&é\"'(-è_ç";

    private final KeyBurst digits = new KeyBurst();

    /**
     * A character was typed.
     *
     * @return whether it is the first of what may become a code
     */
    public boolean typed(char character, long nanos) {
        char digit = digit(character);
        if (digit == 0) {
            digits.forget();
            return false;
        }
        return digits.typed(digit, nanos);
    }

    /** Enter was pressed: the code, if it was a reader. */
    public Optional<String> entered(long nanos) {
        return Optional.of(digits.entered(nanos)).filter(code -> code.length() >= SHORTEST && code.length() <= LONGEST);
    }

    private static char digit(char character) {
        if (character >= '0' && character <= '9') {
            return character;
        }
        int french = FRENCH_DIGITS.indexOf(character);
        return french < 0 ? 0 : (char) ('0' + french);
    }
}
