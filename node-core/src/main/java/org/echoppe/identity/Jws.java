package org.echoppe.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import java.text.ParseException;
import java.util.Set;
import org.echoppe.domain.Did;
import org.echoppe.repo.P256;
import org.echoppe.repo.Signer;

/** A signed word outside a repository: JWS compact, ES256, one fixed {@code typ} a purpose, {@code kid} the signer's DID. */
public record Jws(Did did, String json) {
    /** What a node says about itself, PROTOCOL §3. */
    public static final String NODE_RECORD = "vnd.echoppe.node+jws";

    /** A shop's address and DID, to be passed on by hand. */
    public static final String INVITATION = "vnd.echoppe.invitation+jws";

    /** That an envelope is in the merchant's journal, PROTOCOL §5. */
    public static final String RECEIPT = "vnd.echoppe.receipt+jws";

    /** A sealed reply on its way, that a holder can check and not read. */
    public static final String ANSWER = "vnd.echoppe.answer+jws";

    /** What the merchant says to an order. */
    public static final String REPLY = "vnd.echoppe.reply+jws";

    /** The longest that is read, in characters. */
    public static final int MAX_LENGTH = 128 * 1024;

    private static final Set<String> HEADER = Set.of("alg", "typ", "kid");

    public static String sign(Signer signer, String typ, String json) {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType(typ))
                .keyID(signer.did().value())
                .build();
        var jws = new JWSObject(header, new Payload(json));
        try {
            jws.sign(new IdentitySigner(signer));
        } catch (JOSEException e) {
            throw new IllegalStateException("an ES256 header was refused", e);
        }
        return jws.serialize();
    }

    /** Reads and verifies. The signer is whoever {@code kid} names, so the caller still compares it with whom it expected. */
    public static Jws parse(String compact, String typ) throws BadJws {
        if (compact.length() > MAX_LENGTH) {
            throw new BadJws("longer than " + MAX_LENGTH + " characters");
        }
        try {
            var jws = JWSObject.parse(compact);
            var did = signer(jws.getHeader(), typ);
            if (!jws.verify(new ECDSAVerifier(P256.publicKey(did)))) {
                throw new BadJws("wrong signature");
            }
            return new Jws(
                    did,
                    UTF_8.newDecoder()
                            .decode(java.nio.ByteBuffer.wrap(jws.getPayload().toBytes()))
                            .toString());
        } catch (ParseException | JOSEException | java.nio.charset.CharacterCodingException e) {
            throw new BadJws("not a JWS: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new BadJws("kid: " + e.getMessage());
        }
    }

    /** Only what is written here may stand in the header: whatever else there is (crit, jwk, zip, b64 …) would be somebody's trick. */
    private static Did signer(JWSHeader header, String typ) throws BadJws {
        if (!header.getIncludedParams().equals(HEADER)) {
            throw new BadJws("header " + header.getIncludedParams());
        }
        if (!JWSAlgorithm.ES256.equals(header.getAlgorithm())) {
            throw new BadJws("alg " + header.getAlgorithm());
        }
        // JOSEObjectType compares without regard to case; a purpose has one spelling.
        if (!typ.equals(header.getType().getType())) {
            throw new BadJws("typ " + header.getType());
        }
        return new Did(header.getKeyID());
    }
}
