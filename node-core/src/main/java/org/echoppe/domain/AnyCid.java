package org.echoppe.domain;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a CID of any kind names, as strangers write it: {@link Cid} is the one form that occurs here, and the world has others
 * that are no mistakes.
 *
 * @see <a href="https://github.com/multiformats/cid">CID specification</a>
 */
public sealed interface AnyCid {
    /** Of a block that may be held here, in whatever base it was written. */
    record Ours(Cid cid) implements AnyCid {}

    /** The block stands in its own name. */
    record Inline(byte[] block) implements AnyCid {}

    /** Of a block that no repository here can hold. */
    record Foreign() implements AnyCid {}

    /** Characters: of 128 bytes in base 16, and what stands before them. What is longer is read by nobody. */
    int LONGEST = 300;

    /**
     * Reads version 0, and version 1 in base 16, 32, 36 or 58.
     *
     * @throws IllegalArgumentException for what is no CID
     */
    static AnyCid read(String text) {
        if (text.isEmpty() || text.length() > LONGEST || text.chars().anyMatch(c -> c >= 0x80)) {
            throw new IllegalArgumentException("not a CID");
        }
        return text.startsWith(Form.VERSION_0) ? Form.version0(text) : Form.version1(Form.bytes(text));
    }

    /** How a CID is written. */
    final class Form {
        private static final String VERSION_0 = "Qm";
        private static final int SHA_256 = 0x12;
        private static final int IDENTITY = 0;
        private static final int LONGEST_INLINE = 128;
        private static final int VARINT = 9;
        private static final Pattern BASE_36 = Pattern.compile("[1-9a-z][0-9a-z]*");

        private Form() {}

        private static AnyCid version0(String text) {
            byte[] hash = Base58.decode(text);
            if (hash.length != 2 + Sha256.LENGTH || hash[0] != SHA_256 || hash[1] != Sha256.LENGTH) {
                throw new IllegalArgumentException("not a CID of version 0");
            }
            return new Foreign();
        }

        private static byte[] bytes(String text) {
            String digits = text.substring(1);
            return switch (text.charAt(0)) {
                case 'b' -> Base32.decode(digits);
                case 'B' -> Base32.decode(digits.toLowerCase(Locale.ROOT));
                case 'f', 'F' -> HexFormat.of().parseHex(digits);
                case 'k' -> base36(digits);
                case 'K' -> base36(digits.toLowerCase(Locale.ROOT));
                case 'z' -> Base58.decode(digits);
                default -> throw new IllegalArgumentException("not a CID in base 16, 32, 36 or 58");
            };
        }

        /** Nothing that begins with a zero: the first byte is the version. */
        private static byte[] base36(String digits) {
            if (!BASE_36.matcher(digits).matches()) {
                throw new IllegalArgumentException("not base 36");
            }
            return new BigInteger(digits, Character.MAX_RADIX).toByteArray();
        }

        private static AnyCid version1(byte[] bytes) {
            var rest = ByteBuffer.wrap(bytes);
            if (varint(rest) != 1) {
                throw new IllegalArgumentException("not a CID of version 1");
            }
            varint(rest); // the codec
            long function = varint(rest);
            if (varint(rest) != rest.remaining()) {
                throw new IllegalArgumentException("a hash of another length than it says");
            }
            if (function == IDENTITY && rest.remaining() > LONGEST_INLINE) {
                throw new IllegalArgumentException("too much to stand in a name");
            }
            if (function == IDENTITY) {
                byte[] block = new byte[rest.remaining()];
                rest.get(block);
                return new Inline(block);
            }
            try {
                return new Ours(Cid.fromBytes(bytes));
            } catch (IllegalArgumentException e) {
                return new Foreign();
            }
        }

        /** In its shortest form, as the specification demands. */
        private static long varint(ByteBuffer bytes) {
            long value = 0;
            for (int i = 0; i < VARINT && bytes.hasRemaining(); i++) {
                byte next = bytes.get();
                value |= (long) (next & 0x7f) << (7 * i);
                if (next == 0 && i > 0) {
                    break;
                }
                if (next >= 0) {
                    return value;
                }
            }
            throw new IllegalArgumentException("not a number as CIDs write them");
        }
    }
}
