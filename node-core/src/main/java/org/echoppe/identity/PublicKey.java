package org.echoppe.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.security.interfaces.ECPublicKey;
import java.util.regex.Pattern;
import org.echoppe.domain.Did;
import org.echoppe.domain.Sha256;
import org.echoppe.domain.Thumbprint;
import org.echoppe.repo.P256;

/**
 * A shopper's P-256 key as JOSE writes it: a point of the curve, base64url coordinates of 32 bytes each.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7517">RFC 7517</a>
 */
public record PublicKey(String x, String y) {
    private static final Pattern COORDINATE = Pattern.compile("[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]");

    /** @throws IllegalArgumentException when it is no point of the curve, or written otherwise */
    public PublicKey {
        if (!COORDINATE.matcher(x).matches() || !COORDINATE.matcher(y).matches()) {
            throw new IllegalArgumentException("not the coordinates of a P-256 key");
        }
        // checks that the point lies on the curve
        P256.did(point(x, y));
    }

    /** @throws IllegalArgumentException when no point of the curve has this name */
    public static PublicKey of(Did did) {
        return of(P256.publicKey(did));
    }

    private static PublicKey of(ECPublicKey key) {
        var jwk = new ECKey.Builder(Curve.P_256, key).build();
        return new PublicKey(jwk.getX().toString(), jwk.getY().toString());
    }

    ECPublicKey point() {
        return point(x, y);
    }

    private static ECPublicKey point(String x, String y) {
        try {
            return new ECKey.Builder(Curve.P_256, new Base64URL(x), new Base64URL(y))
                    .build()
                    .toECPublicKey();
        } catch (com.nimbusds.jose.JOSEException | IllegalStateException e) {
            throw new IllegalArgumentException("not a P-256 key", e);
        }
    }

    /** The same point as a did:key. */
    public Did did() {
        return P256.did(point());
    }

    /** The key by its hash, members in the order of RFC 7638 §3.2. */
    public Thumbprint thumbprint() {
        var canonical = "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"" + x + "\",\"y\":\"" + y + "\"}";
        return Thumbprint.of(Sha256.of(canonical.getBytes(US_ASCII)));
    }
}
