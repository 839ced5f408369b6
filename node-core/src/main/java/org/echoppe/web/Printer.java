package org.echoppe.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.echoppe.http.Etags;
import org.echoppe.web.view.Frame;
import org.jspecify.annotations.Nullable;

/** Makes pages of templates, whole before the first byte leaves: an error never shows as half a page. */
final class Printer {
    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.echoppe.web.page");

    /** A page ready to be sent, and sent again; compressed when somebody first wants it so. */
    static final class Page {
        private final byte[] plain;
        private final String language;
        private final String hash;
        private volatile byte @Nullable [] gzip;

        private Page(byte[] plain, String language) {
            this.plain = plain;
            this.language = language;
            this.hash = Etags.hash(plain);
        }

        /** Bytes it may take of the memory. */
        int weight() {
            return plain.length + plain.length / 3;
        }

        private byte[] gzip() {
            byte[] made = gzip;
            if (made == null) {
                made = compressed(plain);
                gzip = made;
            }
            return made;
        }
    }

    void print(Context ctx, String template, Frame frame, Map<String, Object> values) {
        send(ctx, page(template, frame, values));
    }

    Page page(String template, Frame frame, Map<String, Object> values) {
        return new Page(
                render(template, frame, values), frame.texts().language().code());
    }

    /** Each form of a page has a name of its own, as a strong one must (RFC 9110 §8.8.3). */
    void send(Context ctx, Page page) {
        boolean zipped = takesGzip(ctx.header("Accept-Encoding"));
        String etag = '"' + page.hash + (zipped ? "-gz\"" : "\"");
        ctx.disableCompression();
        ctx.header("ETag", etag);
        ctx.header("Cache-Control", "no-cache");
        ctx.header("Vary", "Accept-Encoding");
        ctx.header("Content-Language", page.language);
        if (Etags.matches(ctx.header("If-None-Match"), etag)) {
            ctx.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        if (zipped) {
            ctx.header("Content-Encoding", "gzip");
        }
        byte[] body = zipped ? page.gzip() : page.plain;
        ctx.contentType("text/html; charset=utf-8");
        // known, so that it need not go out in chunks
        ctx.res().setContentLengthLong(body.length);
        try {
            // in one piece: as a result of Javalin's it would be copied twice on its way
            ctx.res().getOutputStream().write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean takesGzip(@Nullable String accepted) {
        return accepted != null
                && accepted.contains("gzip")
                && !accepted.matches(".*gzip\\s*;\\s*q=0(\\.0*)?\\s*(,.*)?");
    }

    /** A page that says what went wrong: never kept, whatever its status. */
    void printSorry(Context ctx, int status, Frame frame, Map<String, Object> values) {
        ctx.header("Cache-Control", "no-store");
        ctx.status(status).contentType("text/html; charset=utf-8").result(render("sorry.jte", frame, values));
    }

    private byte[] render(String template, Frame frame, Map<String, Object> values) {
        var all = new HashMap<>(values);
        all.put("frame", frame);
        var output = new PageBytes();
        engine.render(template, all, output);
        return output.toByteArray();
    }

    /** As quick as it gets: a page is mostly the same words, which even so become a sixth. */
    static byte[] compressed(byte[] plain) {
        var bytes = new ByteArrayOutputStream(plain.length / 4);
        try (var gzip = new GZIPOutputStream(bytes, 8_192) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        }) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
