package org.echoppe.app.orders;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Hears a barcode reader that read the code on a slip: it types an order's reference faster than anybody can, and then Enter.
 * Times are given in, in nanoseconds on any scale that only goes forward.
 */
public final class ReferenceBurst {
    /** A hand takes longer from key to key. */
    public static final long GAP = 50_000_000L;

    private static final Pattern REFERENCE = Pattern.compile("[A-Z2-7]{3}-[A-Z2-7]{3}");

    private final StringBuilder burst = new StringBuilder();
    private long last;

    /**
     * A character was typed.
     *
     * @return whether it is the first of what may become a reference
     */
    public boolean typed(char character, long nanos) {
        boolean goesOn = !burst.isEmpty() && nanos - last <= GAP;
        if (!goesOn) {
            burst.setLength(0);
        }
        last = nanos;
        burst.append(character);
        return !goesOn;
    }

    /** Enter was pressed: the reference, if it was a reader. */
    public Optional<String> entered(long nanos) {
        boolean read = nanos - last <= GAP && REFERENCE.matcher(burst).matches();
        var reference = read ? Optional.of(burst.toString()) : Optional.<String>empty();
        burst.setLength(0);
        return reference;
    }
}
