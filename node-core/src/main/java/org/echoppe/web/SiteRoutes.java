package org.echoppe.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.NotFoundResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.echoppe.domain.Did;
import org.echoppe.domain.Language;
import org.echoppe.replicas.Merchant;
import org.echoppe.web.feed.Sitemap;
import org.echoppe.web.feed.Xml;
import org.echoppe.web.view.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What search engines and browsers ask a site for: robots.txt, sitemaps, the description of its search, the manifest. The
 * sitemaps hold the pages that belong here ({@link Origin}): those of the shop whose node this is, and of shops that name no
 * address of their own. The rest is listed where it belongs, and not a thousand times.
 */
final class SiteRoutes {
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MERCHANTS = 100;
    private static final String XML = "application/xml";
    private static final String INDEX = "/sitemap.xml";
    static final String SEARCH = "/opensearch.xml";
    private static final String PAPER = "#FBFAF7";

    private record Kept(Instant made, List<Part> maps) {}

    /** @param shop whose pages it lists; null for those of the market */
    private record Part(String address, @Nullable Did shop) {}

    private final WebServer.Sources sources;
    private final Map<String, String> files;
    private final Origins origins;
    private final Clock clock;
    private final ShopMaps maps;
    /** Walking over all shops takes a while, and crawlers come in crowds. Whoever is shown no more is left out at once. */
    private final Cache<Origin, Kept> indexes =
            Caffeine.newBuilder().maximumSize(20).build();

    SiteRoutes(WebServer.Sources sources, Map<String, String> files, Origins origins, Clock clock, ShopMaps maps) {
        this.sources = sources;
        this.files = files;
        this.origins = origins;
        this.clock = clock;
        this.maps = maps;
    }

    void add(RoutesConfig routes) {
        get(routes, "/robots.txt", this::robots);
        get(routes, INDEX, ctx -> Documents.send(ctx, XML, index(origins.of(ctx))));
        get(routes, "/sitemap/pages.xml", this::pages);
        get(routes, "/sitemap/{did}/{page}", this::shop);
        for (var language : Language.values()) {
            get(routes, "/" + language.code() + SEARCH, ctx -> openSearch(ctx, new Texts(language)));
            get(routes, "/" + language.code() + "/site.webmanifest", ctx -> manifest(ctx, new Texts(language)));
        }
    }

    private static void get(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, handler);
        routes.head(path, handler);
    }

    private void robots(Context ctx) {
        String text = "User-agent: *\nDisallow: /api/\nDisallow: /proof/\nDisallow: /ipfs/\n\nSitemap: "
                + origins.of(ctx).at(INDEX) + "\n";
        Documents.send(ctx, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] index(Origin here) {
        var now = clock.instant();
        var kept = indexes.getIfPresent(here);
        if (kept == null || kept.made.plus(KEPT).isBefore(now)) {
            kept = new Kept(now, maps(here));
            indexes.put(here, kept);
        }
        return Sitemap.index(kept.maps.stream()
                .filter(part -> part.shop == null || sources.listings().shows(part.shop))
                .map(Part::address)
                .toList());
    }

    private List<Part> maps(Origin here) {
        var maps = new ArrayList<>(List.of(new Part(here.at("/sitemap/pages.xml"), null)));
        int pages = Math.ceilDiv(sources.listings().merchantCount(), MERCHANTS);
        for (int page = 1; page <= pages; page++) {
            for (var merchant : sources.listings().merchants(page, MERCHANTS).merchants()) {
                if (belongsHere(merchant, here)) {
                    int parts = parts(merchant.did());
                    for (int part = 1; part <= parts; part++) {
                        maps.add(new Part(here.at("/sitemap/" + merchant.did() + "/" + part + ".xml"), merchant.did()));
                    }
                }
            }
        }
        return maps;
    }

    private boolean belongsHere(Merchant merchant, Origin here) {
        return here.home(merchant.did(), merchant.profile(), sources.own()).equals(here);
    }

    private int parts(Did did) {
        return sources.blocks().head(did).map(ShopWares::parts).orElse(1);
    }

    private void pages(Context ctx) {
        var here = origins.of(ctx);
        var pages = List.of("/", "/shops", "/about", "/how", "/keeper").stream()
                .map(path -> Sitemap.Page.of(here::at, path, null))
                .toList();
        Documents.send(ctx, XML, Sitemap.pages(pages));
    }

    private void shop(Context ctx) {
        var here = origins.of(ctx);
        var did = ApiRoutes.did(ctx);
        var listings = sources.listings();
        var merchant = listings.merchant(did).orElseThrow(() -> new Absent(listings.absence(did)));
        var head = sources.blocks().head(did).orElseThrow(NotFoundResponse::new);
        int part = part(ctx.pathParam("page")).orElseThrow(NotFoundResponse::new);
        if (!belongsHere(merchant, here) || part > ShopWares.parts(head)) {
            throw new NotFoundResponse();
        }
        byte[] map = maps.of(merchant, head, here, part);
        sources.blocks().settle();
        Documents.send(ctx, XML, map);
    }

    private static Optional<Integer> part(String name) {
        return name.matches("[1-9]\\d{0,4}\\.xml")
                ? Optional.of(Integer.parseInt(name.substring(0, name.length() - 4)))
                : Optional.empty();
    }

    private void openSearch(Context ctx, Texts texts) {
        var here = origins.of(ctx);
        String language = texts.language().code();
        var xml = new Xml().open("OpenSearchDescription", Map.of("xmlns", "http://a9.com/-/spec/opensearch/1.1/"));
        xml.text("ShortName", "Échoppe").text("Description", texts.say("site.description"));
        xml.text("Language", language).text("InputEncoding", "UTF-8");
        xml.open("Image", Map.of("width", "192", "height", "192", "type", "image/png"));
        xml.characters(here.at(files.getOrDefault("icon-192.png", ""))).close();
        xml.empty("Url", Map.of("type", "text/html", "template", here.at("/" + language + "/search?q={searchTerms}")));
        xml.empty(
                "Url",
                Map.of(
                        "type", "application/opensearchdescription+xml",
                        "rel", "self",
                        "template", here.at("/" + language + SEARCH)));
        Documents.send(ctx, "application/opensearchdescription+xml", xml.close().bytes());
    }

    /** What makes the market a program of its own on a telephone. Nothing is kept for later: prices change. */
    private void manifest(Context ctx, Texts texts) {
        String start = "/" + texts.language().code() + "/";
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("id", start);
        manifest.put("name", "Échoppe");
        manifest.put("short_name", "Échoppe");
        manifest.put("description", texts.say("site.description"));
        manifest.put("lang", texts.language().code());
        manifest.put("start_url", start);
        manifest.put("scope", "/");
        manifest.put("display", "standalone");
        manifest.put("background_color", PAPER);
        manifest.put("theme_color", PAPER);
        manifest.put(
                "icons",
                List.of(
                        icon("icon-192.png", "192x192", "any"),
                        icon("icon-512.png", "512x512", "any"),
                        icon("maskable-512.png", "512x512", "maskable")));
        manifest.put("categories", List.of("shopping"));
        Documents.send(ctx, "application/manifest+json", Json.MAPPER.writeValueAsBytes(manifest));
    }

    private Map<String, Object> icon(String name, String sizes, String purpose) {
        return Map.of("src", files.getOrDefault(name, ""), "sizes", sizes, "type", "image/png", "purpose", purpose);
    }
}
