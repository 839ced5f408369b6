package org.echoppe.app.network;

import java.time.Instant;
import org.echoppe.domain.Did;
import org.jspecify.annotations.Nullable;

/**
 * Another shop, or a mirror, as this node knows it.
 *
 * @param name as its signed profile says; empty while there is none
 * @param address of its peer port; empty when it can only call us
 * @param at since when it is away, or when it was last heard; null when it never was
 * @param products how many of its goods are held here
 * @param compared whether the shopkeeper compared its fingerprint, or it came with an invitation
 */
public record KnownShop(
        Did did,
        String name,
        String locality,
        String address,
        String fingerprint,
        Reach reach,
        @Nullable Instant at,
        int products,
        boolean compared) {}
