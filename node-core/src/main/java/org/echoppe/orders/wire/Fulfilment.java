package org.echoppe.orders.wire;

import java.time.Instant;
import org.echoppe.identity.BadEnvelope;
import org.echoppe.records.Address;
import tools.jackson.databind.node.ObjectNode;

/** How the goods come to the shopper. */
public sealed interface Fulfilment {
    /** Fetched at the shop, from this instant on and before that one. */
    record Pickup(Instant from, Instant to) implements Fulfilment {}

    /** Brought there. */
    record Delivery(Address address) implements Fulfilment {
        /** Nothing of a person in a log. */
        @Override
        public String toString() {
            return "Delivery";
        }
    }

    /** A kind of a newer program refuses the order: the shop would not know what to do. */
    static Fulfilment read(Form form) throws BadEnvelope {
        return switch (form.line("kind", 20)) {
            case "pickup" -> pickup(form);
            case "delivery" -> new Delivery(address(form.part("address")));
            default -> throw form.wrong("kind");
        };
    }

    private static Pickup pickup(Form form) throws BadEnvelope {
        var pickup = new Pickup(form.instant("from"), form.instant("to"));
        if (!pickup.from.isBefore(pickup.to)) {
            throw form.wrong("to");
        }
        return pickup;
    }

    private static Address address(Form form) throws BadEnvelope {
        return new Address(
                form.line("street", 200),
                form.line("postalCode", 20),
                form.line("locality", 100),
                form.line("country", 2));
    }

    /** Fills the JSON object that {@link #read} reads. */
    default void write(ObjectNode json) {
        switch (this) {
            case Pickup(var from, var to) ->
                json.put("kind", "pickup").put("from", from.toString()).put("to", to.toString());
            case Delivery(var address) -> {
                json.put("kind", "delivery");
                json.putObject("address")
                        .put("street", address.street())
                        .put("postalCode", address.postalCode())
                        .put("locality", address.locality())
                        .put("country", address.country());
            }
        }
    }
}
