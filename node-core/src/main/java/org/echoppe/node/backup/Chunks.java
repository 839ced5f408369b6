package org.echoppe.node.backup;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The sealed part of a backup in chunks of 64 KiB, AES-256-GCM under a key that seals nothing else. A chunk's nonce is its number and
 * whether it is the last: none can be left out, moved, or cut off the end unseen.
 *
 * @see <a href="https://eprint.iacr.org/2015/189">Hoang, Reyhanitabar, Rogaway, Vizár: STREAM</a>
 */
final class Chunks {
    /** Bytes before they are sealed. */
    static final int LENGTH = 64 << 10;

    static final int TAG = 16;
    private static final int NONCE = 12;

    private final SecretKeySpec key;
    private final byte[] bound;
    private long number;

    /** @param bound what stands before the sealed part, and may not be exchanged */
    Chunks(byte[] key, byte[] bound) {
        this.key = new SecretKeySpec(key, "AES");
        this.bound = bound.clone();
    }

    byte[] seal(byte[] plain, int length, boolean last) throws GeneralSecurityException {
        return next(Cipher.ENCRYPT_MODE, last).doFinal(plain, 0, length);
    }

    byte[] open(byte[] sealed, int length, boolean last) throws GeneralSecurityException {
        return next(Cipher.DECRYPT_MODE, last).doFinal(sealed, 0, length);
    }

    private Cipher next(int mode, boolean last) throws GeneralSecurityException {
        byte[] nonce = ByteBuffer.allocate(NONCE)
                .putLong(number++)
                .put((byte) (last ? 1 : 0))
                .array();
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        cipher.updateAAD(bound);
        return cipher;
    }
}
