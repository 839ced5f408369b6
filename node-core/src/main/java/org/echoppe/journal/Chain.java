package org.echoppe.journal;

import java.util.HexFormat;

/** What is known of the whole chain while it is read or written: where it ends, which slots it names. */
final class Chain {
    private final Positions positions = new Positions();
    private long sequence;
    private byte[] hash = new byte[ChainHash.LENGTH];
    private long highestSlot = EntryHeader.NO_SLOT;

    void add(JournalEntry entry, int file, long offset) {
        positions.add(entry.sequence(), file, offset);
        sequence = entry.sequence();
        hash = entry.hash();
        highestSlot = Math.max(highestSlot, entry.slot());
    }

    Positions positions() {
        return positions;
    }

    /** Of the last entry; 0 for none. */
    long sequence() {
        return sequence;
    }

    byte[] hash() {
        return hash;
    }

    long highestSlot() {
        return highestSlot;
    }

    JournalMark mark() {
        return sequence == 0
                ? JournalMark.NOTHING
                : new JournalMark(sequence, HexFormat.of().formatHex(hash));
    }
}
