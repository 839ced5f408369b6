package org.echoppe.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written.
 *
 * @param kind 1 to 65,535; 0 is the journal's own
 * @param slot whose key seals what is personal; {@link EntryHeader#NO_SLOT} for none
 * @param open what the entry says to whoever reads the file
 * @param personal what it says to whoever has the slot's key; null for nothing
 */
public record NewEntry(int kind, Instant time, long slot, byte[] open, byte @Nullable [] personal) {
    /** Bytes of an entry, with what is around them: an envelope takes 100 KiB at most. */
    public static final int MOST_BYTES = 256 << 10;

    public NewEntry {
        if (kind < 0 || kind > 0xffff || (personal == null) != (slot == EntryHeader.NO_SLOT)) {
            throw new IllegalArgumentException("kind " + kind + ", slot " + slot);
        }
        if (open.length + (personal == null ? 0 : personal.length) > MOST_BYTES - 1_000) {
            throw new IllegalArgumentException("an entry of more than " + MOST_BYTES + " bytes");
        }
    }

    /** Without anything personal. */
    public static NewEntry open(int kind, Instant time, byte[] open) {
        return new NewEntry(kind, time, EntryHeader.NO_SLOT, open, null);
    }

    int sealedLength() {
        return personal == null ? 0 : personal.length + Sealing.OVERHEAD;
    }
}
