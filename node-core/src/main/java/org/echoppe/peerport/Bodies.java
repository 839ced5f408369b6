package org.echoppe.peerport;

import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Request bodies that are read into memory, each up to its own limit. */
final class Bodies {
    private Bodies() {}

    static byte[] bytes(Context ctx, int limit) {
        try {
            if (ctx.req().getContentLengthLong() > limit) {
                throw new ContentTooLargeResponse();
            }
            byte[] bytes = ctx.req().getInputStream().readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new ContentTooLargeResponse();
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Context ctx, int limit) {
        return new String(bytes(ctx, limit), StandardCharsets.US_ASCII);
    }
}
