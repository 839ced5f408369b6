package org.echoppe.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Set;

/**
 * A word that a shopper's browser signed with the key of one order: JWS compact, ES256, the key in its header. It proves
 * that who speaks is who ordered, and nothing about who that is.
 */
public record ShopperWord(PublicKey key, String json) {
    /** The order itself. */
    public static final String ORDER = "vnd.echoppe.order+jws";

    /** What is said about it later. */
    public static final String WORD = "vnd.echoppe.word+jws";

    private static final Set<String> HEADER = Set.of("alg", "typ", "jwk");
    private static final Set<String> KEY = Set.of("kty", "crv", "x", "y");

    /**
     * Reads and verifies.
     *
     * @throws BadEnvelope when it is signed otherwise, or for another purpose
     */
    public static ShopperWord parse(String compact, String typ) throws BadEnvelope {
        if (!Sealing.fits(compact)) {
            throw new BadEnvelope("longer than 64 KiB");
        }
        try {
            var jws = JWSObject.parse(compact);
            var key = signer(jws.getHeader(), typ);
            if (!jws.verify(new ECDSAVerifier(key.point()))) {
                throw new BadEnvelope("wrong signature");
            }
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(jws.getPayload().toBytes()));
            return new ShopperWord(key, text.toString());
        } catch (ParseException
                | JOSEException
                | CharacterCodingException
                | IllegalArgumentException
                | IllegalStateException e) {
            throw new BadEnvelope("not a JWS: " + e.getClass().getSimpleName());
        }
    }

    private static PublicKey signer(JWSHeader header, String typ) throws BadEnvelope {
        if (!header.getIncludedParams().equals(HEADER)) {
            throw new BadEnvelope("header " + header.getIncludedParams());
        }
        if (!JWSAlgorithm.ES256.equals(header.getAlgorithm())
                || !typ.equals(header.getType().getType())) {
            throw new BadEnvelope("alg " + header.getAlgorithm() + ", typ " + header.getType());
        }
        if (!(header.getJWK() instanceof ECKey jwk)
                || !Curve.P_256.equals(jwk.getCurve())
                || !jwk.toJSONObject().keySet().equals(KEY)) {
            throw new BadEnvelope("jwk");
        }
        return new PublicKey(jwk.getX().toString(), jwk.getY().toString());
    }
}
