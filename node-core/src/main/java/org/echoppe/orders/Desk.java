package org.echoppe.orders;

import java.util.Optional;
import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.echoppe.domain.Thumbprint;
import org.echoppe.orders.wire.Envelope;
import org.echoppe.orders.wire.Receipt;

/** What takes the envelopes of this node's own merchant. */
public interface Desk {
    /** Of a node whose shop takes no orders, or that has none. */
    Desk CLOSED = (_, _) -> {
        throw Rejected.because(Fault.ORDERS_CLOSED);
    };

    /**
     * An envelope that was taken.
     *
     * @param receipt about this very envelope
     * @param reply of the key that answers are sealed to, as the sealed part says it: what stands outside, anybody on the road
     *     can rewrite
     */
    record Taken(Receipt receipt, Thumbprint reply) {}

    /**
     * Takes an envelope, whatever is in it; it is durable when this returns. The same one may come again.
     *
     * @param via the node that brought it; empty for a shopper at this very node
     * @throws Rejected when it cannot be taken now: nothing is kept of it, and it will be brought again
     */
    Taken take(Envelope envelope, Optional<Did> via);
}
