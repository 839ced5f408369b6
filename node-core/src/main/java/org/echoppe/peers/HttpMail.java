package org.echoppe.peers;

import static java.net.http.HttpRequest.BodyPublishers.ofByteArray;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.echoppe.domain.Did;
import org.echoppe.domain.EnvelopeId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The calls about sealed envelopes over HTTP. */
final class HttpMail implements MailClient {
    private static final JsonMapper JSON = new JsonMapper();
    /** A page of envelopes, or all answers to one: more than the other side may give. */
    private static final int PAGE_BYTES = 4 << 20;

    private static final int RECEIPT_BYTES = 16 * 1024;

    private final PeerCall calls;

    HttpMail(PeerCall calls) {
        this.calls = calls;
    }

    @Override
    public Left leave(PeerAddress peer, Did merchant, byte[] envelope) throws PeerFailed {
        return calls.send(
                peer,
                "POST",
                "/peer/v1/mailboxes/" + merchant,
                "application/vnd.echoppe.envelope+json",
                ofByteArray(envelope),
                PeerCall.small(RECEIPT_BYTES),
                body -> new Left(receipt(json(body))));
    }

    private static @Nullable String receipt(JsonNode json) {
        var receipt = json.path("receipt").stringValue("");
        return receipt.isEmpty() ? null : receipt;
    }

    @Override
    public Held held(PeerAddress peer, EnvelopeId id) throws PeerFailed {
        return calls.get(peer, "/api/v1/envelopes/" + id, PeerCall.small(PAGE_BYTES), body -> {
            var json = json(body);
            return new Held(texts(json.path("receipts")), texts(json.path("answers")));
        });
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(text -> text.stringValue("")).toList();
    }

    @Override
    public Mail mail(PeerAddress peer, long after, Duration wait) throws PeerFailed {
        var path = "/peer/v1/mailboxes/self?after=" + after + "&wait=" + wait.toSeconds();
        var cost = new PeerCall.Cost(PAGE_BYTES, wait.plusSeconds(10), Duration.ofSeconds(60));
        return calls.get(peer, path, cost, body -> {
            var json = json(body);
            var envelopes = json.path("envelopes")
                    .valueStream()
                    .map(envelope -> envelope.toString().getBytes(UTF_8))
                    .toList();
            var next = json.path("next");
            return new Mail(envelopes, next.canConvertToLong() ? next.longValue() : null);
        });
    }

    @Override
    public void confirm(PeerAddress peer, EnvelopeId id, String receipt) throws PeerFailed {
        word(peer, "PUT", "/peer/v1/mailboxes/self/" + id, receipt);
    }

    @Override
    public void tell(PeerAddress peer, String word) throws PeerFailed {
        word(peer, "POST", "/peer/v1/answers", word);
    }

    private void word(PeerAddress peer, String method, String path, String word) throws PeerFailed {
        calls.send(
                peer,
                method,
                path,
                "application/jose",
                ofByteArray(word.getBytes(US_ASCII)),
                PeerCall.small(RECEIPT_BYTES),
                Body::bytes);
    }

    private static JsonNode json(Body body) throws IOException, PeerFailed {
        try {
            return JSON.readTree(body.bytes());
        } catch (JacksonException e) {
            throw new PeerFailed(PeerFailed.Kind.BROKEN, "an answer that is no JSON", e);
        }
    }
}
