package org.echoppe.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Language;
import org.echoppe.domain.Rejected;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Errors as every other program understands them. A fault's {@code type} is {@value #TYPE} and its code; the plain errors
 * of HTTP have {@code about:blank}, as the standard wants.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
public final class ProblemJson {
    /** A name, not an address: nothing is fetched from there (RFC 4151). */
    public static final String TYPE = "tag:echoppe.org,2026:";

    public static final String CONTENT_TYPE = "application/problem+json";
    private static final Logger LOG = LoggerFactory.getLogger(ProblemJson.class);

    private ProblemJson() {}

    /** Answers with one fault that concerns the whole request. */
    public static void answer(Context ctx, int status, Fault fault, Object... arguments) {
        var language = language(ctx);
        write(ctx, status, TYPE + fault.code(), fault.sentence(language, arguments), null, List.of());
    }

    /** As {@link #answer(Context, int, Fault, Object...)}, with members of its own. */
    public static void answerWith(Context ctx, int status, Fault fault, Map<String, Object> members) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", TYPE + fault.code());
        body.put("title", fault.sentence(language(ctx)));
        body.put("status", status);
        body.putAll(members);
        ctx.status(status).json(body).contentType(CONTENT_TYPE);
    }

    /** Answers with every problem of a refusal; the first gives the type. */
    public static void answer(Context ctx, int status, Rejected rejected) {
        var language = language(ctx);
        var errors = new ArrayList<Map<String, Object>>();
        for (var problem : rejected.problems()) {
            errors.add(Map.of(
                    "field", problem.field(),
                    "code", problem.fault().code(),
                    "detail", problem.sentence(language)));
        }
        var first = rejected.problems().getFirst();
        write(ctx, status, TYPE + first.fault().code(), first.sentence(language), null, errors);
    }

    /** Makes every error that leaves a route a problem document; an unexpected one is logged here, once, with its code. */
    static void answerErrors(RoutesConfig routes) {
        routes.exception(HttpResponseException.class, (e, ctx) -> {
            blank(ctx, e.getStatus(), null);
        });
        routes.exception(Rejected.class, (e, ctx) -> answer(ctx, HttpStatus.UNPROCESSABLE_CONTENT.getCode(), e));
        routes.exception(Exception.class, (e, ctx) -> {
            var code = Integer.toString(ThreadLocalRandom.current().nextInt(1_679_616, 60_466_176), 36);
            LOG.error("{} {} failed [{}]", ctx.method(), ctx.path(), code, e);
            blank(ctx, HttpStatus.INTERNAL_SERVER_ERROR.getCode(), code);
        });
    }

    /**
     * Answers with a plain error of HTTP.
     *
     * @param code to quote when asking for help; empty when there is nothing to ask
     */
    public static void answer(Context ctx, int status, String code) {
        blank(ctx, status, code.isEmpty() ? null : code);
    }

    private static void blank(Context ctx, int status, @Nullable String code) {
        write(ctx, status, "about:blank", HttpStatus.forStatus(status).getMessage(), code, List.of());
    }

    private static void write(
            Context ctx,
            int status,
            String type,
            String title,
            @Nullable String code,
            List<Map<String, Object>> errors) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", type);
        body.put("title", title);
        body.put("status", status);
        if (code != null) {
            body.put("code", code);
        }
        if (!errors.isEmpty()) {
            body.put("errors", errors);
        }
        ctx.status(status).json(body).contentType(CONTENT_TYPE);
    }

    private static Language language(Context ctx) {
        var wanted = ctx.header("Accept-Language");
        return Language.of(wanted == null ? Language.EN.code() : wanted);
    }
}
