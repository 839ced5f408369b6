package org.echoppe.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * A timestamp identifier: 13 characters that sort as text in the order of their time. The rev of a commit, and the record
 * key a product gets at its first save.
 *
 * @see <a href="https://atproto.com/specs/tid">AT Protocol, TID</a>
 */
public record Tid(String value) implements Comparable<Tid> {
    private static final String ALPHABET = "234567abcdefghijklmnopqrstuvwxyz";
    private static final Pattern FORM = Pattern.compile("[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}");
    private static final int CLOCK_BITS = 10;

    /** @throws IllegalArgumentException when it is not 13 characters of a TID */
    public Tid {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a TID");
        }
    }

    /**
     * @param micros microseconds since 1970, below 2^53
     * @param clockId 0 to 1023: tells apart what two writers made in one microsecond
     */
    public static Tid of(long micros, int clockId) {
        if (micros < 0 || micros >= 1L << 53 || clockId < 0 || clockId >= 1 << CLOCK_BITS) {
            throw new IllegalArgumentException("out of a TID's range");
        }
        long number = micros << CLOCK_BITS | clockId;
        char[] text = new char[13];
        for (int i = 12; i >= 0; i--) {
            text[i] = ALPHABET.charAt((int) (number & 31));
            number >>>= 5;
        }
        return new Tid(new String(text));
    }

    /** Microseconds since 1970. */
    public long micros() {
        return number() >>> CLOCK_BITS;
    }

    public int clockId() {
        return (int) (number() & ((1 << CLOCK_BITS) - 1));
    }

    public Instant instant() {
        return Instant.EPOCH.plus(micros(), ChronoUnit.MICROS);
    }

    private long number() {
        long number = 0;
        for (int i = 0; i < value.length(); i++) {
            number = number << 5 | ALPHABET.indexOf(value.charAt(i));
        }
        return number;
    }

    @Override
    public int compareTo(Tid other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
