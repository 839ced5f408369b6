package org.echoppe.app.orders;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.echoppe.app.fx.AmericanKeys;
import org.echoppe.app.fx.KeyBurst;

/** Hears a barcode reader that read the code on a slip, which is an order's reference. Times as in {@link KeyBurst}. */
public final class ReferenceBurst {
    private static final Pattern REFERENCE = Pattern.compile("[A-Z2-7]{3}-[A-Z2-7]{3}");

    private final KeyBurst keys = new KeyBurst();

    /**
     * A character was typed.
     *
     * @return whether it is the first of what may become a reference
     */
    public boolean typed(char character, long nanos) {
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

    /** Enter was pressed: the reference, if it was a reader. */
    public Optional<String> entered(long nanos) {
        var typed = keys.entered(nanos);
        return Stream.of(typed, AmericanKeys.read(typed))
                .filter(read -> REFERENCE.matcher(read).matches())
                .findFirst();
    }
}
