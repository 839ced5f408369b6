package org.echoppe.repo;

import java.util.Arrays;
import org.echoppe.domain.Cid;

/** Writes the pieces of DAG-CBOR one after another; putting map keys in order is the caller's part. */
final class CborWriter {
    private byte[] buffer;
    private int size;

    CborWriter(int expectedBytes) {
        buffer = new byte[expectedBytes];
    }

    CborWriter integer(long value) {
        return value >= 0 ? head(Cbor.UNSIGNED, value) : head(Cbor.NEGATIVE, -1 - value);
    }

    CborWriter bytes(byte[] value) {
        return head(Cbor.BYTES, value.length).raw(value);
    }

    /** @throws IllegalArgumentException for half a surrogate pair */
    CborWriter text(String value) {
        return utf8(Cbor.utf8(value));
    }

    CborWriter utf8(byte[] value) {
        return head(Cbor.TEXT, value.length).raw(value);
    }

    /** The tail of an ASCII text from this character on, as a byte string. */
    @SuppressWarnings("deprecation") // the one copy of Latin-1 characters into an array that exists
    CborWriter asciiTail(String value, int from) {
        int length = value.length() - from;
        head(Cbor.BYTES, length).reserve(length);
        value.getBytes(from, value.length(), buffer, size);
        size += length;
        return this;
    }

    CborWriter list(int items) {
        return head(Cbor.LIST, items);
    }

    CborWriter map(int entries) {
        return head(Cbor.MAP, entries);
    }

    CborWriter link(Cid cid) {
        head(Cbor.TAG, Cbor.LINK_TAG).head(Cbor.BYTES, Cid.LENGTH + 1).reserve(Cid.LENGTH + 1);
        buffer[size] = 0; // the multibase prefix of a binary CID
        cid.copyTo(buffer, size + 1);
        size += Cid.LENGTH + 1;
        return this;
    }

    CborWriter simple(int value) {
        return head(Cbor.SIMPLE, value);
    }

    byte[] toBytes() {
        return size == buffer.length ? buffer : Arrays.copyOf(buffer, size);
    }

    private CborWriter head(int major, long argument) {
        reserve(9);
        int type = major << 5;
        if (argument < Cbor.ONE_BYTE) {
            buffer[size++] = (byte) (type | argument);
            return this;
        }
        int width = argument <= 0xffL ? 0 : argument <= 0xffffL ? 1 : argument <= 0xffff_ffffL ? 2 : 3;
        buffer[size++] = (byte) (type | (Cbor.ONE_BYTE + width));
        for (int shift = (8 << width) - 8; shift >= 0; shift -= 8) {
            buffer[size++] = (byte) (argument >>> shift);
        }
        return this;
    }

    private CborWriter raw(byte[] value) {
        reserve(value.length);
        System.arraycopy(value, 0, buffer, size, value.length);
        size += value.length;
        return this;
    }

    private void reserve(int more) {
        if (more > buffer.length - size) {
            buffer = Arrays.copyOf(buffer, Math.max(Math.addExact(size, more), Math.min(buffer.length, 1 << 29) * 2));
        }
    }
}
