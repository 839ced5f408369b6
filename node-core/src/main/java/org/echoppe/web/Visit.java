package org.echoppe.web;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.Map;
import org.echoppe.domain.Language;
import org.echoppe.web.view.Frame;
import org.echoppe.web.view.Texts;

/** One request for a page: in which language, at what time, and the words for it. */
record Visit(Context ctx, Texts texts, Figures figures, Clock clock, Map<String, String> files) {
    static Visit of(Context ctx, Language language, Clock clock, Map<String, String> files) {
        var texts = new Texts(language);
        return new Visit(ctx, texts, new Figures(texts, clock), clock, files);
    }

    String say(String key, Object... arguments) {
        return texts.say(key, arguments);
    }

    /** The address of a page in this visit's language. */
    String href(String pathWithoutLanguage) {
        return "/" + texts.language().code() + pathWithoutLanguage;
    }

    Frame frame(String title, String words) {
        return new Frame(texts, title, path(), words, false, files);
    }

    /** The frame of a page with a search box of its own. */
    Frame heroFrame(String title) {
        return new Frame(texts, title, path(), "", true, files);
    }

    /** What was asked for without the language: where the other language's link leads. */
    private String path() {
        String path = ctx.path();
        int slash = path.indexOf('/', 1);
        String rest = slash < 0 ? "/" : path.substring(slash);
        String query = ctx.queryString();
        return query == null || query.isEmpty() ? rest : rest + "?" + query;
    }
}
