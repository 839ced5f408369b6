package org.echoppe.orders.wire;

import java.time.Instant;
import java.util.Optional;
import org.echoppe.domain.Did;
import org.echoppe.domain.EnvelopeId;
import org.echoppe.domain.Thumbprint;
import org.echoppe.identity.BadEnvelope;
import org.echoppe.identity.BadJws;
import org.echoppe.identity.Jws;
import org.echoppe.repo.Signer;

/**
 * The merchant's word that what an envelope says is in its journal, or was seen there; of one that nobody can read, that it came.
 *
 * @param hash of the envelope, see {@link Envelope#hash}
 * @param read whether somebody at the shop has seen it
 * @param reply thumbprint of the key that answers are sealed to, as the sealed part says it; empty where nobody can tell
 * @param jws as it is passed on
 */
public record Receipt(
        Did merchant,
        EnvelopeId envelope,
        String hash,
        boolean read,
        Optional<Thumbprint> reply,
        Instant at,
        String jws) {
    private static final String ARRIVED = "arrived";
    private static final String READ = "read";

    /**
     * What a merchant says of an envelope.
     *
     * @param hash of the envelope as it came
     * @param read whether it was opened, or has only arrived
     * @param reply thumbprint of the key that answers are sealed to; empty where nobody can tell
     */
    public static Receipt sign(
            Signer merchant, EnvelopeId envelope, String hash, boolean read, Optional<Thumbprint> reply, Instant at) {
        var json = Form.blank();
        json.put("v", 1)
                .put("envelope", envelope.value())
                .put("hash", hash)
                .put("state", read ? READ : ARRIVED)
                .put("at", at.toString());
        reply.ifPresent(key -> json.put("reply", key.value()));
        return new Receipt(
                merchant.did(), envelope, hash, read, reply, at, Jws.sign(merchant, Jws.RECEIPT, json.toString()));
    }

    /**
     * Reads and verifies. Whether it is about an envelope held here, and of the merchant that one is to, {@link #ends} tells.
     *
     * @throws BadEnvelope when it is none
     */
    public static Receipt read(String jws) throws BadEnvelope {
        try {
            var signed = Jws.parse(jws, Jws.RECEIPT);
            var form = Form.read(signed.json()).ofVersion1();
            var state = form.line("state", 20);
            if (!state.equals(ARRIVED) && !state.equals(READ)) {
                throw form.wrong("state");
            }
            return new Receipt(
                    signed.did(),
                    form.parsed("envelope", 22, EnvelopeId::new),
                    form.line("hash", 43),
                    state.equals(READ),
                    form.has("reply") ? Optional.of(form.parsed("reply", 43, Thumbprint::new)) : Optional.empty(),
                    form.instant("at"),
                    jws);
        } catch (BadJws e) {
            throw new BadEnvelope("signature: " + e.getMessage());
        }
    }

    /** Whether it ends the retrying of this envelope: of its own merchant, about these very bytes. */
    public boolean ends(Envelope envelope) {
        return ends(envelope.to(), envelope.id(), envelope.hash());
    }

    /** The same for an envelope of which only these were kept. */
    public boolean ends(Did to, EnvelopeId id, String hashOfIt) {
        return merchant.equals(to) && envelope.equals(id) && hash.equals(hashOfIt);
    }
}
