package org.echoppe.orders.wire;

import java.time.Instant;
import org.echoppe.domain.Did;
import org.echoppe.domain.EnvelopeId;
import org.echoppe.domain.Thumbprint;
import org.echoppe.identity.BadEnvelope;
import org.echoppe.identity.BadJws;
import org.echoppe.identity.Jws;
import org.echoppe.identity.PublicKey;
import org.echoppe.identity.Sealing;
import org.echoppe.repo.Signer;

/**
 * A merchant's sealed reply on the road: who holds it can check from whom and for which key it is, and not read it.
 *
 * @param number 1, 2, … of the answers of one order
 * @param jws as it is passed on
 */
public record Answer(Did merchant, EnvelopeId id, Thumbprint reply, long number, Instant at, String jws) {

    /**
     * Seals a reply.
     *
     * @param reply JSON of PROTOCOL §5, which names the order, this number and this key as well
     */
    public static Answer seal(Signer merchant, EnvelopeId id, PublicKey to, long number, Instant at, String reply) {
        var thumbprint = to.thumbprint();
        var inside = Jws.sign(merchant, Jws.REPLY, reply);
        var json = Form.blank();
        json.put("v", 1)
                .put("id", id.value())
                .put("reply", thumbprint.value())
                .put("number", number)
                .put("at", at.toString())
                .put("jwe", Sealing.seal(inside, to, thumbprint.value()));
        return new Answer(merchant.did(), id, thumbprint, number, at, Jws.sign(merchant, Jws.ANSWER, json.toString()));
    }

    /**
     * Reads and verifies.
     *
     * @throws BadEnvelope when it is none
     */
    public static Answer read(String jws) throws BadEnvelope {
        try {
            var signed = Jws.parse(jws, Jws.ANSWER);
            var form = Form.read(signed.json()).ofVersion1();
            form.parsed("jwe", Sealing.MAX_LENGTH, Envelope::compact);
            return new Answer(
                    signed.did(),
                    form.parsed("id", 22, EnvelopeId::new),
                    form.parsed("reply", 43, Thumbprint::new),
                    form.integer("number", 1, Integer.MAX_VALUE),
                    form.instant("at"),
                    jws);
        } catch (BadJws e) {
            throw new BadEnvelope("signature: " + e.getMessage());
        }
    }
}
