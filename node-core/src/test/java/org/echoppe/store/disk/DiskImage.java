package org.echoppe.store.disk;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** The bytes of a file as the disk has them. */
final class DiskImage {
    /** What a disk writes wholly or not at all, bytes. */
    private static final int SECTOR = 512;

    private byte[] bytes = new byte[1 << 20];
    private int size;

    void apply(DiskEvent event) {
        applyTorn(event, sector -> true);
    }

    /** @param survives which sectors of a write reached the disk */
    void applyTorn(DiskEvent event, IntPredicate survives) {
        switch (event) {
            case DiskEvent.Write(long offset, byte[] written) -> {
                makeRoom((int) offset + written.length);
                for (int from = 0; from < written.length; from += SECTOR) {
                    if (survives.test(from / SECTOR)) {
                        int length = Math.min(SECTOR, written.length - from);
                        System.arraycopy(written, from, bytes, (int) offset + from, length);
                    }
                }
                size = Math.max(size, (int) offset + written.length);
            }
            case DiskEvent.Truncate(long newSize) -> {
                if (newSize < size) {
                    Arrays.fill(bytes, (int) newSize, size, (byte) 0);
                    size = (int) newSize;
                }
            }
            case DiskEvent.Force _, DiskEvent.Acknowledged _ -> {}
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
