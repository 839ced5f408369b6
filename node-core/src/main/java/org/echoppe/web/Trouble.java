package org.echoppe.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.concurrent.ThreadLocalRandom;
import org.echoppe.domain.Rejected;
import org.echoppe.http.ProblemJson;
import org.echoppe.replicas.Absence;
import org.echoppe.web.view.Sorry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a caller gets when there is no answer: a page for people, problem+json for programs. */
final class Trouble {
    private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);
    private static final List<String> PROGRAMS =
            List.of("/api/", "/ipfs/", "/proof/", "/healthz", "/media/", "/static/", "/sitemap");
    private static final List<String> DOCUMENTS =
            List.of(FeedRoutes.NEWS, FeedRoutes.GOOGLE, FeedRoutes.TABLE, SiteRoutes.SEARCH);

    private final Printer printer;
    private final Clock clock;
    private final Map<String, String> files;
    private final Origins origins;

    Trouble(Printer printer, Clock clock, Map<String, String> files, Origins origins) {
        this.printer = printer;
        this.clock = clock;
        this.files = files;
        this.origins = origins;
    }

    static boolean isForPrograms(Context ctx) {
        String path = ctx.path();
        return PROGRAMS.stream().anyMatch(path::startsWith)
                || DOCUMENTS.stream().anyMatch(path::endsWith);
    }

    void add(RoutesConfig routes) {
        routes.exception(
                HttpResponseException.class,
                (e, ctx) -> answer(ctx, e.getStatus(), "", e instanceof Absent absent ? absent.why() : null));
        routes.exception(Rejected.class, (e, ctx) -> {
            ctx.header("Vary", "Accept-Language");
            ctx.header("Cache-Control", "no-store");
            ProblemJson.answer(ctx, HttpStatus.BAD_REQUEST.getCode(), e);
        });
        routes.exception(Exception.class, (e, ctx) -> {
            var code = Integer.toString(ThreadLocalRandom.current().nextInt(1_679_616, 60_466_176), 36);
            LOG.error("{} {} failed [{}]", ctx.method(), ctx.path(), code, e);
            answer(ctx, HttpStatus.INTERNAL_SERVER_ERROR.getCode(), code, null);
        });
    }

    private void answer(Context ctx, int status, String code, @Nullable Absence why) {
        if (status == HttpStatus.METHOD_NOT_ALLOWED.getCode()) {
            ctx.header("Allow", ctx.path().equals(EnvelopeRoutes.PATH) ? "POST" : "GET, HEAD");
        }
        ctx.header("Vary", "Accept-Language");
        if (isForPrograms(ctx)) {
            ctx.header("Cache-Control", "no-store");
            ProblemJson.answer(ctx, status, code);
        } else {
            var visit = Visit.of(ctx, Languages.of(ctx), clock, files, origins);
            var sorry = why instanceof Absence.Silent silent ? silent(visit, silent) : sorry(visit, status, code);
            printer.printSorry(ctx, status, visit.frame(sorry.title(), ""), Map.of("sorry", sorry));
        }
    }

    private static Sorry silent(Visit visit, Absence.Silent silent) {
        return new Sorry(
                visit.say("sorry.silent.title"),
                visit.say("sorry.silent.text", visit.figures().since(silent.since())),
                List.of(visit.say("sorry.silent.advice").split("\\|")),
                "");
    }

    private static Sorry sorry(Visit visit, int status, String code) {
        String key = "sorry." + known(visit, status);
        return new Sorry(
                visit.say(key + ".title"),
                visit.say(key + ".text"),
                List.of(visit.say(key + ".advice").split("\\|")),
                code);
    }

    private static int known(Visit visit, int status) {
        try {
            var _ = visit.say("sorry." + status + ".title");
            return status;
        } catch (MissingResourceException e) {
            return status < HttpStatus.INTERNAL_SERVER_ERROR.getCode()
                    ? HttpStatus.BAD_REQUEST.getCode()
                    : HttpStatus.INTERNAL_SERVER_ERROR.getCode();
        }
    }
}
