package org.echoppe.orders.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.echoppe.domain.Did;
import org.echoppe.domain.EnvelopeId;
import org.echoppe.domain.Sha256;
import org.echoppe.domain.Thumbprint;
import org.echoppe.identity.BadEnvelope;
import org.echoppe.identity.Sealing;

/**
 * What a relay may see of an order: whom it is for, and where answers may wait.
 *
 * @param reply of the key that answers will be sealed to
 * @param replyAt nodes where answers may wait, at most 4
 * @param jwe what only the merchant can open
 */
public record Envelope(EnvelopeId id, Did to, Thumbprint reply, List<Did> replyAt, String jwe) {
    /** Its media type. */
    public static final String TYPE = "application/vnd.echoppe.envelope+json";

    /** The longest that is read, bytes. */
    public static final int MAX_LENGTH = 96 * 1024;

    static final int MOST_REPLY_AT = 4;
    static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]*){4}");

    public Envelope {
        replyAt = List.copyOf(replyAt);
    }

    /**
     * Reads one. Whether it opens, only the merchant can tell.
     *
     * @throws BadEnvelope when it is none, or too long
     */
    public static Envelope read(byte[] json) throws BadEnvelope {
        if (json.length > MAX_LENGTH) {
            throw new BadEnvelope("longer than " + MAX_LENGTH + " bytes");
        }
        var form = Form.read(new String(json, UTF_8)).ofVersion1();
        return new Envelope(
                form.parsed("id", 22, EnvelopeId::new),
                form.parsed("to", 80, Did::new),
                form.parsed("reply", 43, Thumbprint::new),
                form.texts("replyAt", MOST_REPLY_AT, Did::new),
                form.parsed("jwe", Sealing.MAX_LENGTH, Envelope::compact));
    }

    static String compact(String jwe) {
        if (!COMPACT.matcher(jwe).matches()) {
            throw new IllegalArgumentException("not a compact JWE");
        }
        return jwe;
    }

    /** In the one way it is kept and passed on. */
    public byte[] toJson() {
        var json = Form.blank();
        json.put("v", 1).put("id", id.value()).put("to", to.value()).put("reply", reply.value());
        var nodes = json.putArray("replyAt");
        replyAt.forEach(node -> nodes.add(node.value()));
        return json.put("jwe", jwe).toString().getBytes(UTF_8);
    }

    /** What a receipt names: the SHA-256 of the sealed part, base64url. */
    public String hash() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(jwe.getBytes(US_ASCII)));
    }
}
