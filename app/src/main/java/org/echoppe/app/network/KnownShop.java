package org.echoppe.app.network;

import java.time.Instant;
import org.echoppe.domain.Did;
import org.jspecify.annotations.Nullable;

/**
 * Another shop, or a mirror, as this node knows it.
 *
 * @param name as its signed profile says; empty while there is none
 * @param address of its peer port; empty when it can only call us
 * @param at since when it is away, or when it was last compared with; null when it never was
 * @param lastContact when it last answered; null when it never did
 */
public record KnownShop(
        Did did,
        String name,
        String locality,
        String address,
        String fingerprint,
        Reach reach,
        @Nullable Instant at,
        @Nullable Instant lastContact,
        Held held,
        Chosen chosen) {
    /**
     * What is held of it here.
     *
     * @param bytes on this disk, without pictures
     */
    public record Held(int products, long bytes) {}

    /**
     * What the shopkeeper decided about it.
     *
     * @param compared its fingerprint was compared, or it came with an invitation
     * @param blocked why; null when it is not
     */
    public record Chosen(
            boolean compared,
            boolean followed,
            boolean paused,
            @Nullable String blocked) {}

    public KnownShop with(Reach newReach, Chosen newChosen) {
        return new KnownShop(did, name, locality, address, fingerprint, newReach, at, lastContact, held, newChosen);
    }
}
