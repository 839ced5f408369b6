package org.echoppe.node;

import java.time.Instant;
import java.util.Optional;
import org.echoppe.domain.Did;
import org.echoppe.domain.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How a node is, without pretending.
 *
 * @param shop the shop's name; null for a mirror
 * @param places null while the ports are closed
 * @param products of this shop
 * @param shops whose products are held here, this one included
 * @param peersReachable of {@code peers}
 * @param syncing how many peers are being asked right now
 * @param lastExchange when a peer last answered a sync
 * @param waiting whether something saved is not published yet
 * @param trouble what keeps the shop from publishing
 */
public record NodeStatus(
        Did did,
        @Nullable String shop,
        @Nullable Places places,
        int products,
        int shops,
        int peers,
        int peersReachable,
        int syncing,
        Optional<Instant> lastExchange,
        boolean waiting,
        Optional<Problem> trouble) {}
