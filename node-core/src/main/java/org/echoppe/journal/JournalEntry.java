package org.echoppe.journal;

import java.time.Instant;
import java.util.HexFormat;

/**
 * An entry as it was written and verified.
 *
 * @param open what anybody reads
 * @param sealed what {@link OrderKeys#open} reads; empty for nothing personal
 * @param hash over the hash of the entry before it, its header and its bytes
 */
public record JournalEntry(EntryHeader header, byte[] open, byte[] sealed, byte[] hash) {
    public long sequence() {
        return header.sequence();
    }

    public int kind() {
        return header.kind();
    }

    public long slot() {
        return header.slot();
    }

    public Instant time() {
        return Instant.ofEpochMilli(header.time());
    }

    /** Where the chain stands after this entry. */
    public JournalMark mark() {
        return new JournalMark(sequence(), HexFormat.of().formatHex(hash));
    }
}
