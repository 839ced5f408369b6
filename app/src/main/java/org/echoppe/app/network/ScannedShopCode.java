package org.echoppe.app.network;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a reader of two-dimensional codes typed that read what a shop shows of itself. */
public final class ScannedShopCode {
    /** Whatever was typed a moment before does not count. */
    private static final Pattern CODE = Pattern.compile("(?:https://\\S+)?did:key:z\\w+");

    /** What the keys of an American keyboard write on a French one, key by key. */
    private static final String AMERICAN = "`1234567890-=!@#$%^&*()_+qwazQWAZ;:m,./M<>?'\"";

    private static final String FRENCH = "²&é\"'(-è_çà)=1234567890°+azqwAZQWmM,;:!?./§ù%";

    private ScannedShopCode() {}

    /** The code in one burst of a reader, if it holds a shop's identity. */
    public static Optional<String> in(String burst) {
        return code(burst).or(() -> code(untangled(burst)));
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
