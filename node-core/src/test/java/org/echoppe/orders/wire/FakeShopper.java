package org.echoppe.orders.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.domain.EnvelopeId;
import org.echoppe.domain.OrderId;
import org.echoppe.domain.RecordKey;
import org.echoppe.identity.BadEnvelope;
import org.echoppe.identity.Jws;
import org.echoppe.identity.OpenedReply;
import org.echoppe.identity.PublicKey;
import org.echoppe.identity.Sealing;
import org.echoppe.identity.ShopperWord;
import org.echoppe.repo.Collections;
import org.echoppe.store.RepoStore;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A shopper's browser in Java, with the keys of one order: signs, seals and opens by the JDK, not by our own reading code. */
public final class FakeShopper {
    private static final JsonMapper JSON = new JsonMapper();
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyPair orderKey = pair();
    private final KeyPair replyKey = pair();
    private final byte[] nonce = random(OrderId.NONCE);

    public PublicKey key() {
        return publicKey(orderKey);
    }

    public PublicKey replyKey() {
        return publicKey(replyKey);
    }

    public OrderId id() {
        return OrderId.of(key().thumbprint(), nonce);
    }

    /** What one orders. */
    public record Wish(RecordKey product, Cid record, String variant, long quantity) {}

    /** A legal order for pick-up that is paid in the shop, to be changed by the test. */
    public ObjectNode order(Did to, Cid profile, List<Wish> wishes, long total, Instant now) {
        var json = JSON.createObjectNode();
        json.put("v", 1)
                .put("id", id().value())
                .put("nonce", base64(nonce))
                .put("to", to.value())
                .put("profile", profile.toString());
        var lines = json.putArray("lines");
        for (var wish : wishes) {
            var line = lines.addObject();
            line.put("rkey", wish.product().value())
                    .put("cid", wish.record().toString())
                    .put("quantity", wish.quantity());
            if (!wish.variant().isEmpty()) {
                line.put("variant", wish.variant());
            }
        }
        json.putObject("contact").put("name", "Agnès Martin").put("phone", "+33 6 12 34 56 78");
        json.putObject("fulfilment")
                .put("kind", "pickup")
                .put("from", now.plusSeconds(3_600).toString())
                .put("to", now.plusSeconds(4_500).toString());
        json.put("payment", "inShop").put("note", "Bien cuit, s’il vous plaît").put("lang", "fr");
        json.set("replyKey", jwk(replyKey()));
        json.putArray("replyAt");
        json.putObject("total").put("amount", total).put("currency", "EUR");
        return json.put("createdAt", now.toString());
    }

    /** A later word of this order. */
    public ObjectNode word(long number, String kind, Instant now) {
        return JSON.createObjectNode()
                .put("v", 1)
                .put("order", id().value())
                .put("number", number)
                .put("kind", kind)
                .put("createdAt", now.toString());
    }

    /** Signs with the order key. */
    public String sign(ObjectNode payload, String typ) {
        var header = JSON.createObjectNode().put("alg", "ES256").put("typ", typ);
        header.set("jwk", jwk(key()));
        return sign(header.toString(), payload.toString());
    }

    /** Signs under any header. */
    public String sign(String header, String payload) {
        var input = base64(header.getBytes(UTF_8)) + "." + base64(payload.getBytes(UTF_8));
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(orderKey.getPrivate());
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return input + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** An order in its envelope. */
    public Envelope envelope(ObjectNode order, Did encryptionKey) {
        return envelope(sign(order, ShopperWord.ORDER), order.path("to").stringValue(), encryptionKey);
    }

    /** Any word in an envelope. */
    public Envelope envelope(String word, String to, Did encryptionKey) {
        var jwe = Sealing.seal(word, PublicKey.of(encryptionKey), encryptionKey.value());
        return new Envelope(
                EnvelopeId.of(random(EnvelopeId.LENGTH)),
                new Did(to),
                replyKey().thumbprint(),
                List.of(),
                jwe);
    }

    /** The same with something else in it. */
    public static ObjectNode with(ObjectNode json, Consumer<ObjectNode> change) {
        var copy = json.deepCopy();
        change.accept(copy);
        return copy;
    }

    /** Opens an answer: the merchant's signed reply in it. */
    public Jws open(Answer answer) throws BadEnvelope {
        return OpenedReply.of(answer.jws(), replyKey);
    }

    static ObjectNode jwk(PublicKey key) {
        return JSON.createObjectNode()
                .put("kty", "EC")
                .put("crv", "P-256")
                .put("x", key.x())
                .put("y", key.y());
    }

    private static PublicKey publicKey(KeyPair pair) {
        var point = ((ECPublicKey) pair.getPublic()).getW();
        return new PublicKey(coordinate(point.getAffineX()), coordinate(point.getAffineY()));
    }

    private static String coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
        return base64(fixed);
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return Arrays.copyOf(bytes, length);
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The profile record that this shop publishes now, as one reads it on a page. */
    public static Cid profile(RepoStore repos, Did shop) {
        return repos.record(shop, Collections.keyOf(Collections.PROFILE, RecordKey.SELF))
                .orElseThrow()
                .cid();
    }
}
