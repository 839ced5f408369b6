package org.echoppe.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import org.echoppe.http.Etags;

/** Whole documents that programs fetch again and again: sent when they have changed. */
final class Documents {
    private Documents() {}

    static void send(Context ctx, String type, byte[] document) {
        String etag = Etags.weak(document);
        ctx.header("ETag", etag);
        ctx.header("Cache-Control", "no-cache");
        if (Etags.matches(ctx.header("If-None-Match"), etag)) {
            ctx.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        ctx.contentType(type).result(document);
    }
}
