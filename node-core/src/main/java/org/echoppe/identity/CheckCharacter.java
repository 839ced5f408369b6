package org.echoppe.identity;

/** Luhn's check over base 32, as Syncthing computes it: finds every single wrong character and most swapped neighbours. */
final class CheckCharacter {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private CheckCharacter() {}

    /**
     * @param shift makes the same text have another check at another place, so that swapped groups are found; 0 is Syncthing's
     * @throws IllegalArgumentException for a character that is not base 32 in capitals
     */
    static char of(String text, int shift) {
        int sum = 0;
        int factor = 1;
        for (int i = 0; i < text.length(); i++) {
            int digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) {
                throw new IllegalArgumentException("not base 32");
            }
            int addend = factor * digit;
            sum += addend / 32 + addend % 32;
            factor = 3 - factor;
        }
        return ALPHABET.charAt(Math.floorMod(shift - sum, 32));
    }

    /** Whether the last character is the check of those before it. */
    static boolean holds(String text, int shift) {
        int last = text.length() - 1;
        return last > 0
                && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                && of(text.substring(0, last), shift) == text.charAt(last);
    }

    /** What a hand wrote, in capitals and with the digits that base 32 lacks read as the letters they look like. */
    static String untangle(String typed) {
        return typed.toUpperCase(java.util.Locale.ROOT)
                .replace('0', 'O')
                .replace('1', 'I')
                .replace('8', 'B');
    }
}
