package org.echoppe.store;

import org.jspecify.annotations.Nullable;

/**
 * What the shopkeeper decided about a node.
 *
 * @param verified its DID was given or compared, not just learnt from an answer
 * @param followed its goods are wanted: larger limits, never dropped
 * @param paused not asked for now, and not answered for
 * @param blocked why it is; null when it is not
 */
public record PeerStanding(
        boolean verified,
        boolean followed,
        boolean paused,
        @Nullable String blocked) {
    static final PeerStanding STRANGER = new PeerStanding(false, false, false, null);

    public PeerStanding withVerified(boolean isVerified) {
        return new PeerStanding(isVerified, followed, paused, blocked);
    }

    public PeerStanding withFollowed(boolean isFollowed) {
        return new PeerStanding(verified, isFollowed, paused, blocked);
    }

    public PeerStanding withPaused(boolean isPaused) {
        return new PeerStanding(verified, followed, isPaused, blocked);
    }

    /** Blocked for a reason; null lets it in again. */
    public PeerStanding withBlocked(@Nullable String reason) {
        return new PeerStanding(verified, followed, paused, reason);
    }
}
