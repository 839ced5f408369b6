package org.echoppe.domain;

import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A public key by its SHA-256, base64url without padding.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7638">RFC 7638</a>
 */
public record Thumbprint(String value) {
    /** 32 bytes leave four bits of the last character unused: they are zero, so that one hash has one text. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]");

    /** @throws IllegalArgumentException when it is not 32 bytes in base64url */
    public Thumbprint {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a thumbprint");
        }
    }

    /** @param hash 32 bytes */
    public static Thumbprint of(byte[] hash) {
        return new Thumbprint(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
    }

    /** The 32 bytes. */
    public byte[] bytes() {
        return Base64.getUrlDecoder().decode(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
