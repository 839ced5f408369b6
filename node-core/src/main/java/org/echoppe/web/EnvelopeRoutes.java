package org.echoppe.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.ServiceUnavailableResponse;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
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
import org.echoppe.orders.Relay;
import org.echoppe.orders.wire.Envelope;
import org.echoppe.web.answer.Answers;

/**
 * Sealed orders: the one thing that a shopper can leave. It is left by this node's own page or by a program, and not by a
 * page of another site; so there is no CORS here.
 */
final class EnvelopeRoutes {
    static final String PATH = "/api/v1/envelopes";
    private static final String ONE = PATH + "/{id}";
    private static final String WORK = "Echoppe-Work";
    /** Bodies in memory at the same time. */
    private static final int AT_ONCE = 64;

    private final Relay relay;
    private final OrderLimits limits;
    private final Caller caller;
    private final SecurityJournal journal;
    private final Semaphore places = new Semaphore(AT_ONCE);

    EnvelopeRoutes(Relay relay, OrderLimits limits, Caller caller, SecurityJournal journal) {
        this.relay = relay;
        this.limits = limits;
        this.caller = caller;
        this.journal = journal;
    }

    /** Whether the address is one of these. */
    static boolean isOne(Context ctx) {
        return ctx.path().equals(PATH) || ctx.path().startsWith(PATH + "/");
    }

    /** Whether it is the one request that may have a body. */
    static boolean isPosted(Context ctx) {
        return ctx.req().getMethod().equals("POST") && ctx.path().equals(PATH);
    }

    /** For the description. */
    List<ApiRoute> table() {
        return List.of(
                new ApiRoute(
                        PATH,
                        "postEnvelope",
                        List.of(),
                        Answers.Posted.class,
                        null,
                        Answers.SealedEnvelope.class,
                        _ -> {
                            throw new IllegalStateException("answered by its own route");
                        }),
                ApiRoute.whole(ONE, "getEnvelope", List.of(), Answers.Whereabouts.class, this::look));
    }

    void add(RoutesConfig routes) {
        routes.post(PATH, this::post);
        routes.get(ONE, ctx -> Documents.send(ctx, "application/json", Json.MAPPER.writeValueAsBytes(look(ctx))));
    }

    private Record look(Context ctx) {
        var found = relay.look(id(ctx), true).orElseThrow(NotFoundResponse::new);
        return new Answers.Whereabouts(
                found.id().value(), found.state().code(), found.since().toString(), found.receipts(), found.answers());
    }

    private static EnvelopeId id(Context ctx) {
        try {
            return new EnvelopeId(ctx.pathParam("id"));
        } catch (IllegalArgumentException e) {
            throw new NotFoundResponse();
        }
    }

    private void post(Context ctx) {
        ctx.header("Cache-Control", "no-store").header("Vary", "Accept-Language");
        if (isForeign(ctx)) {
            ProblemJson.answer(ctx, HttpStatus.FORBIDDEN.getCode(), Fault.FOREIGN_PAGE);
            return;
        }
        if (!Envelope.TYPE.equals(ctx.contentType())) {
            ProblemJson.answer(ctx, HttpStatus.UNSUPPORTED_MEDIA_TYPE.getCode(), Fault.ENVELOPE_BROKEN);
            return;
        }
        if (!places.tryAcquire()) {
            ctx.header("Retry-After", "5");
            throw new ServiceUnavailableResponse();
        }
        try {
            take(ctx, caller.of(ctx));
        } catch (BadEnvelope e) {
            ProblemJson.answer(ctx, HttpStatus.UNPROCESSABLE_CONTENT.getCode(), Fault.ENVELOPE_BROKEN);
        } catch (ContentTooLargeResponse e) {
            ProblemJson.answer(ctx, HttpStatus.CONTENT_TOO_LARGE.getCode(), Fault.ENVELOPE_BROKEN);
        } catch (Rejected e) {
            MailAnswers.refuse(ctx, e);
        } finally {
            places.release();
        }
    }

    private void take(Context ctx, InetAddress from) throws BadEnvelope {
        byte[] body = Bodies.bytes(ctx, Envelope.MAX_LENGTH);
        var wait = limits.take(from, Math.max(1, body.length));
        if (!wait.isZero()) {
            note(from, "its network leaves too many orders");
            ctx.header("Retry-After", Long.toString(wait.toSeconds() + 1));
            ProblemJson.answer(ctx, HttpStatus.TOO_MANY_REQUESTS.getCode(), Fault.TOO_MANY_ORDERS);
            return;
        }
        var envelope = Envelope.read(body);
        if (limits.wantsWork(from, envelope.to(), envelope.id(), ctx.header(WORK))) {
            Map<String, Object> wanted = Map.of(
                    "salt", limits.work().salt(from), "bits", limits.work().bits());
            ProblemJson.answerWith(ctx, HttpStatus.TOO_MANY_REQUESTS.getCode(), Fault.WORK_WANTED, wanted);
            return;
        }
        var state = relay.post(envelope, AddressPrefix.of(from));
        ctx.status(HttpStatus.ACCEPTED).json(new Answers.Posted(envelope.id().value(), state.code()));
    }

    private void note(InetAddress from, String why) {
        journal.record(SecurityKind.RATE_LIMITED, AddressPrefix.of(from).text(), "POST " + PATH, why);
    }

    /** A browser says which page sends; what says nothing is no browser, and can do no more than its own address allows. */
    private static boolean isForeign(Context ctx) {
        var site = ctx.header("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin");
        }
        var origin = ctx.header("Origin");
        return origin != null && !origin.replaceFirst("^https?://", "").equalsIgnoreCase(ctx.host());
    }
}
