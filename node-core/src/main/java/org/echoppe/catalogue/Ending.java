package org.echoppe.catalogue;

/** What a computed price ends in, as its last digit in the currency's smallest coin. */
public enum Ending {
    /** Any: 4.57. */
    CENT(1, 0),
    /** A nought or a five: 4.55. */
    FIVE(5, 0),
    /** A nought: 4.60. */
    TEN(10, 0),
    /** A nine: 4.59. */
    NINE(10, 9);

    private final long step;
    private final long offset;

    Ending(long step, long offset) {
        this.step = step;
        this.offset = offset;
    }

    /**
     * The amount with this ending that is nearest to {@code numerator / denominator}, rounded once; of two as near the
     * higher; none below zero for what is not below zero.
     *
     * @param numerator within ±10^17
     * @param denominator 1 to 10,000
     */
    long nearest(long numerator, long denominator) {
        long twice = 2 * (numerator - offset * denominator) + step * denominator;
        long amount = offset + step * Math.floorDiv(twice, 2 * step * denominator);
        return amount < 0 && numerator >= 0 ? amount + step : amount;
    }
}
