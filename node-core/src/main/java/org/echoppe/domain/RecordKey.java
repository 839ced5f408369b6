package org.echoppe.domain;

import java.util.regex.Pattern;

/**
 * The name of a record inside its collection.
 *
 * @see <a href="https://atproto.com/specs/record-key">AT Protocol, record key</a>
 */
public record RecordKey(String value) implements Comparable<RecordKey> {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~:-]{1,512}");

    /** The key of a record that is alone in its collection: the shop's profile. */
    public static final RecordKey SELF = new RecordKey("self");

    /** @throws IllegalArgumentException when the syntax does not allow it */
    public RecordKey {
        if (!FORM.matcher(value).matches() || value.equals(".") || value.equals("..")) {
            throw new IllegalArgumentException("not a record key");
        }
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
