package org.echoppe.peerport;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.ServiceUnavailableResponse;
import io.javalin.http.UnsupportedMediaTypeResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.http.Bodies;
import org.echoppe.http.ProblemJson;
import org.echoppe.replicas.Outcome;
import org.echoppe.replicas.Replicas;
import org.echoppe.replicas.Replicator;
import org.echoppe.replicas.Sender;
import org.echoppe.repo.BadRepository;
import org.echoppe.repo.CarWriter;
import org.echoppe.repo.Snapshot;
import org.echoppe.repo.ThinDiff;

/** A repository, or what changed in it, from a node that cannot be called. */
final class PushRoutes {
    private static final int AT_ONCE = 4;
    /** For a place. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Replicas replicas;
    private final Replicator replicator;
    private final Callers callers;
    private final Path spool;
    /** How much of a refused body is still read, bytes: all that fits in the windows of a connection. */
    private static final int LEFT_OVER = 64 << 10;

    private final PushPlaces places = new PushPlaces(AT_ONCE);

    PushRoutes(Replicas replicas, Replicator replicator, Callers callers, Path spool) {
        this.replicas = replicas;
        this.replicator = replicator;
        this.callers = callers;
        this.spool = spool;
    }

    void add(RoutesConfig routes) {
        routes.put("/peer/v1/repos/{did}", this::take);
    }

    private void take(Context ctx) throws IOException {
        callers.charge(ctx, 100);
        var did = RepoRoutes.parsed(ctx.pathParam("did"), Did::new);
        if (ctx.header("Content-Encoding") != null) {
            throw new UnsupportedMediaTypeResponse();
        }
        var network = callers.network(ctx);
        var who = network == null ? Callers.did(ctx).value() : network.text();
        if (!places.enter(who, PATIENCE)) {
            ctx.header("Retry-After", "10");
            throw new ServiceUnavailableResponse();
        }
        try {
            answer(ctx, did, accept(ctx, did, Sender.silent(Callers.did(ctx), network)));
        } catch (Hurried.TooSlow e) {
            callers.noteSlow(ctx);
            throw new HttpResponseException(HttpStatus.REQUEST_TIMEOUT.getCode());
        } finally {
            places.leave(who);
        }
    }

    private Outcome accept(Context ctx, Did did, Sender from) throws IOException {
        try {
            return switch (String.valueOf(ctx.contentType())) {
                case CarWriter.MEDIA_TYPE -> {
                    try (var snapshot = Snapshot.read(body(ctx, from), did, spool, replicas.limits(did))) {
                        yield replicator.pushed(from, snapshot);
                    }
                }
                case ThinDiff.MEDIA_TYPE -> changes(ctx, did, from);
                default -> throw new UnsupportedMediaTypeResponse();
            };
        } catch (BadRepository e) {
            // a caller still sending would lose the answer: HTTP/2 cancels a stream whose body was left unread
            body(ctx, from).readNBytes(LEFT_OVER);
            return replicas.refused(from, did, e);
        }
    }

    /** A stranger has to hurry. */
    private static InputStream body(Context ctx, Sender from) throws IOException {
        var body = ctx.req().getInputStream();
        return from.network() == null ? body : new Hurried(body);
    }

    private Outcome changes(Context ctx, Did did, Sender from) throws BadRepository, IOException {
        var limits = replicas.limits(did);
        var diff = ThinDiff.decode(Bodies.bytes(ctx, body(ctx, from), limits.changesBytes()), limits);
        if (!diff.commit().did().equals(did)) {
            throw new BadRepository(
                    BadRepository.Reason.WRONG_DID,
                    "changes of " + diff.commit().did());
        }
        return replicator.pushed(from, diff);
    }

    private static void answer(Context ctx, Did did, Outcome outcome) {
        switch (outcome) {
            case STORED -> ctx.json(Map.of("stored", true));
            case NOT_NEWER -> ctx.json(Map.of("stored", false));
            case WHOLE_WANTED -> ProblemJson.answer(ctx, 409, Fault.CHANGES_UNKNOWN);
            case FROM_THE_FUTURE -> ProblemJson.answer(ctx, 422, Fault.REPOSITORY_FROM_THE_FUTURE);
            case REFUSED -> ProblemJson.answer(ctx, 422, Fault.REPOSITORY_BROKEN, did);
        }
    }
}
