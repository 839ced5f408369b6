package org.echoppe.store;

import java.time.Instant;
import java.util.Arrays;
import org.echoppe.domain.Money;

/**
 * A sale at the counter.
 *
 * @param id as whoever sold named it: the same one twice is one sale
 * @param sequence its entry in the journal
 * @param lines DAG-CBOR of what was sold
 */
public record SaleRow(
        String id,
        long sequence,
        int receiptYear,
        long receiptNumber,
        Money total,
        String paid,
        byte[] lines,
        Instant soldAt) {
    @Override
    public boolean equals(Object other) {
        return other instanceof SaleRow row
                && id.equals(row.id)
                && sequence == row.sequence
                && receiptYear == row.receiptYear
                && receiptNumber == row.receiptNumber
                && total.equals(row.total)
                && paid.equals(row.paid)
                && Arrays.equals(lines, row.lines)
                && soldAt.equals(row.soldAt);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
