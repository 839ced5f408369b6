package org.echoppe.peerport;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Tid;
import org.echoppe.http.Etags;
import org.echoppe.http.ProblemJson;
import org.echoppe.peers.HeadPage;
import org.echoppe.repo.CarWriter;
import org.echoppe.repo.ThinDiff;
import org.echoppe.store.Head;
import org.echoppe.store.RepoStore;
import org.jspecify.annotations.Nullable;

/** The repositories held here: which, whole, and what changed in one. Nothing is told that a power cut could still undo. */
final class RepoRoutes {
    private final RepoStore store;
    private final CarFiles files;
    private final Callers callers;
    private final Predicate<Did> paused;

    /** @param paused shops that are not answered for */
    RepoRoutes(RepoStore store, CarFiles files, Callers callers, Predicate<Did> paused) {
        this.store = store;
        this.files = files;
        this.callers = callers;
        this.paused = paused;
    }

    void add(RoutesConfig routes) {
        routes.get("/peer/v1/heads", this::heads);
        routes.get("/peer/v1/repos/{did}", this::whole);
        routes.get("/peer/v1/repos/{did}/changes", this::changes);
    }

    private void heads(Context ctx) {
        callers.charge(ctx, 10);
        var after = ctx.queryParam("after");
        var heads = store.heads(after == null ? null : parsed(after, Did::new), HeadPage.SIZE);
        var json = new LinkedHashMap<String, Object>();
        json.put(
                "heads",
                heads.stream().filter(this::isServed).map(RepoRoutes::head).toList());
        if (heads.size() == HeadPage.SIZE) {
            json.put("next", heads.getLast().did().value());
        }
        store.settle();
        ctx.json(json);
    }

    private boolean isServed(Head head) {
        return !head.damaged() && !paused.test(head.did());
    }

    private static Map<String, String> head(Head head) {
        return Map.of(
                "did", head.did().value(),
                "rev", head.rev().value(),
                "commit", head.commitCid().toString());
    }

    private void whole(Context ctx) throws IOException {
        callers.charge(ctx, 20);
        var head = held(ctx);
        if (head == null) {
            return;
        }
        var etag = '"' + head.commitCid().toString() + '"';
        if (Etags.matches(ctx.header("If-None-Match"), etag)) {
            ctx.header("ETag", etag).status(HttpStatus.NOT_MODIFIED);
            return;
        }
        var file = files.open(head);
        store.settle();
        ctx.header("ETag", '"' + file.commit().toString() + '"').header("Vary", "Accept-Encoding");
        ctx.contentType(CarWriter.MEDIA_TYPE).result(packed(ctx, file.gzip()));
    }

    /** As it lies on the disk for whoever takes gzip, unpacked for the others. */
    private static InputStream packed(Context ctx, InputStream gzip) throws IOException {
        if (List.of(String.valueOf(ctx.header("Accept-Encoding")).split("\\s*,\\s*"))
                .contains("gzip")) {
            ctx.header("Content-Encoding", "gzip");
            return gzip;
        }
        return new GZIPInputStream(gzip, 64 * 1024);
    }

    private void changes(Context ctx) {
        callers.charge(ctx, 10);
        var head = held(ctx);
        if (head == null) {
            return;
        }
        var since = parsed(String.valueOf(ctx.queryParam("since")), Tid::new);
        var diff = store.changesSince(head.did(), since);
        if (diff.isEmpty()) {
            ProblemJson.answer(ctx, 410, Fault.CHANGES_UNKNOWN);
            return;
        }
        store.settle();
        ctx.contentType(ThinDiff.MEDIA_TYPE).result(diff.get().encode());
    }

    /** The head of the repository asked for; null when the refusal is already answered. */
    private @Nullable Head held(Context ctx) {
        var did = parsed(ctx.pathParam("did"), Did::new);
        var head = store.head(did).filter(this::isServed);
        if (head.isEmpty()) {
            ProblemJson.answer(ctx, 404, Fault.NOT_FOUND, did);
        }
        return head.orElse(null);
    }

    static <T> T parsed(String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse(String.valueOf(e.getMessage()));
        }
    }
}
