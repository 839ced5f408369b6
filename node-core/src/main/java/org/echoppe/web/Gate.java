package org.echoppe.web;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.echoppe.guard.AddressPrefix;
import org.echoppe.guard.RateLimits;
import org.echoppe.guard.SecurityJournal;
import org.echoppe.guard.SecurityKind;

/** What every request passes: the headers that keep a browser safe, then the limits. */
final class Gate {
    private static final int LONGEST_ADDRESS = 4_000;
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
                    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; manifest-src 'self'; "
                            + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Permissions-Policy",
                    "accelerometer=(), camera=(), display-capture=(), geolocation=(self), gyroscope=(), hid=(), "
                            + "magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    private final Caller caller;
    private final RateLimits limits;
    private final SecurityJournal journal;
    private final Clock clock;
    private final boolean trusted;

    /** @param trusted whether browsers trust the certificate: only then may they be told to insist on it */
    Gate(Caller caller, RateLimits limits, SecurityJournal journal, Clock clock, boolean trusted) {
        this.caller = caller;
        this.limits = limits;
        this.journal = journal;
        this.clock = clock;
        this.trusted = trusted;
    }

    void pass(Context ctx) {
        HEADERS.forEach(ctx::header);
        ctx.header("Date", DATE.format(clock.instant()));
        if (trusted) {
            ctx.header("Strict-Transport-Security", "max-age=31536000");
        }
        if (Trouble.isForPrograms(ctx) && !EnvelopeRoutes.isOne(ctx)) {
            ctx.header("Access-Control-Allow-Origin", "*");
            ctx.header("Access-Control-Expose-Headers", "ETag, Retry-After");
            ctx.header("Cross-Origin-Resource-Policy", "cross-origin");
        }
        checkBudget(ctx);
        checkShape(ctx);
    }

    private static void checkShape(Context ctx) {
        boolean posted = EnvelopeRoutes.isPosted(ctx);
        if (!posted && !METHODS.contains(ctx.req().getMethod())) {
            throw new HttpResponseException(HttpStatus.METHOD_NOT_ALLOWED.getCode());
        }
        String query = ctx.queryString();
        if (ctx.path().length() + (query == null ? 0 : query.length()) > LONGEST_ADDRESS) {
            throw new HttpResponseException(HttpStatus.URI_TOO_LONG.getCode());
        }
        if (posted) {
            return; // the one request with a body, which its route bounds
        }
        if (ctx.req().getContentLengthLong() > 0 || ctx.header("Transfer-Encoding") != null) {
            throw new HttpResponseException(HttpStatus.CONTENT_TOO_LARGE.getCode());
        }
    }

    private void checkBudget(Context ctx) {
        var from = caller.of(ctx);
        Duration wait = limits.take(from, cost(ctx.path()));
        if (!wait.isZero()) {
            journal.record(
                    SecurityKind.RATE_LIMITED,
                    AddressPrefix.of(from).toString(),
                    ctx.req().getMethod() + " " + ctx.path(),
                    "more requests than one network may make");
            ctx.header("Retry-After", Long.toString(Math.max(1, wait.toSeconds() + 1)));
            throw new HttpResponseException(HttpStatus.TOO_MANY_REQUESTS.getCode());
        }
    }

    /** A page searches and draws; a file is only sent. */
    private static int cost(String path) {
        if (path.startsWith("/static/") || path.startsWith("/media/") || path.equals("/healthz")) {
            return 1;
        }
        return path.startsWith("/ipfs/") || path.equals("/api/v1/suggest") ? 4 : 10;
    }
}
