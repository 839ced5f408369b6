package org.echoppe.peers;

import java.time.Duration;
import java.util.List;
import org.echoppe.domain.Did;
import org.echoppe.domain.EnvelopeId;
import org.jspecify.annotations.Nullable;

/**
 * What a node asks of another about sealed envelopes (PROTOCOL §5). What is brought is bounded and not verified: who asked
 * knows which envelope it is about. Over the wire it is {@link HttpPeerClient}.
 */
public interface MailClient {
    /**
     * What became of an envelope that was left.
     *
     * @param receipt the merchant's word, unread; null where it only waits for the merchant
     */
    record Left(@Nullable String receipt) {}

    /** What a node holds about an envelope: words of the merchant, unread. */
    record Held(List<String> receipts, List<String> answers) {}

    /**
     * Envelopes for the caller, unread, oldest first.
     *
     * @param next what to ask with for those behind these; null where these are all
     */
    record Mail(List<byte[]> envelopes, @Nullable Long next) {}

    /** Leaves an envelope for a merchant: the peer itself, or one whose mail it keeps. */
    Left leave(PeerAddress peer, Did merchant, byte[] envelope) throws PeerFailed;

    /** @throws PeerFailed {@link PeerFailed.Kind#NOT_HELD} when the peer does not know the envelope */
    Held held(PeerAddress peer, EnvelopeId id) throws PeerFailed;

    /**
     * Collects the own mail.
     *
     * @param after 0, or what the page before said
     * @param wait for the first envelope to come; at most 55 seconds
     */
    Mail mail(PeerAddress peer, long after, Duration wait) throws PeerFailed;

    /** Gives the receipt for an envelope that was collected. */
    void confirm(PeerAddress peer, EnvelopeId id, String receipt) throws PeerFailed;

    /** Tells an answer or a receipt to a node where it may wait. */
    void tell(PeerAddress peer, String word) throws PeerFailed;
}
