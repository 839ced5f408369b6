package org.echoppe.store;

import java.time.Instant;
import java.util.Optional;

/**
 * How many orders wait for the shop, and for what.
 *
 * @param oldest when the one came that waits longest for an answer; empty where none does
 * @param toDecide accepted orders that their shoppers ask to cancel
 * @param toPrepare without those
 * @param toCollect handed over, and the transfer is still to come
 */
public record OrderTally(
        int toAnswer, Optional<Instant> oldest, int toDecide, int toPrepare, int toRefund, int toCollect) {
    public static final OrderTally NONE = new OrderTally(0, Optional.empty(), 0, 0, 0, 0);
}
