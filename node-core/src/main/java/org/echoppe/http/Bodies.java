package org.echoppe.http;

import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Request bodies that are read into memory, each up to its own limit. */
public final class Bodies {
    /** Bytes of a body that is too long which are read all the same: who is still sending would see a broken line, and no answer. */
    private static final int LET_PASS = 64 * 1024;

    private Bodies() {}

    public static byte[] bytes(Context ctx, int limit) {
        try {
            return bytes(ctx, ctx.req().getInputStream(), limit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #bytes(Context, int)}, of a body that is read in a way of its own. */
    public static byte[] bytes(Context ctx, InputStream body, int limit) throws IOException {
        if (ctx.req().getContentLengthLong() > limit) {
            body.readNBytes(LET_PASS);
            throw new ContentTooLargeResponse();
        }
        byte[] bytes = body.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new ContentTooLargeResponse();
        }
        return bytes;
    }

    public static String text(Context ctx, int limit) {
        return new String(bytes(ctx, limit), StandardCharsets.US_ASCII);
    }
}
