package org.echoppe.store;

import java.time.Instant;
import java.util.List;
import org.echoppe.domain.Did;
import org.jspecify.annotations.Nullable;

/**
 * A node this one knows.
 *
 * @param endpoints addresses of its peer port, best first
 * @param role shop or mirror, as its node record says; empty while unknown
 * @param sequence of its newest node record; 0 while there is none
 * @param record the node record as it came, a JWS
 * @param verified its DID was given or compared, not just learnt from an answer
 * @param followed the shopkeeper wants its goods: larger limits, never dropped
 * @param paused not asked for now
 * @param blocked why it is; null when it is not
 * @param failures in a row
 * @param nextTry not before then; null for at once
 */
public record PeerRow(
        Did did,
        List<String> endpoints,
        String role,
        String software,
        long sequence,
        @Nullable String record,
        PeerSource source,
        boolean verified,
        boolean followed,
        boolean paused,
        @Nullable String blocked,
        @Nullable Instant lastContact,
        int failures,
        @Nullable Instant nextTry,
        Instant addedAt) {
    public PeerRow {
        endpoints = List.copyOf(endpoints);
    }

    /** A peer just heard of. */
    public static PeerRow found(Did did, List<String> endpoints, PeerSource source, boolean verified, Instant now) {
        return new PeerRow(did, endpoints, "", "", 0, null, source, verified, false, false, null, null, 0, null, now);
    }

    public PeerRow withEndpoints(List<String> newEndpoints) {
        return new PeerRow(
                did,
                newEndpoints,
                role,
                software,
                sequence,
                record,
                source,
                verified,
                followed,
                paused,
                blocked,
                lastContact,
                failures,
                nextTry,
                addedAt);
    }

    /** After a newer node record. */
    public PeerRow described(
            List<String> newEndpoints, String newRole, String newSoftware, long newSequence, String newRecord) {
        return new PeerRow(
                did,
                newEndpoints,
                newRole,
                newSoftware,
                newSequence,
                newRecord,
                source,
                verified,
                followed,
                paused,
                blocked,
                lastContact,
                failures,
                nextTry,
                addedAt);
    }

    /** After an answer. */
    public PeerRow reached(Instant now) {
        return new PeerRow(
                did, endpoints, role, software, sequence, record, source, verified, followed, paused, blocked, now, 0,
                null, addedAt);
    }

    /** After a call that failed. */
    public PeerRow failed(Instant retryAt) {
        return new PeerRow(
                did,
                endpoints,
                role,
                software,
                sequence,
                record,
                source,
                verified,
                followed,
                paused,
                blocked,
                lastContact,
                failures + 1,
                retryAt,
                addedAt);
    }

    public PeerRow withVerified(boolean isVerified) {
        return new PeerRow(
                did,
                endpoints,
                role,
                software,
                sequence,
                record,
                source,
                isVerified,
                followed,
                paused,
                blocked,
                lastContact,
                failures,
                nextTry,
                addedAt);
    }

    public PeerRow withFollowed(boolean isFollowed) {
        return new PeerRow(
                did,
                endpoints,
                role,
                software,
                sequence,
                record,
                source,
                verified,
                isFollowed,
                paused,
                blocked,
                lastContact,
                failures,
                nextTry,
                addedAt);
    }

    public PeerRow withPaused(boolean isPaused) {
        return new PeerRow(
                did,
                endpoints,
                role,
                software,
                sequence,
                record,
                source,
                verified,
                followed,
                isPaused,
                blocked,
                lastContact,
                failures,
                nextTry,
                addedAt);
    }

    /** Blocked for a reason; null lets it in again. */
    public PeerRow withBlocked(@Nullable String reason) {
        return new PeerRow(
                did,
                endpoints,
                role,
                software,
                sequence,
                record,
                source,
                verified,
                followed,
                paused,
                reason,
                lastContact,
                failures,
                nextTry,
                addedAt);
    }
}
