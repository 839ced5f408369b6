package org.echoppe.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Set;

/**
 * Sealing a signed word to one key, so that only its length in three steps can be seen: JWE compact, ECDH-ES+A256KW and A256GCM.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7516">RFC 7516</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7518#section-4.6">RFC 7518 §4.6</a>
 */
public final class Sealing {
    /** The longest that is opened, in characters: 64 KiB sealed, with its header. */
    public static final int MAX_LENGTH = 90 * 1024;

    /** What a sealed word is filled up to with spaces, bytes. */
    private static final int[] SIZES = {4 * 1024, 16 * 1024, 64 * 1024};

    private static final Set<String> HEADER = Set.of("alg", "enc", "epk", "kid");
    private static final Set<String> EPHEMERAL = Set.of("kty", "crv", "x", "y");

    private Sealing() {}

    /** Whether {@link #seal} takes it. */
    public static boolean fits(String word) {
        return word.length() <= SIZES[SIZES.length - 1];
    }

    /**
     * Seals a word.
     *
     * @param word JWS compact, so in ASCII
     * @param kid how the opener knows its key
     * @throws IllegalArgumentException when it is longer than 64 KiB
     */
    public static String seal(String word, PublicKey to, String kid) {
        var header = new JWEHeader.Builder(JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM)
                .keyID(kid)
                .build();
        var jwe = new JWEObject(header, new Payload(padded(word)));
        try {
            jwe.encrypt(new ECDHEncrypter(to.point()));
        } catch (JOSEException e) {
            throw new IllegalStateException("this Java cannot seal", e);
        }
        return jwe.serialize();
    }

    private static byte[] padded(String word) {
        byte[] bytes = word.getBytes(US_ASCII);
        for (int size : SIZES) {
            if (bytes.length <= size) {
                byte[] padded = Arrays.copyOf(bytes, size);
                Arrays.fill(padded, bytes.length, size, (byte) ' ');
                return padded;
            }
        }
        throw new IllegalArgumentException("longer than 64 KiB");
    }

    /** @throws BadEnvelope when it is no JWE that names a key */
    static String kid(String compact) throws BadEnvelope {
        if (compact.length() > MAX_LENGTH) {
            throw new BadEnvelope("longer than " + MAX_LENGTH + " characters");
        }
        try {
            String kid = JWEObject.parse(compact).getHeader().getKeyID();
            if (kid != null) {
                return kid;
            }
        } catch (ParseException | IllegalArgumentException | IllegalStateException e) {
            throw new BadEnvelope("it does not open: " + e.getClass().getSimpleName());
        }
        throw new BadEnvelope("sealed to no key");
    }

    /**
     * Opens what was sealed to a key.
     *
     * @param kid what the header has to name
     * @return the word without what it was filled up with
     * @throws BadEnvelope when it was not sealed so, or to another key
     */
    static String open(String compact, KeyPair key, String kid) throws BadEnvelope {
        if (compact.length() > MAX_LENGTH) {
            throw new BadEnvelope("longer than " + MAX_LENGTH + " characters");
        }
        try {
            var jwe = JWEObject.parse(compact);
            check(jwe.getHeader(), kid);
            jwe.decrypt(new ECDHDecrypter((ECPrivateKey) key.getPrivate(), Set.of(), Curve.P_256));
            return unpadded(jwe.getPayload().toBytes());
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException e) {
            // the cause may quote what was inside
            throw new BadEnvelope("it does not open: " + e.getClass().getSimpleName());
        }
    }

    /** Only what is written here may stand in the header: zip, crit, apu and the rest would be somebody's trick. */
    private static void check(JWEHeader header, String kid) throws BadEnvelope {
        if (!header.getIncludedParams().equals(HEADER)) {
            throw new BadEnvelope("header " + header.getIncludedParams());
        }
        if (!JWEAlgorithm.ECDH_ES_A256KW.equals(header.getAlgorithm())
                || !EncryptionMethod.A256GCM.equals(header.getEncryptionMethod())) {
            throw new BadEnvelope("alg " + header.getAlgorithm() + ", enc " + header.getEncryptionMethod());
        }
        if (!(header.getEphemeralPublicKey() instanceof ECKey epk)
                || !Curve.P_256.equals(epk.getCurve())
                || !epk.toJSONObject().keySet().equals(EPHEMERAL)) {
            throw new BadEnvelope("epk");
        }
        if (!kid.equals(header.getKeyID())) {
            throw new BadEnvelope("sealed to another key");
        }
    }

    private static String unpadded(byte[] bytes) throws BadEnvelope {
        if (Arrays.stream(SIZES).noneMatch(size -> size == bytes.length)) {
            throw new BadEnvelope("not filled up to a legal size");
        }
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] == ' ') {
            end--;
        }
        return new String(bytes, 0, end, UTF_8);
    }
}
