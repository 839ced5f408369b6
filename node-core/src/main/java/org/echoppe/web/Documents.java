package org.echoppe.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import org.echoppe.http.Etags;

/** Whole documents that programs fetch again and again: sent when they have changed. */
final class Documents {
    /** Bytes that fit into one packet are not worth packing. */
    private static final int WORTH_PACKING = 1_400;

    private Documents() {}

    /** Each form of a document has a name of its own, as a strong one must (RFC 9110 §8.8.3). */
    static void send(Context ctx, String type, byte[] document) {
        boolean zipped = document.length > WORTH_PACKING && Printer.takesGzip(ctx.header("Accept-Encoding"));
        String etag = '"' + Etags.hash(document) + (zipped ? "-gz\"" : "\"");
        ctx.disableCompression();
        ctx.header("ETag", etag);
        ctx.header("Cache-Control", "no-cache");
        ctx.header("Vary", "Accept-Encoding");
        if (Etags.matches(ctx.header("If-None-Match"), etag)) {
            ctx.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        if (zipped) {
            ctx.header("Content-Encoding", "gzip");
        }
        ctx.contentType(type).result(zipped ? Printer.compressed(document) : document);
    }
}
