package org.echoppe.store;

/**
 * The last entry of the journal that the tables show.
 *
 * @param sequence 0 for none
 * @param hash 64 hexadecimal digits; empty for none
 */
public record AppliedEntry(long sequence, String hash) {
    public static final AppliedEntry NONE = new AppliedEntry(0, "");
}
