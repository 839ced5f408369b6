package org.echoppe.store.disk;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** The bytes of a file as the disk has them. */
final class DiskImage {
    /** What a disk writes wholly or not at all, bytes. */
    private static final int SECTOR = 512;

    private byte[] bytes = new byte[1 << 16];
    private int size;

    /** @param survives which sectors of it reached the disk */
    void write(DiskEvent.Write write, IntPredicate survives) {
        int offset = (int) write.offset();
        byte[] written = write.bytes();
        makeRoom(offset + written.length);
        for (int from = 0; from < written.length; from += SECTOR) {
            if (survives.test(from / SECTOR)) {
                System.arraycopy(written, from, bytes, offset + from, Math.min(SECTOR, written.length - from));
            }
        }
        size = Math.max(size, offset + written.length);
    }

    void truncate(long newSize) {
        if (newSize < size) {
            Arrays.fill(bytes, (int) newSize, size, (byte) 0);
            size = (int) newSize;
        }
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void makeRoom(int length) {
        if (length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length, bytes.length * 2));
        }
    }
}
