package org.echoppe.app.orders;

import java.util.List;
import java.util.Optional;
import org.echoppe.domain.Money;
import org.echoppe.orders.desk.Happening;
import org.echoppe.orders.wire.Contact;
import org.echoppe.orders.wire.Payment;
import org.echoppe.records.Measure;

/**
 * All about one order.
 *
 * @param contact empty when it was erased
 * @param note of the shopper; may be empty
 * @param awaitsTransfer whether a transfer for what stays is still waited for
 * @param fee for bringing it
 * @param due what is to be paid for what stays, paid or not
 * @param terms what is known of the legal texts that were accepted
 * @param invoice its number; empty before there is one
 * @param creditNotes their numbers, the oldest first
 * @param earlier other orders of the same contact, the newest first
 */
public record OrderDetail(
        OrderEntry entry,
        List<Line> lines,
        Optional<Contact> contact,
        String note,
        Payment payment,
        boolean paid,
        boolean awaitsTransfer,
        Money fee,
        Money owed,
        Money due,
        Terms terms,
        Optional<String> invoice,
        List<String> creditNotes,
        List<Happening> story,
        List<OrderEntry> earlier) {
    /** The legal texts that the shopper accepted. */
    public enum Terms {
        /** Those of today. */
        TODAYS,
        /** Others than those of today. */
        EARLIER,
        /** Never the shop's, or of an order from before they were kept. */
        UNKNOWN
    }

    /**
     * What was asked for.
     *
     * @param accepted of it, or what could be given as long as nothing is decided
     * @param each price of one piece, or of the measure
     * @param back whether it was given back
     * @param left pieces in stock; empty where they are not counted
     */
    public record Line(
            String name,
            long quantity,
            long accepted,
            Optional<Measure> measure,
            Money each,
            Money total,
            boolean back,
            Optional<Long> left) {
        /** Whether the shopper has some of it. */
        boolean stays() {
            return accepted > 0 && !back;
        }
    }

    public OrderDetail {
        lines = List.copyOf(lines);
        creditNotes = List.copyOf(creditNotes);
        story = List.copyOf(story);
        earlier = List.copyOf(earlier);
    }

    /** Whether it is brought to the shopper. */
    boolean isDelivered() {
        return entry.delivered();
    }

    /** Nothing of a person in a log. */
    @Override
    public String toString() {
        return "OrderDetail " + entry.reference();
    }
}
