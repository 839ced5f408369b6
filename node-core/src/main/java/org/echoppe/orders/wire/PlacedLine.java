package org.echoppe.orders.wire;

import org.echoppe.domain.Cid;
import org.echoppe.domain.RecordKey;
import org.echoppe.identity.BadEnvelope;

/**
 * One line of an order as placed.
 *
 * @param record the very record that the shopper read: its price is what is asked for
 * @param variant the key of a kind; empty for a product that has none
 * @param quantity pieces; thousandths of the measure's unit for loose goods
 */
public record PlacedLine(RecordKey product, Cid record, String variant, long quantity) {
    /** The most of anything in one line, in pieces or thousandths. */
    public static final long MOST = 9_999_000;

    static PlacedLine read(Form form) throws BadEnvelope {
        return new PlacedLine(
                form.parsed("rkey", 512, RecordKey::new),
                form.parsed("cid", 59, Cid::parse),
                form.lineOrNone("variant", 200),
                form.integer("quantity", 1, MOST));
    }
}
