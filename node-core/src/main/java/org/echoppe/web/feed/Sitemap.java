package org.echoppe.web.feed;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.echoppe.domain.Language;
import org.jspecify.annotations.Nullable;

/**
 * Lists of addresses for search engines.
 *
 * @see <a href="https://www.sitemaps.org/protocol.html">Sitemaps</a>
 */
public final class Sitemap {
    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private Sitemap() {}

    /**
     * A page.
     *
     * @param byLanguage its address in each language, by code
     */
    public record Page(
            Map<String, String> byLanguage, @Nullable Instant changed) {
        /**
         * @param address makes one of what stands behind a site's root
         * @param path behind the language
         */
        public static Page of(UnaryOperator<String> address, String path, @Nullable Instant changed) {
            var byLanguage = new LinkedHashMap<String, String>();
            for (var language : Language.values()) {
                byLanguage.put(language.code(), address.apply("/" + language.code() + path));
            }
            return new Page(byLanguage, changed);
        }
    }

    /** @param maps addresses of the lists */
    public static byte[] index(List<String> maps) {
        var xml = new Xml().open("sitemapindex", Map.of("xmlns", NAMESPACE));
        maps.forEach(map -> xml.open("sitemap").text("loc", map).close());
        return xml.close().bytes();
    }

    public static byte[] pages(List<Page> pages) {
        var spaces = new TreeMap<>(Map.of("xmlns", NAMESPACE, "xmlns:xhtml", "http://www.w3.org/1999/xhtml"));
        var xml = new Xml().open("urlset", spaces);
        for (var page : pages) {
            page.byLanguage.values().forEach(address -> {
                xml.open("url").text("loc", address);
                if (page.changed != null) {
                    xml.text("lastmod", page.changed.toString());
                }
                page.byLanguage.forEach((language, other) -> xml.empty(
                        "xhtml:link", new TreeMap<>(Map.of("rel", "alternate", "hreflang", language, "href", other))));
                xml.close();
            });
        }
        return xml.close().bytes();
    }
}
