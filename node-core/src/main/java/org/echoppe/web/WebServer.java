package org.echoppe.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.domain.Language;
import org.echoppe.guard.Denials;
import org.echoppe.guard.RateLimits;
import org.echoppe.guard.SecurityJournal;
import org.echoppe.http.HttpPort;
import org.echoppe.http.IpfsGateway;
import org.echoppe.http.PortSettings;
import org.echoppe.media.Blobs;
import org.echoppe.media.Pictures;
import org.echoppe.orders.Relay;
import org.echoppe.replicas.Listings;
import org.echoppe.store.RepoStore;
import org.jspecify.annotations.Nullable;

/** The web port: pages and JSON for shoppers. All they can leave is a sealed order. */
public final class WebServer implements AutoCloseable {
    private static final int CONNECTIONS_PER_ADDRESS = 100;
    private static final Duration REQUEST = Duration.ofSeconds(30);
    /** A request has no body here, but for a sealed order, whose route bounds it. */
    private static final int BODY = 1_024;

    private final HttpPort http;
    private final boolean secure;

    private WebServer(HttpPort http, boolean secure) {
        this.http = http;
        this.secure = secure;
    }

    /**
     * What the pages are made of.
     *
     * @param denials what the keeper of this node does not hand out
     * @param wanted is told of a shop's picture that a page lacks
     * @param relay takes sealed orders
     * @param orders how many of them
     * @param own whose node this is; at a mirror no shop stands under it
     */
    public record Sources(
            Listings listings,
            RepoStore blocks,
            Blobs blobs,
            Pictures pictures,
            Denials denials,
            Did own,
            BiConsumer<Did, Cid> wanted,
            Relay relay,
            OrderLimits orders) {
        /** Whether the picture is here and may be shown. */
        boolean shows(Cid picture) {
            return blobs.has(picture) && !denials.isDenied(picture);
        }
    }

    /** Enough for one network: 600 pages, or ten a second for ever. */
    public static RateLimits usualLimits(Clock clock) {
        return new RateLimits(6_000, Duration.ofMinutes(1), clock);
    }

    /**
     * Opens the port.
     *
     * @param clock with the time zone that this node's pages tell times in
     * @throws org.echoppe.domain.Rejected PORT_TAKEN
     */
    public static WebServer open(
            WebSettings settings, Sources sources, RateLimits limits, SecurityJournal journal, Clock clock) {
        var files = new StaticFiles();
        var printer = new Printer();
        boolean trusted = settings.tls() != null && settings.fingerprint() == null;
        var caller = new Caller(settings.trustedProxies());
        var gate = new Gate(caller, limits, journal, clock, trusted);
        var envelopes = new EnvelopeRoutes(sources.relay, sources.orders, caller, journal);
        var origins = new Origins(settings);
        var trouble = new Trouble(printer, clock, files.addresses(), origins);
        var api = new ApiRoutes(sources.listings, envelopes.table(), clock);
        var pages = new Pages(settings, sources, api, printer, files, clock, origins);
        var documents = new KeptDocuments<Record>(() -> sources.blobs.changes(), sources::shows);
        var maps = new ShopMaps(sources, documents);
        var port = new PortSettings(
                settings.bind(),
                settings.port(),
                settings.tls(),
                PortSettings.ClientCertificate.NOT_ASKED,
                BODY,
                settings.trustedProxies().isEmpty() ? CONNECTIONS_PER_ADDRESS : Integer.MAX_VALUE,
                _ -> REQUEST);
        var http = HttpPort.open(port, config -> {
            config.routes.before(gate::pass);
            config.routes.after(gate::settle);
            trouble.add(config.routes);
            // first what is asked for most: addresses are tried in this order
            pages.addSearch(config.routes);
            files.add(config.routes);
            api.add(config.routes);
            envelopes.add(config.routes);
            new PictureRoutes(sources, gate).add(config.routes);
            new FeedRoutes(sources, origins, documents).add(config.routes);
            new SiteRoutes(sources, files.addresses(), origins, clock, maps).add(config.routes);
            pages.add(config.routes);
            new ProofRoutes(sources).add(config.routes);
            new IpfsGateway(cid -> block(sources, cid), sources.denials).add(config.routes);
        });
        return new WebServer(http, settings.tls() != null);
    }

    private static byte @Nullable [] block(Sources sources, Cid cid) {
        if (cid.codec() == Cid.Codec.RAW) {
            return sources.blobs.get(cid).orElse(null);
        }
        var block = sources.blocks.block(cid);
        sources.blocks.settle();
        return block.orElse(null);
    }

    /** The pages by address. */
    private static final class Pages {
        private final HomePages home;
        private final ListingPages listings;
        private final ShopPages shops;
        private final ApiPages api;
        private final StoryPages stories;
        private final BasketPages baskets;
        private final StaticFiles files;
        private final Clock clock;
        private final Origins origins;

        Pages(
                WebSettings settings,
                Sources sources,
                ApiRoutes api,
                Printer printer,
                StaticFiles files,
                Clock clock,
                Origins origins) {
            var kept = new Kept(sources.listings, sources::shows, printer);
            this.home = new HomePages(
                    sources.listings,
                    sources::shows,
                    printer,
                    kept,
                    settings.fingerprint(),
                    files.sha256("checkout.js"),
                    files.sha256("verify.js"));
            this.listings = new ListingPages(sources, printer, kept);
            this.shops = new ShopPages(sources, printer, kept);
            this.stories = new StoryPages(sources, settings.keeperNotice(), printer);
            this.baskets = new BasketPages(sources.own, printer);
            this.api = new ApiPages(api.described(), printer);
            this.files = files;
            this.clock = clock;
            this.origins = origins;
        }

        void addSearch(RoutesConfig routes) {
            for (var language : Language.values()) {
                page(routes, language, "/" + language.code() + "/search", home::results);
            }
        }

        void add(RoutesConfig routes) {
            get(routes, "/", Pages::chooseLanguage);
            for (var language : Language.values()) {
                String at = "/" + language.code();
                page(routes, language, at + "/", home::home);
                page(routes, language, at + "/shops", home::shops);
                page(routes, language, at + "/about", home::about);
                page(routes, language, at + "/how", stories::how);
                page(routes, language, at + "/keeper", stories::keeper);
                page(routes, language, at + "/api", api::page);
                page(routes, language, at + "/order", home::order);
                page(routes, language, at + "/basket", baskets::basket);
                page(routes, language, at + "/orders", baskets::orders);
                page(routes, language, at + "/shops/{did}", shops::shop);
                page(routes, language, at + "/shops/{did}/{rkey}", listings::listing);
            }
        }

        private void page(RoutesConfig routes, Language language, String path, Consumer<Visit> page) {
            get(routes, path, ctx -> page.accept(Visit.of(ctx, language, clock, files.addresses(), origins)));
        }

        private static void get(RoutesConfig routes, String path, io.javalin.http.Handler handler) {
            routes.get(path, handler);
            routes.head(path, handler);
        }

        private static void chooseLanguage(Context ctx) {
            ctx.header("Vary", "Accept-Language");
            ctx.header("Cache-Control", "no-cache");
            ctx.redirect("/" + Languages.preferred(ctx).code() + "/", HttpStatus.SEE_OTHER);
        }
    }

    /** The port that is really listened on. */
    public int port() {
        return http.port();
    }

    public boolean isSecure() {
        return secure;
    }

    @Override
    public void close() {
        http.close();
    }
}
