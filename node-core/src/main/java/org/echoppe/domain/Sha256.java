package org.echoppe.domain;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 with one digest a thread: a repository is some ten thousand short hashes, and making a digest costs as much as one. */
public final class Sha256 {
    /** Bytes of a hash. */
    public static final int LENGTH = 32;

    private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(Sha256::digest);

    private Sha256() {}

    public static byte[] of(byte[] bytes) {
        return DIGEST.get().digest(bytes);
    }

    /** Puts the hash of all these bytes into the target, from this place on. */
    static void into(byte[] target, int at, byte[] bytes) {
        var digest = DIGEST.get();
        digest.update(bytes);
        try {
            digest.digest(target, at, LENGTH);
        } catch (DigestException e) {
            throw new IllegalArgumentException("no room for a hash", e);
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
