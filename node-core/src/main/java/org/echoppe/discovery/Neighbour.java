package org.echoppe.discovery;

import java.util.List;
import org.echoppe.domain.Did;
import org.echoppe.peers.Endpoint;

/**
 * A shop that says on the own network to be here. Nothing of it is proved: whose key it is shows when it is called.
 *
 * @param name as it calls itself, made harmless; may be empty
 * @param endpoints where it says to be called; at least one
 */
public record Neighbour(Did did, String name, List<Endpoint> endpoints) {
    public Neighbour {
        endpoints = List.copyOf(endpoints);
    }
}
