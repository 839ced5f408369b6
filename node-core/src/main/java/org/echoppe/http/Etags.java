package org.echoppe.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Names for the state of an answer, so that nothing is sent twice (RFC 9110 §8.8.3). */
public final class Etags {
    private static final int BYTES = 12;

    private Etags() {}

    /** A weak one: the same content may travel compressed or not. */
    public static String weak(byte[] content) {
        return "W/\"" + hash(content) + '"';
    }

    /** Sixteen characters that any other content does not share. */
    public static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether the caller holds this state already, by the weak comparison. */
    public static boolean matches(@Nullable String ifNoneMatch, String etag) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(",", -1))
                        .map(String::strip)
                        .anyMatch(known -> known.equals("*") || strong(known).equals(strong(etag)));
    }

    private static String strong(String etag) {
        return etag.startsWith("W/") ? etag.substring(2) : etag;
    }
}
