package org.echoppe.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/**
 * What lies in a file behind the last entry that is as it was written: the rest of a batch that was never forced, which may be cut off;
 * or entries that were acknowledged, of which some are no longer what they were.
 */
final class Wreckage {
    private static final int AT_ONCE = 64 << 10;

    private Wreckage() {}

    /**
     * Whether a later batch began behind this place: it was begun only when the batch before it was forced.
     *
     * @param first number of the first entry of the batch that is not whole
     */
    static boolean holdsLaterBatch(FileChannel file, long from, byte[] salt, long first) throws IOException {
        byte[] bytes = new byte[AT_ONCE + EntryHeader.LENGTH];
        for (long at = from; at < file.size(); at += AT_ONCE) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining() && file.read(buffer, at + buffer.position()) >= 0) {
                // read on
            }
            if (holdsLaterBatch(Arrays.copyOf(bytes, buffer.position()), salt, first)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsLaterBatch(byte[] bytes, byte[] salt, long first) {
        var buffer = ByteBuffer.wrap(bytes);
        for (int i = 0; i + EntryHeader.LENGTH <= bytes.length; i++) {
            if (buffer.getInt(i) == EntryHeader.MAGIC) {
                var header = EntryHeader.decode(Arrays.copyOfRange(bytes, i, i + EntryHeader.LENGTH), salt);
                if (header != null && header.first() > first) {
                    return true;
                }
            }
        }
        return false;
    }
}
