package org.echoppe.app.fx;

import java.util.Optional;
import java.util.function.LongFunction;

/** Presses keys one after the other, on a time of its own. */
public final class Keys {
    public static final long MILLISECOND = 1_000_000;

    /** What hears a character at a time. */
    @FunctionalInterface
    public interface Typed {
        boolean typed(char character, long nanos);
    }

    private final Typed typed;
    private final LongFunction<Optional<String>> entered;
    private long now;

    public Keys(Typed typed, LongFunction<Optional<String>> entered) {
        this.typed = typed;
        this.entered = entered;
    }

    public void rest(long millis) {
        now += millis * MILLISECOND;
    }

    /** The text and then Enter, so many milliseconds from key to key. */
    public Optional<String> press(String text, long millisEach) {
        for (int i = 0; i < text.length(); i++) {
            rest(millisEach);
            typed.typed(text.charAt(i), now);
        }
        rest(millisEach);
        return entered.apply(now);
    }
}
