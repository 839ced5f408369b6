package org.echoppe.orders.documents;

import org.echoppe.records.Measure;

/** How much of it. */
public sealed interface Quantity {
    record Pieces(long count) implements Quantity {}

    /**
     * Weighed or measured out.
     *
     * @param thousandths of the measure's unit: 350 of a kilo are 350 g
     * @param priced how much the unit price is for
     */
    record Loose(long thousandths, Measure priced) implements Quantity {}
}
