package org.echoppe.orders.documents;

import org.echoppe.records.Address;

/**
 * To whom an invoice is made out.
 *
 * @param address its parts may be empty where the buyer did not say
 * @param registrationId of a business, in France its SIREN or SIRET; empty for a private person
 * @param vatId of a business; empty for a private person
 */
public record Buyer(String name, Address address, String registrationId, String vatId) {
    /** Businesses are told what late payment costs. */
    boolean business() {
        return !registrationId.isEmpty() || !vatId.isEmpty();
    }

    /** Nothing of a person in a log. */
    @Override
    public String toString() {
        return "Buyer";
    }
}
