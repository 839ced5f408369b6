package org.echoppe.journal;

/**
 * A place in the chain.
 *
 * @param sequence of the entry that ends there, from 1; 0 for the place before all entries
 * @param hash of that entry, 64 hexadecimal digits; empty before all entries
 */
public record JournalMark(long sequence, String hash) {
    public static final JournalMark NOTHING = new JournalMark(0, "");
}
