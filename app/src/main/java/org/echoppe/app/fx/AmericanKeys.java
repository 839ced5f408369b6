package org.echoppe.app.fx;

/**
 * What a barcode reader that believes in an American keyboard types on a French or a Belgian one, read back: it presses the key
 * where the American one has the character, and {@code 3017} becomes {@code "à&è}.
 */
public final class AmericanKeys {
    /** From 0 to 9, on the French keyboard. */
    private static final String FRENCH = "à&é\"'(-è_ç";

    /** The Belgian one differs in the 6 and the 8. */
    private static final String BELGIAN = "à&é\"'(§è!ç";

    /** Signs of the upper row that no label has. */
    private static final String ODD = "à&é\"'(è§ç";

    private static final String TYPED = "aqzwAQZW,?;:)°";
    private static final String MEANT = "qawzQAWZmM,.-_";

    private AmericanKeys() {}

    /** The digit that this key of the upper row stands for; 0 for another key. */
    private static char digit(char typed) {
        int french = FRENCH.indexOf(typed);
        int digit = french >= 0 ? french : BELGIAN.indexOf(typed);
        return digit < 0 ? 0 : (char) ('0' + digit);
    }

    /** Whether it can stand in a code that such a reader types. */
    public static boolean mayBe(char typed) {
        return digit(typed) != 0 || TYPED.indexOf(typed) >= 0;
    }

    /** Whether all of it are keys of the upper row, so that digits alone were meant. */
    public static boolean areDigits(String typed) {
        return !typed.isEmpty() && typed.chars().allMatch(key -> digit((char) key) != 0);
    }

    /** Whether such a reader typed it: nobody writes these signs in a code, and no digit among them. */
    public static boolean typed(String text) {
        return text.chars().anyMatch(key -> ODD.indexOf(key) >= 0)
                && text.chars().noneMatch(key -> key >= '0' && key <= '9');
    }

    /** What was meant. */
    public static String read(String typed) {
        var meant = new StringBuilder();
        for (int i = 0; i < typed.length(); i++) {
            char key = typed.charAt(i);
            char digit = digit(key);
            int letter = TYPED.indexOf(key);
            meant.append(digit != 0 ? digit : letter < 0 ? key : MEANT.charAt(letter));
        }
        return meant.toString();
    }
}
