package org.echoppe.identity;

import org.echoppe.domain.Did;

/** What two shopkeepers compare by eye: 56 characters in 8 groups of 7, made of the SHA-256 of a DID as a Syncthing device ID is. */
@SuppressWarnings({"DoNotCallSuggester", "unused", "UnusedVariable"})
public record Fingerprint(String text) {
    public static Fingerprint of(Did did) {
        throw new UnsupportedOperationException();
    }

    /** @throws org.echoppe.domain.Rejected NOT_A_FINGERPRINT when it is no fingerprint, or a check character is wrong */
    public static Fingerprint parse(String typed) {
        throw new UnsupportedOperationException();
    }

    public boolean matches(Did did) {
        return equals(of(did));
    }

    @Override
    public String toString() {
        return text;
    }
}
