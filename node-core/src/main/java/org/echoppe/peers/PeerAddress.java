package org.echoppe.peers;

import java.util.List;
import org.echoppe.domain.Did;

/**
 * Whom to dial, and where.
 *
 * @param did whose key has to answer
 * @param endpoints best first
 * @param given the operator or the own network gave the first of these: it may lie in a private network, or be a name of
 *     something there. The others came from the peer itself
 */
public record PeerAddress(Did did, List<Endpoint> endpoints, boolean given) {
    public PeerAddress {
        endpoints = List.copyOf(endpoints);
    }
}
