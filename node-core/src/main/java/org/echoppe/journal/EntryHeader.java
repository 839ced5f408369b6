package org.echoppe.journal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What stands before an entry's bytes.
 *
 * @param index its place in the batch that was forced together, from 0
 * @param count entries of that batch
 * @param sequence from 1, without a gap
 * @param time epoch milliseconds
 */
public record EntryHeader(
        int kind, int index, int count, long sequence, long time, long slot, int openLength, int sealedLength) {
    /** In the place of a slot: nothing in the entry is personal. */
    public static final long NO_SLOT = -1;

    static final int LENGTH = 52;
    static final int MAGIC = 0x454a_4531; // EJE1
    private static final int CHECKED = 44;

    /** The first entry of its batch. */
    long first() {
        return sequence - index;
    }

    boolean endsBatch() {
        return index == count - 1;
    }

    /** Bytes of the whole entry. */
    int entryLength() {
        return LENGTH + openLength + sealedLength + ChainHash.LENGTH;
    }

    /** What a sealed payload is bound to. */
    byte[] bound() {
        var bytes = ByteBuffer.allocate(CHECKED);
        bytes.putInt(MAGIC)
                .putShort((short) kind)
                .putShort((short) index)
                .putShort((short) count)
                .putShort((short) 0)
                .putLong(sequence)
                .putLong(time)
                .putLong(slot)
                .putInt(openLength)
                .putInt(sealedLength);
        return bytes.array();
    }

    /** @param salt of this journal: nobody who has not read it can make bytes that look like a header */
    byte[] encode(byte[] salt) {
        byte[] bytes = Arrays.copyOf(bound(), LENGTH);
        System.arraycopy(ChainHash.of(salt, Arrays.copyOf(bytes, CHECKED)), 0, bytes, CHECKED, LENGTH - CHECKED);
        return bytes;
    }

    /** The header in these bytes; null where there is none of this journal's. */
    static @Nullable EntryHeader decode(byte[] bytes, byte[] salt) {
        var buffer = ByteBuffer.wrap(bytes);
        if (bytes.length != LENGTH || buffer.getInt() != MAGIC) {
            return null;
        }
        byte[] check = ChainHash.of(salt, Arrays.copyOf(bytes, CHECKED));
        if (!Arrays.equals(bytes, CHECKED, LENGTH, check, 0, LENGTH - CHECKED)) {
            return null;
        }
        int kind = Short.toUnsignedInt(buffer.getShort());
        int index = Short.toUnsignedInt(buffer.getShort());
        int count = Short.toUnsignedInt(buffer.getShort());
        buffer.getShort();
        return new EntryHeader(
                kind,
                index,
                count,
                buffer.getLong(),
                buffer.getLong(),
                buffer.getLong(),
                buffer.getInt(),
                buffer.getInt());
    }
}
