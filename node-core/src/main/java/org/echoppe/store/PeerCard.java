package org.echoppe.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a node says about itself.
 *
 * @param endpoints addresses of its peer port, best first
 * @param role shop or mirror, as its node record says; empty while unknown
 * @param sequence of its newest node record; 0 while there is none
 * @param record the node record as it came, a JWS
 */
public record PeerCard(
        List<String> endpoints,
        String role,
        String software,
        long sequence,
        @Nullable String record) {
    public PeerCard {
        endpoints = List.copyOf(endpoints);
    }

    /** Of a node that has said nothing yet. */
    static PeerCard at(List<String> endpoints) {
        return new PeerCard(endpoints, "", "", 0, null);
    }

    public PeerCard withEndpoints(List<String> newEndpoints) {
        return new PeerCard(newEndpoints, role, software, sequence, record);
    }
}
