package org.echoppe.peerport;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.echoppe.domain.Did;
import org.echoppe.domain.EnvelopeId;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.echoppe.guard.AddressPrefix;
import org.echoppe.guard.SecurityJournal;
import org.echoppe.guard.SecurityKind;
import org.echoppe.http.Bodies;
import org.echoppe.http.MailAnswers;
import org.echoppe.http.ProblemJson;
import org.echoppe.identity.BadEnvelope;
import org.echoppe.identity.Jws;
import org.echoppe.orders.Postbox;
import org.echoppe.orders.Relay;
import org.echoppe.orders.Whereabouts;
import org.echoppe.orders.wire.Envelope;
import org.echoppe.store.MailPiece;
import org.echoppe.store.MailState;

/** Sealed envelopes between nodes: left for a merchant, fetched by it, and what became of them. */
final class MailboxRoutes {
    private static final int LEAVING = 50;
    private static final int ASKING = 10;
    private static final int RECEIPT_BYTES = 4 * 1024;

    private final Relay relay;
    private final Postbox postbox;
    private final Callers callers;
    private final SecurityJournal journal;

    MailboxRoutes(Relay relay, Postbox postbox, Callers callers, SecurityJournal journal) {
        this.relay = relay;
        this.postbox = postbox;
        this.callers = callers;
        this.journal = journal;
    }

    void add(RoutesConfig routes) {
        routes.get("/peer/v1/mailboxes/self", this::collect);
        routes.put("/peer/v1/mailboxes/self/{id}", ctx -> orRefuse(ctx, "a receipt", () -> confirm(ctx)));
        routes.post("/peer/v1/mailboxes/{did}", ctx -> orRefuse(ctx, "an envelope", () -> leave(ctx)));
        routes.post("/peer/v1/answers", ctx -> orRefuse(ctx, "an answer", () -> hear(ctx)));
        routes.get("/api/v1/envelopes/{id}", this::look);
    }

    private interface Taking {
        void run() throws BadEnvelope;
    }

    private void orRefuse(Context ctx, String what, Taking taking) {
        try {
            taking.run();
        } catch (BadEnvelope e) {
            journal.record(
                    SecurityKind.SIGNED_WORD_REFUSED, Callers.did(ctx).value(), what, String.valueOf(e.getMessage()));
            ProblemJson.answer(ctx, HttpStatus.UNPROCESSABLE_CONTENT.getCode(), Fault.ENVELOPE_BROKEN);
        } catch (Rejected e) {
            MailAnswers.refuse(ctx, e);
        }
    }

    private void leave(Context ctx) throws BadEnvelope {
        callers.charge(ctx, LEAVING);
        var merchant = RepoRoutes.parsed(ctx.pathParam("did"), Did::new);
        var envelope = Envelope.read(Bodies.bytes(ctx, Envelope.MAX_LENGTH));
        if (!envelope.to().equals(merchant)) {
            throw new BadEnvelope("it is for another");
        }
        var receipt = relay.leave(envelope, Callers.did(ctx), AddressPrefix.of(Callers.address(ctx)));
        if (receipt.isPresent()) {
            ctx.json(Map.of("receipt", receipt.get()));
        } else {
            ctx.status(HttpStatus.ACCEPTED).json(Map.of("state", MailState.AT_MAILBOX.code()));
        }
    }

    private void collect(Context ctx) {
        callers.charge(ctx, ASKING);
        var wait = Duration.ofSeconds(number(ctx, "wait"));
        var mail = postbox.collect(Callers.did(ctx), number(ctx, "after"), wait);
        ctx.contentType("application/json").result(page(mail));
    }

    /** Envelopes are given as they are kept, not read again. */
    private static String page(List<MailPiece> mail) {
        var envelopes =
                mail.stream().map(piece -> new String(piece.body(), UTF_8)).collect(Collectors.joining(","));
        var next = mail.isEmpty() ? "" : ",\"next\":" + mail.getLast().seq();
        return "{\"envelopes\":[" + envelopes + "]" + next + "}";
    }

    private static long number(Context ctx, String name) {
        var text = ctx.queryParam(name);
        try {
            long number = text == null ? 0 : Long.parseLong(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new BadRequestResponse(name);
    }

    private void confirm(Context ctx) throws BadEnvelope {
        callers.charge(ctx, ASKING);
        var id = RepoRoutes.parsed(ctx.pathParam("id"), EnvelopeId::new);
        answer(ctx, relay.confirm(Callers.did(ctx), id, Bodies.text(ctx, RECEIPT_BYTES)));
    }

    private void hear(Context ctx) throws BadEnvelope {
        callers.charge(ctx, LEAVING);
        answer(ctx, relay.hear(Bodies.text(ctx, Jws.MAX_LENGTH)));
    }

    private static void answer(Context ctx, boolean awaited) {
        if (awaited) {
            ctx.json(Map.of("kept", true));
        } else {
            ProblemJson.answer(ctx, HttpStatus.NOT_FOUND.getCode(), "");
        }
    }

    private void look(Context ctx) {
        callers.charge(ctx, ASKING);
        var id = RepoRoutes.parsed(ctx.pathParam("id"), EnvelopeId::new);
        relay.look(id, false)
                .ifPresentOrElse(
                        found -> ctx.json(json(found)),
                        () -> ProblemJson.answer(ctx, HttpStatus.NOT_FOUND.getCode(), ""));
    }

    private static Map<String, Object> json(Whereabouts found) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", found.id().value());
        json.put("state", found.state().code());
        json.put("since", found.since().toString());
        json.put("receipts", found.receipts());
        json.put("answers", found.answers());
        return json;
    }
}
