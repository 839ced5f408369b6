package org.echoppe.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The first bytes of a file of the journal. They end with the hash of the entry before the file, so that before every entry stands the
 * hash of its predecessor.
 *
 * @param salt 16 random bytes, the same in all files of one journal
 * @param first number of the first entry in the file
 * @param previous hash of the entry before it; zeros for none
 */
record FileHeader(byte[] salt, long first, byte[] previous) {
    static final int LENGTH = 72;
    static final int SALT = 16;
    private static final long MAGIC = 0x4543_484f_504a_0001L; // ECHOPJ, version 1
    private static final int CHECK = 8;

    byte[] encode() {
        var bytes = ByteBuffer.allocate(LENGTH);
        bytes.putLong(MAGIC).put(salt).putLong(first).put(check(), 0, CHECK).put(previous);
        return bytes.array();
    }

    private byte[] check() {
        return ChainHash.of(
                ByteBuffer.allocate(16).putLong(MAGIC).putLong(first).array(), salt, previous);
    }

    /** The header of the file; null where there is none. */
    static @Nullable FileHeader read(FileChannel file) throws IOException {
        var bytes = ByteBuffer.allocate(LENGTH);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, bytes.position()) < 0) {
                return null;
            }
        }
        bytes.flip();
        long magic = bytes.getLong();
        byte[] salt = take(bytes, SALT);
        long first = bytes.getLong();
        byte[] check = take(bytes, CHECK);
        var header = new FileHeader(salt, first, take(bytes, ChainHash.LENGTH));
        return magic == MAGIC && Arrays.equals(check, Arrays.copyOf(header.check(), CHECK)) ? header : null;
    }

    private static byte[] take(ByteBuffer from, int length) {
        byte[] bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }
}
