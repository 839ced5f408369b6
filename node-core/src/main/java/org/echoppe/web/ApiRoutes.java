package org.echoppe.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.echoppe.domain.Did;
import org.echoppe.domain.RecordKey;
import org.echoppe.replicas.Listings;
import org.echoppe.web.answer.Answers;
import org.jspecify.annotations.Nullable;

/** What programs may ask: the public JSON of PROTOCOL §4. Reading only, so any page may use it. */
final class ApiRoutes {
    static final String DOCUMENT = "/api/v1/openapi.json";

    private final Listings listings;
    private final KeptAnswers kept;
    private final HandoverJson handover;
    private final List<ApiRoute> others;

    /**
     * @param others addresses that are answered elsewhere, to be described here
     * @param clock with the time zone of this node
     */
    ApiRoutes(Listings listings, List<ApiRoute> others, Clock clock) {
        this.listings = listings;
        this.kept = new KeptAnswers(listings);
        this.handover = new HandoverJson(listings, clock);
        this.others = others;
    }

    /** All that there is to describe. */
    List<ApiRoute> described() {
        return Stream.concat(table().stream(), others.stream()).toList();
    }

    /** Every address that is answered here, declared here and nowhere else. */
    List<ApiRoute> table() {
        return List.of(
                new ApiRoute(
                        "/api/v1/listings",
                        "searchListings",
                        Parameters.LISTINGS,
                        Answers.Listings.class,
                        Answers.Listing.class,
                        null,
                        this::search),
                new ApiRoute(
                        "/api/v1/listings/{did}/{rkey}",
                        "getListing",
                        Parameters.ONE,
                        Answers.Listing.class,
                        Answers.Listing.class,
                        null,
                        this::listing),
                new ApiRoute(
                        "/api/v1/merchants",
                        "listMerchants",
                        Parameters.PAGING,
                        Answers.Merchants.class,
                        Answers.Merchant.class,
                        null,
                        this::merchants),
                new ApiRoute(
                        "/api/v1/merchants/{did}",
                        "getMerchant",
                        Parameters.ONE,
                        Answers.Merchant.class,
                        Answers.Merchant.class,
                        null,
                        this::merchant),
                ApiRoute.whole(
                        "/api/v1/merchants/{did}/handover",
                        "getHandover",
                        Parameters.HANDOVER,
                        Answers.Handover.class,
                        this::handover),
                ApiRoute.whole(
                        "/api/v1/suggest", "suggest", Parameters.SUGGEST, Answers.Suggestions.class, this::suggestions),
                ApiRoute.whole("/healthz", "health", List.of(), Answers.Health.class, _ -> new Answers.Health("ok")));
    }

    void add(RoutesConfig routes) {
        for (var route : table()) {
            get(routes, route.path(), ctx -> Documents.send(ctx, "application/json", answer(ctx, route)));
        }
        byte[] document = Json.MAPPER.writeValueAsBytes(OpenApi.document(described()));
        get(routes, DOCUMENT, ctx -> Documents.send(ctx, "application/json", document));
    }

    /** An address that pages of any site may read, with headers of their own too. */
    static void get(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, handler);
        routes.head(path, handler);
        routes.options(path, ctx -> {
            ctx.header("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS");
            ctx.header("Access-Control-Allow-Headers", "Accept, If-None-Match");
            ctx.header("Access-Control-Max-Age", "86400");
            ctx.status(HttpStatus.NO_CONTENT);
        });
    }

    /** What lists shops and goods is kept; the rest is soon made, or of this minute alone. */
    private byte[] answer(Context ctx, ApiRoute route) {
        return route.items() == null ? bytes(ctx, route) : kept.of(ctx, () -> bytes(ctx, route));
    }

    private static byte[] bytes(Context ctx, ApiRoute route) {
        var chosen = ApiQuery.fields(ctx, route.fields());
        var answer = route.handler().apply(ctx);
        return chosen.isAll()
                ? Json.MAPPER.writeValueAsBytes(answer)
                : Json.MAPPER.writeValueAsBytes(chosen.of(Json.MAPPER.valueToTree(answer)));
    }

    private Record merchants(Context ctx) {
        var paging = ApiQuery.paging(ctx);
        String after = paging.after();
        var found = after == null
                ? listings.merchants(paging.page(), paging.size())
                : ApiQuery.following(after, () -> listings.merchants(after, paging.size()));
        return new Answers.Merchants(
                found.total(),
                found.merchants().stream()
                        .map(KeptAnswers.seen(ctx)::note)
                        .map(Json::merchant)
                        .toList(),
                next(ctx, found.next()));
    }

    private Record merchant(Context ctx) {
        ApiQuery.one(ctx);
        return Json.merchant(KeptAnswers.seen(ctx)
                .note(listings.merchant(did(ctx)).orElseThrow(() -> new Absent(listings.absence(did(ctx))))));
    }

    private Record handover(Context ctx) {
        var merchant = listings.merchant(did(ctx)).orElseThrow(() -> new Absent(listings.absence(did(ctx))));
        return handover.of(ctx, merchant.profile());
    }

    private Record search(Context ctx) {
        var asked = ApiQuery.listings(ctx, listings);
        var query = asked.query();
        var page = ApiQuery.following(asked.after(), () -> listings.search(query, asked.around(), asked.after()));
        if (page.total() == 0 || !page.instead().isEmpty()) {
            Gate.charge(ctx, Gate.GUESSING);
        }
        if (asked.after() != null) {
            // every shop may have to be weighed as of that bookmark
            Gate.charge(ctx, Gate.COUNTING);
        }
        return new Answers.Listings(
                page.total(),
                page.listings().stream()
                        .map(KeptAnswers.seen(ctx)::note)
                        .map(Json::listing)
                        .toList(),
                Json.facets(page, asked.currency()),
                page.instead().isEmpty() ? null : page.instead(),
                next(ctx, page.next()));
    }

    /** The same question from where this answer ends; null after the last. */
    private static @Nullable String next(Context ctx, @Nullable String bookmark) {
        if (bookmark == null) {
            return null;
        }
        var left = Set.of(Parameters.PAGE.name(), Parameters.AFTER.name());
        String kept = ctx.queryParamMap().entrySet().stream()
                .filter(entry ->
                        !left.contains(entry.getKey()) && !entry.getValue().isEmpty())
                .map(entry ->
                        entry.getKey() + "=" + Links.encode(entry.getValue().getFirst()) + "&")
                .collect(Collectors.joining());
        return ctx.path() + "?" + kept + Parameters.AFTER.name() + "=" + bookmark;
    }

    private Record suggestions(Context ctx) {
        var typed = ApiQuery.typed(ctx);
        return Json.suggestions(
                typed.merchant() == null
                        ? listings.suggest(typed.words())
                        : listings.suggest(typed.words(), typed.merchant()));
    }

    private Record listing(Context ctx) {
        ApiQuery.one(ctx);
        return Json.listing(KeptAnswers.seen(ctx)
                .note(listings.listing(did(ctx), rkey(ctx))
                        .orElseThrow(() -> new Absent(listings.absence(did(ctx), rkey(ctx))))));
    }

    /** The shop that the address names. */
    static Did did(Context ctx) {
        try {
            return new Did(ctx.pathParam("did"));
        } catch (IllegalArgumentException e) {
            throw new NotFoundResponse();
        }
    }

    /** The record that the address names. */
    static RecordKey rkey(Context ctx) {
        try {
            return new RecordKey(ctx.pathParam("rkey"));
        } catch (IllegalArgumentException e) {
            throw new NotFoundResponse();
        }
    }
}
