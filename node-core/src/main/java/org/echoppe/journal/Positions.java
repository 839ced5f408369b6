package org.echoppe.journal;

import java.util.Arrays;

/** Where entries begin: one place in 64 is kept, 16 bytes each, and the first of every file; from there a reader walks on. */
final class Positions {
    private static final int EVERY = 64;
    private static final int OFFSET_BITS = 40;

    private long[] sequences = new long[16];
    private long[] places = new long[16];
    private int count;
    private int lastFile;

    /**
     * Where an entry begins, or one a little before it.
     *
     * @param file number of the file, from 1
     */
    record Place(int file, long offset, long sequence) {}

    /** Takes note of an entry; entries come in their order. */
    synchronized void add(long sequence, int file, long offset) {
        if (file == lastFile && (sequence - 1) % EVERY != 0) {
            return;
        }
        if (count == places.length) {
            sequences = Arrays.copyOf(sequences, count * 2);
            places = Arrays.copyOf(places, count * 2);
        }
        lastFile = file;
        sequences[count] = sequence;
        places[count++] = (long) file << OFFSET_BITS | offset;
    }

    /** @param sequence of an entry that was added, or a later one */
    synchronized Place before(long sequence) {
        int found = Arrays.binarySearch(sequences, 0, count, sequence);
        int index = found >= 0 ? found : -found - 2;
        long place = places[index];
        return new Place((int) (place >>> OFFSET_BITS), place & ((1L << OFFSET_BITS) - 1), sequences[index]);
    }
}
