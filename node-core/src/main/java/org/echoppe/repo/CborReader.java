package org.echoppe.repo;

import static org.echoppe.repo.BadRepository.Reason.NOT_CANONICAL;
import static org.echoppe.repo.BadRepository.Reason.TRUNCATED;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.echoppe.domain.Cid;

/** Reads the pieces of DAG-CBOR one after another, and only in their canonical form. Nothing is allocated for a length before its bytes are known to be there. */
final class CborReader {
    private final byte[] bytes;
    private int at;
    /** The argument of the head read last: a value, or a length. */
    private long argument;

    CborReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Reads a head and leaves its argument. */
    int major() throws BadRepository {
        if (at >= bytes.length) {
            throw new BadRepository(TRUNCATED, "ends at byte " + at);
        }
        int first = bytes[at++] & 0xff;
        int low = first & 31;
        if (low < Cbor.ONE_BYTE) {
            argument = low;
        } else {
            argument(low - Cbor.ONE_BYTE, first >>> 5);
        }
        return first >>> 5;
    }

    private void argument(int width, int major) throws BadRepository {
        if (width > 3 || major == Cbor.SIMPLE) {
            throw wrong("an indefinite length, a float or an unknown simple value");
        }
        int length = 1 << width;
        if (bytes.length - at < length) {
            throw new BadRepository(TRUNCATED, "ends in a head");
        }
        long value = 0;
        for (int i = 0; i < length; i++) {
            value = value << 8 | (bytes[at++] & 0xff);
        }
        // the next shorter form holds this much
        long shorter = width == 0 ? Cbor.ONE_BYTE - 1 : (1L << (4 << width)) - 1;
        if (Long.compareUnsigned(value, shorter) <= 0) {
            throw wrong("a longer form than needed");
        }
        if (value < 0) {
            throw wrong("past 64 bits with sign");
        }
        argument = value;
    }

    long argument() {
        return argument;
    }

    /** Reads a head that must be of this type, and gives its argument. */
    private long expect(int major) throws BadRepository {
        if (major() != major) {
            throw new BadRepository(BadRepository.Reason.WRONG_SHAPE, "another type at byte " + at);
        }
        return argument;
    }

    int map() throws BadRepository {
        expect(Cbor.MAP);
        return count(2);
    }

    int list() throws BadRepository {
        expect(Cbor.LIST);
        return count(1);
    }

    /** The argument as a number of things, each of which takes at least so many bytes. */
    int count(int leastBytes) throws BadRepository {
        if (argument > (bytes.length - at) / leastBytes) {
            throw new BadRepository(TRUNCATED, "more announced than there is");
        }
        return (int) argument;
    }

    byte[] bytes() throws BadRepository {
        expect(Cbor.BYTES);
        return take();
    }

    /** The bytes whose length is the argument. */
    byte[] take() throws BadRepository {
        int length = count(1);
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    String text() throws BadRepository {
        expect(Cbor.TEXT);
        return takeText();
    }

    /** The text whose length in bytes is the argument. */
    String takeText() throws BadRepository {
        int length = count(1);
        var text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        // a wrong sequence has become U+FFFD, which may also stand there rightly
        if (text.indexOf('\uFFFD') >= 0) {
            byte[] again = text.getBytes(StandardCharsets.UTF_8);
            if (!Arrays.equals(again, 0, again.length, bytes, at - length, at)) {
                throw wrong("not UTF-8");
            }
        }
        return text;
    }

    /** A byte string as Latin-1 characters, for keys of tree nodes. */
    String latin() throws BadRepository {
        expect(Cbor.BYTES);
        int length = count(1);
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.ISO_8859_1);
    }

    int integer() throws BadRepository {
        return (int) Math.min(expect(Cbor.UNSIGNED), Integer.MAX_VALUE);
    }

    Cid link() throws BadRepository {
        expect(Cbor.TAG);
        return takeLink();
    }

    /** The link whose tag is the argument. */
    Cid takeLink() throws BadRepository {
        if (argument != Cbor.LINK_TAG) {
            throw wrong("a tag that is no link");
        }
        if (major() != Cbor.BYTES || argument != Cid.LENGTH + 1) {
            throw wrong("a link that is no CIDv1 with SHA-256");
        }
        count(1);
        if (bytes[at] != 0) {
            throw wrong("a link without its prefix");
        }
        try {
            var cid = Cid.fromBytes(bytes, at + 1);
            at += Cid.LENGTH + 1;
            return cid;
        } catch (IllegalArgumentException e) {
            throw wrong("a link that is no CIDv1 with SHA-256");
        }
    }

    /** Reads over a null, when one stands here. */
    boolean skipNull() {
        boolean found = at < bytes.length && bytes[at] == (byte) (Cbor.SIMPLE << 5 | Cbor.NULL);
        at += found ? 1 : 0;
        return found;
    }

    /** Reads a map's key that must be this one letter. */
    void name(char letter) throws BadRepository {
        if (expect(Cbor.TEXT) != 1 || count(1) != 1 || bytes[at++] != letter) {
            throw new BadRepository(BadRepository.Reason.WRONG_SHAPE, "a field other than " + letter);
        }
    }

    /** The keys of a map whose head was just read. */
    MapKeys mapKeys() {
        return new MapKeys();
    }

    /** Reads keys one after another and sees that they stand in DAG-CBOR's order: by length, then by bytes, none twice. */
    final class MapKeys {
        private int from;
        private int to = -1;

        String next() throws BadRepository {
            if (major() != Cbor.TEXT) {
                throw wrong("a key that is no text");
            }
            int start = at;
            var key = takeText();
            if (to >= 0 && compare(from, to, start, at) >= 0) {
                throw wrong("keys out of order");
            }
            from = start;
            to = at;
            return key;
        }
    }

    private int compare(int from, int to, int otherFrom, int otherTo) {
        int byLength = Integer.compare(to - from, otherTo - otherFrom);
        return byLength != 0 ? byLength : Arrays.compareUnsigned(bytes, from, to, bytes, otherFrom, otherTo);
    }

    void end() throws BadRepository {
        if (at != bytes.length) {
            throw wrong("bytes after the end");
        }
    }

    BadRepository wrong(String what) {
        return new BadRepository(NOT_CANONICAL, what + ", before byte " + at);
    }
}
