package org.echoppe.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.Map;
import org.echoppe.http.Etags;
import org.echoppe.web.view.Frame;

/** Makes pages of templates, whole before the first byte leaves: an error never shows as half a page. */
final class Printer {
    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.echoppe.web.page");

    void print(Context ctx, String template, Frame frame, Map<String, Object> values) {
        byte[] page = page(template, frame, values);
        String etag = Etags.weak(page);
        ctx.header("ETag", etag);
        ctx.header("Cache-Control", "no-cache");
        ctx.header("Content-Language", frame.texts().language().code());
        if (Etags.matches(ctx.header("If-None-Match"), etag)) {
            ctx.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        ctx.contentType("text/html; charset=utf-8").result(page);
    }

    /** A page that says what went wrong: never kept, whatever its status. */
    void printSorry(Context ctx, int status, Frame frame, Map<String, Object> values) {
        ctx.header("Cache-Control", "no-store");
        ctx.status(status).contentType("text/html; charset=utf-8").result(page("sorry.jte", frame, values));
    }

    private byte[] page(String template, Frame frame, Map<String, Object> values) {
        var all = new HashMap<>(values);
        all.put("frame", frame);
        var output = new Utf8ByteOutput();
        engine.render(template, all, output);
        return output.toByteArray();
    }
}
