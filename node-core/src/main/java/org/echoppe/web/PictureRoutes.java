package org.echoppe.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.Duration;
import java.util.Optional;
import org.echoppe.domain.Cid;
import org.echoppe.http.Etags;
import org.echoppe.media.Pictures;

/** Pictures for browsers: re-encoded here in one of a few widths, never the bytes that somebody sent. */
final class PictureRoutes {
    /** What re-encoded pictures may take of the memory, in bytes. */
    private static final long CACHE = 24L << 20;
    /** Beside what sending it costs: up to 20 million pixels are unpacked. */
    private static final int COST = 9;

    private static final byte[] NONE = {};

    private record Key(Cid cid, int width) {}

    private final WebServer.Sources sources;
    private final Gate gate;
    private final Cache<Key, byte[]> cache = Caffeine.newBuilder()
            .maximumWeight(CACHE)
            .weigher((Key key, byte[] jpeg) -> jpeg.length + 1)
            .build();

    /** What could not be unpacked: tried again after a while, since a damaged file may come anew. */
    private final Cache<Cid, Boolean> broken = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    /** @param gate charges for what has to be unpacked */
    PictureRoutes(WebServer.Sources sources, Gate gate) {
        this.sources = sources;
        this.gate = gate;
    }

    void add(RoutesConfig routes) {
        routes.get("/media/{cid}/{width}", this::answer);
        routes.head("/media/{cid}/{width}", this::answer);
    }

    private void answer(Context ctx) {
        var key = key(ctx);
        var denied = sources.denials().status(key.cid);
        if (denied.isPresent()) {
            throw new HttpResponseException(denied.getAsInt());
        }
        String etag = '"' + key.cid.toString() + "." + key.width + '"';
        // what a CID names never changes: who has it needs nothing unpacked
        boolean known = Etags.matches(ctx.header("If-None-Match"), etag);
        byte[] jpeg = known ? NONE : jpeg(ctx, key);
        sources.blobs().used(key.cid);
        ctx.header("ETag", etag);
        ctx.header("Cache-Control", "public, max-age=31536000, immutable");
        if (known) {
            ctx.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        ctx.disableCompression();
        ctx.contentType("image/jpeg").result(jpeg);
    }

    /** @throws NotFoundResponse when it is not held, or is no picture */
    private byte[] jpeg(Context ctx, Key key) {
        byte[] known = cache.getIfPresent(key);
        if (known != null) {
            return known;
        }
        if (broken.getIfPresent(key.cid) != null || !sources.blobs().has(key.cid)) {
            throw new NotFoundResponse();
        }
        gate.take(ctx, COST);
        byte[] jpeg = cache.get(key, missing -> shrink(missing).orElse(NONE));
        if (jpeg.length == 0) {
            cache.invalidate(key);
            broken.put(key.cid, true);
            throw new NotFoundResponse();
        }
        return jpeg;
    }

    private static Key key(Context ctx) {
        try {
            var key = new Key(Cid.parse(ctx.pathParam("cid")), Integer.parseInt(ctx.pathParam("width")));
            if (Pictures.WIDTHS.contains(key.width)) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // no such address: the same as no such picture
        }
        throw new NotFoundResponse();
    }

    private Optional<byte[]> shrink(Key key) {
        return sources.pictures().jpeg(() -> sources.blobs().get(key.cid), key.width);
    }
}
