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
import java.util.regex.Pattern;
import org.echoppe.guard.AddressPrefix;
import org.echoppe.guard.RateLimits;
import org.echoppe.guard.SecurityJournal;
import org.echoppe.guard.SecurityKind;
import org.echoppe.search.ListingQuery;

/** What every request passes: the headers that keep a browser safe, then the limits. */
final class Gate {
    private static final int LONGEST_ADDRESS = 4_000;
    /** Listings that cost as much to put in order as a file to send. */
    private static final int PUT_IN_ORDER_AT_ONCE = 100;

    /** What guessing at misspelt words costs: some dozens of searches. */
    static final int GUESSING = 30;
    /** What it costs to count many listings once more, beside those that a page shows: as much as a page. */
    static final int COUNTING = 10;

    private static final String CHARGED = "echoppe.charged";
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,6}");
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
    private volatile Dated dated = new Dated(Long.MIN_VALUE, "");

    private record Dated(long second, String text) {}

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
        ctx.header("Date", date());
        if (trusted) {
            ctx.header("Strict-Transport-Security", "max-age=31536000");
        }
        if (Trouble.isForPrograms(ctx) && !EnvelopeRoutes.isOne(ctx)) {
            ctx.header("Access-Control-Allow-Origin", "*");
            ctx.header("Access-Control-Expose-Headers", "ETag, Link, Retry-After");
            ctx.header("Cross-Origin-Resource-Policy", "cross-origin");
        }
        checkBudget(ctx);
        checkShape(ctx);
    }

    /** Written once a second. */
    private String date() {
        var now = clock.instant();
        var known = dated;
        if (known.second != now.getEpochSecond()) {
            known = new Dated(now.getEpochSecond(), DATE.format(now));
            dated = known;
        }
        return known.text;
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

    /** To be charged when it is known that the answer took more than its address says; added to what was charged before. */
    static void charge(Context ctx, int more) {
        if (more > 0) {
            Integer before = ctx.attribute(CHARGED);
            ctx.attribute(CHARGED, before == null ? more : before + more);
        }
    }

    /** After the answer: who has not so much left has nothing left, and is stopped at the next request. */
    void settle(Context ctx) {
        Integer more = ctx.attribute(CHARGED);
        if (more != null) {
            limits.drain(caller.of(ctx), more);
        }
    }

    private void checkBudget(Context ctx) {
        take(ctx, cost(ctx.path()) + depth(ctx));
    }

    /** @throws HttpResponseException 429 when the caller's network has no more to spend */
    void take(Context ctx, int cost) {
        var from = caller.of(ctx);
        Duration wait = limits.take(from, cost);
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

    /** To leaf to a page, all that lies before it is put in order. */
    private static int depth(Context ctx) {
        if (ctx.queryString() == null) {
            return 0;
        }
        long size = Math.max(ListingQuery.USUAL_SIZE, number(ctx, Parameters.SIZE.name(), 1));
        long before = (number(ctx, Parameters.PAGE.name(), 1) - 1) * size;
        return (int) Math.min(before, ListingQuery.DEEPEST) / PUT_IN_ORDER_AT_ONCE;
    }

    private static int number(Context ctx, String parameter, int usual) {
        String text = ctx.queryParam(parameter);
        return text != null && NUMBER.matcher(text).matches() ? Integer.parseInt(text) : usual;
    }

    /** A page searches and draws; a file is only sent. */
    private static int cost(String path) {
        if (path.startsWith("/static/") || path.startsWith("/media/") || path.equals("/healthz")) {
            return 1;
        }
        return path.startsWith("/ipfs/") || path.equals("/api/v1/suggest") ? 4 : 10;
    }
}
