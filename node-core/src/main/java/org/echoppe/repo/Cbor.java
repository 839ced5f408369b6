package org.echoppe.repo;

import java.nio.charset.StandardCharsets;

/**
 * The few numbers of CBOR that DAG-CBOR uses.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8949">RFC 8949</a>
 */
final class Cbor {
    static final int UNSIGNED = 0;
    static final int NEGATIVE = 1;
    static final int BYTES = 2;
    static final int TEXT = 3;
    static final int LIST = 4;
    static final int MAP = 5;
    static final int TAG = 6;
    static final int SIMPLE = 7;

    static final int FALSE = 20;
    static final int TRUE = 21;
    static final int NULL = 22;

    /** The one tag that DAG-CBOR knows: a CID. */
    static final int LINK_TAG = 42;

    /** From here on the lower five bits say how many bytes of argument follow: 1, 2, 4 or 8. */
    static final int ONE_BYTE = 24;

    private Cbor() {}

    /** @throws IllegalArgumentException for half a surrogate pair, which has no UTF-8 form */
    static byte[] utf8(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean pair = i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
                if (!pair) {
                    throw new IllegalArgumentException("half a surrogate pair");
                }
                i++;
            }
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
