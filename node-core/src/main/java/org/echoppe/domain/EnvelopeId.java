package org.echoppe.domain;

import java.util.Base64;
import java.util.regex.Pattern;

/** The name of an envelope or an answer on the road: 16 random bytes, base64url. It is not the order's. */
public record EnvelopeId(String value) {
    /** Bytes of it. */
    public static final int LENGTH = 16;

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{21}[AQgw]");

    /** @throws IllegalArgumentException when it is not 16 bytes in base64url */
    public EnvelopeId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the id of an envelope");
        }
    }

    /** @param bytes 16 random ones */
    public static EnvelopeId of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("the id of an envelope has " + LENGTH + " bytes");
        }
        return new EnvelopeId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    @Override
    public String toString() {
        return value;
    }
}
