package org.echoppe.app.network;

import java.util.Optional;
import java.util.regex.Pattern;
import org.echoppe.app.fx.KeyBurst;

/** Hears a reader of two-dimensional codes that read what a shop shows of itself. Times as in {@link KeyBurst}. */
public final class ShopCodeBurst {
    /** Whatever was typed a moment before does not count. */
    private static final Pattern CODE = Pattern.compile("(?:https://\\S+)?did:key:z\\w+");

    /** What the keys of an American keyboard write on a French one, key by key. */
    private static final String AMERICAN = "`1234567890-=!@#$%^&*()_+qwazQWAZ;:m,./M<>?'\"";

    private static final String FRENCH = "²&é\"'(-è_çà)=1234567890°+azqwAZQWmM,;:!?./§ù%";

    private final KeyBurst keys = new KeyBurst();

    /**
     * A character was typed.
     *
     * @return whether it is the first of what may become a code
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

    /** Enter was pressed: the code, if it was a reader that read one with a shop's identity in it. */
    public Optional<String> entered(long nanos) {
        var read = keys.entered(nanos);
        return code(read).or(() -> code(untangled(read)));
    }

    private static Optional<String> code(String text) {
        var found = CODE.matcher(text);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }

    /** A reader set up for an American keyboard types on a French one; what it read is asked back from the letters. */
    private static String untangled(String typed) {
        var text = new StringBuilder(typed.length());
        typed.chars().forEach(c -> {
            int key = FRENCH.indexOf(c);
            text.append(key < 0 ? (char) c : AMERICAN.charAt(key));
        });
        return text.toString();
    }
}
