package org.echoppe.web.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.echoppe.domain.Language;

/**
 * What stands around every page.
 *
 * @param title of the browser's tab, without our name
 * @param path of this page without its language: {@code /search?q=pain}
 * @param words what the search box holds
 * @param near from where the shopper looks, as it stands in addresses; empty when nobody said
 * @param hero whether the page has a search box of its own, so that the top needs none
 * @param files addresses of static files by name
 * @param head what it says to machines
 */
public record Frame(
        Texts texts,
        String title,
        String path,
        String words,
        String near,
        boolean hero,
        Map<String, String> files,
        Head head) {
    /** The same page, saying more to machines. */
    public Frame with(Head other) {
        return new Frame(texts, title, path, words, near, hero, files, other);
    }

    /** The same page, which search engines are asked to leave out: it is another one for everybody. */
    public Frame notListed() {
        return with(new Head(
                head.description(),
                head.canonical(),
                head.alternates(),
                false,
                head.data(),
                head.picture(),
                head.feed()));
    }

    /** The address of a page in this page's language. */
    public String href(String pathWithoutLanguage) {
        return "/" + texts.language().code() + pathWithoutLanguage;
    }

    /** The same, taking along from where the shopper looks. */
    public String link(String pathWithoutLanguage) {
        return near.isEmpty()
                ? href(pathWithoutLanguage)
                : href(pathWithoutLanguage) + "?near=" + URLEncoder.encode(near, StandardCharsets.UTF_8);
    }

    /** This page in another language. */
    public String in(Language language) {
        return "/" + language.code() + path;
    }

    /** The address of a static file, which holds its hash. */
    public String file(String name) {
        return files.getOrDefault(name, "/static/" + name);
    }

    public String say(String key, Object... arguments) {
        return texts.say(key, arguments);
    }
}
