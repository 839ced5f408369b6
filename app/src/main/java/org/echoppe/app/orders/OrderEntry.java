package org.echoppe.app.orders;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.echoppe.domain.Money;
import org.echoppe.domain.OrderId;
import org.echoppe.domain.OrderState;
import org.echoppe.orders.desk.ToDo;
import org.echoppe.orders.wire.Fulfilment;
import org.echoppe.records.Measure;

/**
 * One order as the list shows it.
 *
 * @param name of the shopper; empty when it was erased
 * @param delivered whether it is brought, rather than fetched
 * @param way how it comes to the shopper; empty when it was erased
 * @param owes whether something is to be paid back
 * @param writtenOff whether it was handed over, and its transfer is not waited for any more
 * @param returned whether all of it came back before it was paid
 * @param papers numbers of its invoice and credit notes
 * @param seen whether somebody has looked at it as it stands
 */
public record OrderEntry(
        OrderId id,
        String reference,
        String name,
        List<Goods> goods,
        Money total,
        boolean delivered,
        Optional<Fulfilment> way,
        Instant received,
        OrderState state,
        ToDo todo,
        boolean owes,
        boolean writtenOff,
        boolean returned,
        List<String> papers,
        boolean seen) {
    /** @param quantity pieces, or thousandths of the measure's unit */
    public record Goods(String name, long quantity, Optional<Measure> measure) {}

    public OrderEntry {
        goods = List.copyOf(goods);
        papers = List.copyOf(papers);
    }

    /** Nothing of a person in a log. */
    @Override
    public String toString() {
        return "OrderEntry " + reference;
    }
}
