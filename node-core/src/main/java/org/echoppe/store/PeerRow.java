package org.echoppe.store;

import java.time.Instant;
import java.util.List;
import org.echoppe.domain.Did;

/**
 * A node this one knows.
 *
 * @param source how this node first heard of it
 */
public record PeerRow(
        Did did, PeerCard card, PeerSource source, PeerStanding standing, PeerContact contact, Instant addedAt) {

    /** A peer just heard of. */
    public static PeerRow found(Did did, List<String> endpoints, PeerSource source, boolean verified, Instant now) {
        var standing = PeerStanding.STRANGER.withVerified(verified);
        return new PeerRow(did, PeerCard.at(endpoints), source, standing, PeerContact.NONE, now);
    }

    /** Addresses of its peer port, best first. */
    public List<String> endpoints() {
        return card.endpoints();
    }

    public boolean isBlocked() {
        return standing.blocked() != null;
    }

    public PeerRow with(PeerCard newCard) {
        return new PeerRow(did, newCard, source, standing, contact, addedAt);
    }

    public PeerRow with(PeerSource newSource) {
        return new PeerRow(did, card, newSource, standing, contact, addedAt);
    }

    public PeerRow with(PeerStanding newStanding) {
        return new PeerRow(did, card, source, newStanding, contact, addedAt);
    }

    public PeerRow with(PeerContact newContact) {
        return new PeerRow(did, card, source, standing, newContact, addedAt);
    }

    /** After an answer. */
    public PeerRow reached(Instant now) {
        return with(new PeerContact(now, 0, null));
    }

    /** After a call that failed. */
    public PeerRow failed(Instant retryAt) {
        return with(new PeerContact(contact.last(), contact.failures() + 1, retryAt));
    }
}
