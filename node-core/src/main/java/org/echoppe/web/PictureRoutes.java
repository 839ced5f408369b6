package org.echoppe.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.Optional;
import org.echoppe.domain.Cid;
import org.echoppe.http.Etags;
import org.echoppe.media.Pictures;

/** Pictures for browsers: re-encoded here in one of a few widths, never the bytes that somebody sent. */
final class PictureRoutes {
    /** What re-encoded pictures may take of the memory, in bytes. */
    private static final long CACHE = 24L << 20;

    private record Key(Cid cid, int width) {}

    private final WebServer.Sources sources;
    private final Cache<Key, byte[]> cache = Caffeine.newBuilder()
            .maximumWeight(CACHE)
            .weigher((Key key, byte[] jpeg) -> jpeg.length + 1)
            .build();

    PictureRoutes(WebServer.Sources sources) {
        this.sources = sources;
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
        byte[] jpeg = cache.get(key, missing -> shrink(missing).orElse(new byte[0]));
        if (jpeg.length == 0) {
            cache.invalidate(key);
            throw new NotFoundResponse();
        }
        ctx.header("ETag", etag);
        ctx.header("Cache-Control", "public, max-age=31536000, immutable");
        if (Etags.matches(ctx.header("If-None-Match"), etag)) {
            ctx.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        ctx.disableCompression();
        ctx.contentType("image/jpeg").result(jpeg);
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
        return sources.blobs()
                .get(key.cid)
                .flatMap(original -> sources.pictures().jpeg(original, key.width));
    }
}
