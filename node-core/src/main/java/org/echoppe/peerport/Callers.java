package org.echoppe.peerport;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.echoppe.discovery.Peers;
import org.echoppe.domain.Did;
import org.echoppe.guard.AddressPrefix;
import org.echoppe.guard.RateLimits;
import org.echoppe.guard.SecurityJournal;
import org.echoppe.guard.SecurityKind;
import org.echoppe.identity.PeerTls;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling: the DID of the certificate, looked at on every request, since a resumed TLS session skips the trust
 * manager and a line outlives the decision to block. And what the caller's network may still cost.
 */
final class Callers {
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";
    private static final String DID = "echoppe.caller";
    /** Tokens a minute and address prefix; what a request takes is its route's to say. */
    private static final int BUDGET = 20_000;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Peers peers;
    private final SecurityJournal journal;
    private final Clock clock;
    private final RateLimits limits;

    Callers(Peers peers, SecurityJournal journal, Clock clock) {
        this.peers = peers;
        this.journal = journal;
        this.clock = clock;
        this.limits = new RateLimits(BUDGET, Duration.ofMinutes(1), clock);
    }

    /** Before every route. */
    void letIn(Context ctx) {
        ctx.header("Date", DATE.format(clock.instant())); // peers compare their clocks with it
        var did = certified(ctx);
        if (peers.decisions().isBlocked(did)) {
            journal.record(SecurityKind.CALLER_BLOCKED, did.value(), ctx.method() + " " + ctx.path(), "blocked");
            throw new ForbiddenResponse();
        }
        ctx.attribute(DID, did);
        peers.heardFrom(did);
    }

    private Did certified(Context ctx) {
        if (ctx.req().getAttribute(CERTIFICATES) instanceof X509Certificate[] chain && chain.length > 0) {
            try {
                return PeerTls.didOf(chain[0]);
            } catch (IllegalArgumentException e) {
                journal.record(
                        SecurityKind.CERTIFICATE_REFUSED,
                        AddressPrefix.of(address(ctx)).text(),
                        ctx.method() + " " + ctx.path(),
                        String.valueOf(e.getMessage()));
            }
        }
        throw new ForbiddenResponse();
    }

    static Did did(Context ctx) {
        if (ctx.attribute(DID) instanceof Did did) {
            return did;
        }
        throw new IllegalStateException("a route was reached without passing the door");
    }

    static InetAddress address(Context ctx) {
        var text = ctx.req().getRemoteAddr();
        return InetAddress.ofLiteral(text.startsWith("[") ? text.substring(1, text.length() - 1) : text);
    }

    /** Whose budget a stranger uses; null for a peer that the operator added. */
    @Nullable
    AddressPrefix network(Context ctx) {
        return peers.isGiven(did(ctx)) ? null : AddressPrefix.of(address(ctx));
    }

    /** It held a place for nothing. */
    void noteSlow(Context ctx) {
        journal.record(
                SecurityKind.RATE_LIMITED,
                AddressPrefix.of(address(ctx)).text(),
                ctx.method() + " " + ctx.path(),
                "it sends too slowly; by " + did(ctx));
    }

    /** Takes what this request costs from the budget of the caller's network. */
    void charge(Context ctx, int cost) {
        var wait = limits.take(address(ctx), cost);
        if (!wait.isZero()) {
            journal.record(
                    SecurityKind.RATE_LIMITED,
                    AddressPrefix.of(address(ctx)).text(),
                    ctx.method() + " " + ctx.path(),
                    "its network asks too much; last by " + did(ctx));
            ctx.header("Retry-After", Long.toString(wait.toSeconds() + 1));
            throw new HttpResponseException(HttpStatus.TOO_MANY_REQUESTS.getCode());
        }
    }
}
