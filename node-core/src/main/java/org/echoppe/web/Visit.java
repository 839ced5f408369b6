package org.echoppe.web;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.echoppe.domain.Language;
import org.echoppe.web.view.Frame;
import org.echoppe.web.view.Head;
import org.echoppe.web.view.Texts;
import org.jspecify.annotations.Nullable;

/**
 * One request for a page: in which language, at what time, and the words for it.
 *
 * @param origin this node, by a name that it is known by
 * @param wanted what its address asks for; whatever else stands in the address changes nothing on a page
 */
record Visit(
        Context ctx,
        Texts texts,
        Figures figures,
        Clock clock,
        Map<String, String> files,
        Origin origin,
        Wanted wanted) {
    /** What makes another page, and not the same in another order. */
    private static final Set<String> LISTED = Set.of("q", "category", "page");

    private static final String SITE = "Échoppe";

    static Visit of(Context ctx, Language language, Clock clock, Map<String, String> files, Origins origins) {
        var texts = new Texts(language);
        return new Visit(ctx, texts, new Figures(texts, clock), clock, files, origins.of(ctx), Wanted.of(ctx));
    }

    /** The same visit of a page that looks at less of its address. */
    Visit wanting(Wanted less) {
        return new Visit(ctx, texts, figures, clock, files, origin, less);
    }

    /** From where the shopper looks, which every link takes along until it is dropped; empty when nobody said. */
    String near() {
        return wanted.near();
    }

    String say(String key, Object... arguments) {
        return texts.say(key, arguments);
    }

    /** The address of a page in this visit's language. */
    String href(String pathWithoutLanguage) {
        return "/" + texts.language().code() + pathWithoutLanguage;
    }

    /** The same for a link on the page, which takes along from where the shopper looks. */
    String link(String pathWithoutLanguage) {
        String address = href(pathWithoutLanguage);
        return near().isEmpty()
                ? address
                : address + (address.indexOf('?') < 0 ? "?near=" : "&near=") + Links.encode(near());
    }

    Frame frame(String title, String words) {
        return new Frame(texts, title, path(), words, near(), false, files, head());
    }

    /** The frame of a page with a search box of its own. */
    Frame heroFrame(String title) {
        return new Frame(texts, title, path(), "", near(), true, files, head());
    }

    /** What every page says in the words of schema.org, to be added to. */
    LinkedData data() {
        return new LinkedData(origin.at(href("/")), texts.language().code(), SITE);
    }

    /** What a page that is nobody's in particular says to machines. */
    private Head head() {
        String root = origin.at(href("/"));
        String data = LinkedData.site(root, texts.language().code(), SITE);
        return head(say("site.description"), origin, data, null, null);
    }

    /**
     * What this page says to machines.
     *
     * @param home where it belongs
     * @param picture its main picture; null when it has none
     * @param feed of the shop's news; null when it is no shop's page
     */
    Head head(String description, Origin home, LinkedData data, @Nullable String picture, @Nullable String feed) {
        return head(description, home, data.json(), picture, feed);
    }

    private Head head(String description, Origin home, String data, @Nullable String picture, @Nullable String feed) {
        var asked = wanted.parameters();
        String query = asked.entrySet().stream()
                .filter(entry -> LISTED.contains(entry.getKey()))
                .map(entry -> entry.getKey() + "=" + Links.encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        String path = pathAlone() + (query.isEmpty() ? "" : "?" + query);
        var alternates = new LinkedHashMap<String, String>();
        for (var language : Language.values()) {
            alternates.put(language.code(), home.at("/" + language.code() + path));
        }
        alternates.put("x-default", home.at(path.equals("/") ? path : "/" + Language.EN.code() + path));
        // whatever else narrows or sorts shows the same goods again
        boolean indexed = LISTED.containsAll(asked.keySet()) && asked.size() <= 1;
        return new Head(description, home.at(href(path)), alternates, indexed, data, picture, feed);
    }

    private String pathAlone() {
        int slash = ctx.path().indexOf('/', 1);
        return slash < 0 ? "/" : ctx.path().substring(slash);
    }

    /** What was asked for without the language: where the other language's link leads. A position comes back rounded. */
    private String path() {
        return wanted.address(pathAlone());
    }
}
