package org.echoppe.domain;

/**
 * The name of a record inside its collection.
 *
 * @see <a href="https://atproto.com/specs/record-key">AT Protocol, record key</a>
 */
public record RecordKey(String value) implements Comparable<RecordKey> {
    private static final int LONGEST = 512;

    /** The key of a record that is alone in its collection: the shop's profile. */
    public static final RecordKey SELF = new RecordKey("self");

    /** @throws IllegalArgumentException when the syntax does not allow it */
    public RecordKey {
        if (!isFine(value) || value.equals(".") || value.equals("..")) {
            throw new IllegalArgumentException("not a record key");
        }
    }

    /** By hand: every listing on a page has one. */
    private static boolean isFine(String value) {
        boolean fine = !value.isEmpty() && value.length() <= LONGEST;
        for (int at = 0; fine && at < value.length(); at++) {
            char c = value.charAt(at);
            fine = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || "._~:-".indexOf(c) >= 0;
        }
        return fine;
    }

    public static RecordKey of(Tid tid) {
        return new RecordKey(tid.value());
    }

    @Override
    public int compareTo(RecordKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
