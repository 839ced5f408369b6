package org.echoppe.store;

import java.time.Instant;
import java.util.Optional;

/**
 * How many orders wait for the shop, and for what.
 *
 * @param oldest when the one came that waits longest for an answer; empty where none does
 */
public record OrderTally(int toAnswer, Optional<Instant> oldest, int toPrepare, int toRefund) {
    public static final OrderTally NONE = new OrderTally(0, Optional.empty(), 0, 0);
}
