package org.echoppe.orders.desk;

import java.util.Optional;
import org.echoppe.orders.documents.Buyer;
import org.echoppe.orders.wire.Fulfilment;
import org.echoppe.orders.wire.PlacedOrder;
import org.echoppe.records.Address;

/**
 * Whom an invoice is made out to, with what the law wants to stand on it; nothing of one who was erased.
 *
 * @param elsewhere where it is brought, when that is not the buyer's own address
 */
record InvoicedTo(Buyer buyer, Optional<Address> elsewhere) {
    private static final Address NOWHERE = new Address("", "", "", "");

    /**
     * @param placed empty when it was erased
     * @param company empty for whoever ordered
     */
    static InvoicedTo of(Optional<PlacedOrder> placed, Optional<Buyer> company) {
        var broughtTo = placed.map(PlacedOrder::fulfilment)
                .filter(Fulfilment.Delivery.class::isInstance)
                .map(fulfilment -> ((Fulfilment.Delivery) fulfilment).address());
        var buyer = company.map(one -> at(one, broughtTo))
                .orElseGet(() -> new Buyer(
                        placed.map(order -> order.contact().name()).orElse(""), broughtTo.orElse(NOWHERE), "", ""));
        return new InvoicedTo(buyer, broughtTo.filter(address -> !address.equals(buyer.address())));
    }

    /** A company that does not say where it is has it brought to its door. */
    private static Buyer at(Buyer company, Optional<Address> broughtTo) {
        boolean said = !company.address().street().isEmpty()
                || !company.address().locality().isEmpty();
        return said
                ? company
                : new Buyer(company.name(), broughtTo.orElse(NOWHERE), company.registrationId(), company.vatId());
    }
}
