package org.echoppe.orders.desk;

import java.time.Instant;
import java.util.List;
import org.echoppe.domain.OrderState;

/**
 * One thing that happened to an order.
 *
 * @param state where it stood afterwards
 * @param words what was said with it; empty for nothing, and for what was erased
 * @param changes why it was answered "changed"; empty for all else
 */
public record Happening(Instant when, Kind kind, OrderState state, String words, List<Told> changes) {
    /** What it was. */
    public enum Kind {
        PLACED,
        /** The shop moved it on. */
        MOVED,
        ACCEPTED_BY_ITSELF,
        /** The shopper agreed to what was otherwise, cancelled or withdrew. */
        MOVED_BY_SHOPPER,
        /** The shopper withdrew from some lines. */
        WITHDRAWN_IN_PART,
        /** The shop gives less than it had accepted. */
        GIVEN_LESS,
        /** The shopper would withdraw, and could not. */
        WITHDRAWAL_REFUSED,
        /** The transfer came. */
        PAID,
        /** The shop gave up a transfer that did not come. */
        WRITTEN_OFF,
        /** The shop waits for it after all. */
        AWAITED_AGAIN,
        REFUNDED,
        /** The shop was read to have looked at it. */
        SEEN,
        /** The shopper would cancel what the shop has accepted. */
        ASKED_TO_CANCEL,
        SAID_BY_SHOP,
        SAID_BY_SHOPPER
    }

    /**
     * A change as it was told.
     *
     * @param line the name of what was ordered; empty for the whole order
     * @param was as the shopper saw it, amounts in minor units; empty where there is nothing to compare
     * @param now as it was then; empty where there is nothing
     */
    public record Told(String line, Change.What what, String was, String now) {}

    public Happening {
        changes = List.copyOf(changes);
    }

    /** Nothing of a person in a log. */
    @Override
    public String toString() {
        return kind + " " + when;
    }
}
