package org.echoppe.domain;

import java.util.Base64;

/**
 * The name of an order: the SHA-256 over its order key's thumbprint and a nonce, base64url. Only who holds the key can have
 * made it, and it says nothing about anybody.
 */
public record OrderId(String value) {
    /** Bytes of the nonce. */
    public static final int NONCE = 16;

    /** @throws IllegalArgumentException when it is not 32 bytes in base64url */
    public OrderId {
        new Thumbprint(value);
    }

    /** @throws IllegalArgumentException for a nonce of another length than {@value #NONCE} bytes */
    public static OrderId of(Thumbprint orderKey, byte[] nonce) {
        if (nonce.length != NONCE) {
            throw new IllegalArgumentException("a nonce has " + NONCE + " bytes");
        }
        byte[] both = new byte[Sha256.LENGTH + NONCE];
        System.arraycopy(orderKey.bytes(), 0, both, 0, Sha256.LENGTH);
        System.arraycopy(nonce, 0, both, Sha256.LENGTH, NONCE);
        return new OrderId(Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(both)));
    }

    @Override
    public String toString() {
        return value;
    }
}
