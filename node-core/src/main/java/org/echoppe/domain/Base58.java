package org.echoppe.domain;

import java.math.BigInteger;

/** Base 58 with Bitcoin's alphabet, as did:key writes a key (multibase prefix {@code z}). For short values: its cost is quadratic. */
final class Base58 {
    private static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(58);

    private Base58() {}

    static String encode(byte[] bytes) {
        var digits = new StringBuilder();
        var rest = new BigInteger(1, bytes);
        while (rest.signum() > 0) {
            var step = rest.divideAndRemainder(BASE);
            digits.append(ALPHABET.charAt(step[1].intValue()));
            rest = step[0];
        }
        for (int i = 0; i < bytes.length && bytes[i] == 0; i++) {
            digits.append(ALPHABET.charAt(0));
        }
        return digits.reverse().toString();
    }

    /** @throws IllegalArgumentException for a foreign character */
    static byte[] decode(String text) {
        var value = BigInteger.ZERO;
        int zeros = 0;
        boolean leading = true;
        for (int i = 0; i < text.length(); i++) {
            int digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) {
                throw new IllegalArgumentException("not base 58");
            }
            leading &= digit == 0;
            zeros += leading ? 1 : 0;
            value = value.multiply(BASE).add(BigInteger.valueOf(digit));
        }
        byte[] magnitude = value.toByteArray();
        int skip = magnitude[0] == 0 ? 1 : 0;
        byte[] bytes = new byte[zeros + magnitude.length - skip];
        System.arraycopy(magnitude, skip, bytes, zeros, magnitude.length - skip);
        return bytes;
    }
}
