package org.echoppe.app.products;

import java.util.Optional;
import java.util.regex.Pattern;
import org.echoppe.app.fx.AmericanKeys;
import org.echoppe.app.fx.KeyBurst;

/**
 * Hears a barcode reader that read a product's code: 8 to 14 digits, or a label that the shop printed itself. Times as in
 * {@link KeyBurst}.
 */
public final class BarcodeBurst {
    /** What a code is made of. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{Alnum}._/+-]");

    private static final Pattern ARTICLE = Pattern.compile("[0-9]{8,14}");

    private static final Pattern LABEL = Pattern.compile("[\\p{Alnum}][\\p{Alnum}._/+-]{2,31}");

    /** In a text a word alone may be written by a program that types for somebody; a code has a figure. */
    private static final Pattern LABEL_IN_TEXT = Pattern.compile("(?=.*[0-9])[\\p{Alnum}][\\p{Alnum}._/+-]{3,31}");

    /** The same where keys had to be read back: a word with an accent would be one, too. */
    private static final Pattern GUESSED_IN_TEXT = Pattern.compile("(?=.*[0-9])[A-Z0-9][A-Z0-9._/+-]{3,31}");

    /** In nanoseconds: quick hands come near to what a slow reader needs. */
    private static final long QUICK = 30_000_000L;

    private final KeyBurst keys = new KeyBurst();

    /**
     * A character was typed.
     *
     * @return whether it is the first of what may become a code
     */
    public boolean typed(char character, long nanos) {
        if (!PLAIN.matcher(Character.toString(character)).matches() && !AmericanKeys.mayBe(character)) {
            keys.forget();
            return false;
        }
        return keys.typed(character, nanos);
    }

    /** The window has done what the last character asked of it. */
    public void handled(long nanos) {
        keys.handled(nanos);
    }

    /** What was typed until now belongs to no reader. */
    public void forget() {
        keys.forget();
    }

    /**
     * Enter was pressed: the code, if it was a reader.
     *
     * @param inText whether it went where somebody may have been writing
     */
    public Optional<String> entered(long nanos, boolean inText) {
        var typed = keys.entered(nanos);
        boolean american = AmericanKeys.areDigits(typed) || AmericanKeys.typed(typed);
        var code = american ? AmericanKeys.read(typed) : typed;
        var label = !inText ? LABEL : american ? GUESSED_IN_TEXT : LABEL_IN_TEXT;
        boolean quick = !inText || keys.slowest() <= QUICK;
        return (quick && label.matcher(code).matches()) || ARTICLE.matcher(code).matches()
                ? Optional.of(code)
                : Optional.empty();
    }
}
