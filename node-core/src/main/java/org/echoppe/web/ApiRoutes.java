package org.echoppe.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.echoppe.domain.Did;
import org.echoppe.domain.RecordKey;
import org.echoppe.http.Etags;
import org.echoppe.replicas.Listings;
import tools.jackson.databind.json.JsonMapper;

/** What programs may ask: the public JSON of PROTOCOL §4. Reading only, so any page may use it. */
final class ApiRoutes {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Listings listings;

    ApiRoutes(Listings listings) {
        this.listings = listings;
    }

    void add(RoutesConfig routes) {
        get(routes, "/api/v1/merchants", this::merchants);
        get(routes, "/api/v1/merchants/{did}", this::merchant);
        get(routes, "/api/v1/listings", this::search);
        get(routes, "/api/v1/listings/{did}/{rkey}", this::listing);
        get(routes, "/api/v1/suggest", this::suggest);
        get(routes, "/healthz", ctx -> answer(ctx, Map.of("status", "ok")));
    }

    private static void get(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, handler);
        routes.head(path, handler);
        routes.options(path, ctx -> {
            ctx.header("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS");
            ctx.header("Access-Control-Allow-Headers", "Accept, If-None-Match");
            ctx.header("Access-Control-Max-Age", "86400");
            ctx.status(HttpStatus.NO_CONTENT);
        });
    }

    private void merchants(Context ctx) {
        var paging = ApiQuery.paging(ctx);
        var found = listings.merchants(paging.page(), paging.size());
        var json = new LinkedHashMap<String, Object>();
        json.put("total", found.total());
        json.put("merchants", found.merchants().stream().map(Json::merchant).toList());
        if ((long) paging.page() * paging.size() < found.total()) {
            json.put("next", next(ctx, paging.page()));
        }
        answer(ctx, json);
    }

    private void merchant(Context ctx) {
        ApiQuery.nothing(ctx);
        answer(ctx, Json.merchant(listings.merchant(did(ctx)).orElseThrow(NotFoundResponse::new)));
    }

    private void search(Context ctx) {
        var query = ApiQuery.listings(ctx, listings);
        var page = listings.search(query);
        var json = new LinkedHashMap<String, Object>();
        json.put("total", page.total());
        json.put("listings", page.listings().stream().map(Json::listing).toList());
        json.put("facets", Json.facets(page));
        if ((long) query.page() * query.size() < page.total()) {
            json.put("next", next(ctx, query.page()));
        }
        answer(ctx, json);
    }

    /** The same question for the page after this one. */
    private static String next(Context ctx, int page) {
        String kept = ctx.queryParamMap().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("page"))
                .map(entry ->
                        entry.getKey() + "=" + Links.encode(entry.getValue().getFirst()) + "&")
                .collect(Collectors.joining());
        return ctx.path() + "?" + kept + "page=" + (page + 1);
    }

    private void listing(Context ctx) {
        ApiQuery.nothing(ctx);
        RecordKey rkey;
        try {
            rkey = new RecordKey(ctx.pathParam("rkey"));
        } catch (IllegalArgumentException e) {
            throw new NotFoundResponse();
        }
        answer(ctx, Json.listing(listings.listing(did(ctx), rkey).orElseThrow(NotFoundResponse::new)));
    }

    private static Did did(Context ctx) {
        try {
            return new Did(ctx.pathParam("did"));
        } catch (IllegalArgumentException e) {
            throw new NotFoundResponse();
        }
    }

    private void suggest(Context ctx) {
        List<Map<String, String>> suggestions = listings.suggest(ApiQuery.typed(ctx)).stream()
                .map(suggestion -> Map.of(
                        "text",
                        suggestion.text(),
                        "kind",
                        suggestion.kind().name().toLowerCase(Locale.ROOT)))
                .toList();
        answer(ctx, Map.of("suggestions", suggestions));
    }

    private static void answer(Context ctx, Map<String, Object> json) {
        byte[] body = MAPPER.writeValueAsBytes(json);
        String etag = Etags.weak(body);
        ctx.header("ETag", etag);
        ctx.header("Cache-Control", "no-cache");
        if (Etags.matches(ctx.header("If-None-Match"), etag)) {
            ctx.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        ctx.contentType("application/json").result(body);
    }
}
