package org.echoppe.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Language;
import org.echoppe.guard.Denials;
import org.echoppe.replicas.Merchant;
import org.echoppe.store.Head;
import org.echoppe.web.feed.AtomFeed;
import org.echoppe.web.feed.CsvSheet;
import org.echoppe.web.feed.GoogleFeed;
import org.echoppe.web.view.Texts;

/**
 * The goods of a shop for other programs: its news as Atom, all of it as a Google product feed and as a table. A document
 * holds what one commit says and those of its pictures that are here, so it is made once for these; what does not fit into one has
 * pages.
 */
final class FeedRoutes {
    static final String NEWS = "/news.atom";
    static final String GOOGLE = "/products.xml";
    static final String TABLE = "/products.csv";

    private static final int LATEST = 50;
    private final WebServer.Sources sources;
    private final Origins origins;
    private final KeptDocuments<Record> kept;

    /**
     * What a document is made of.
     *
     * @param denied what was left out
     */
    private record Key(Cid commit, Denials.Rules denied, Origin here, String path, int page) {}

    /** What a document is made of. */
    private record Asked(Merchant merchant, ShopWares wares, Origin here, String path, String shopPath, int page) {
        String shopPage() {
            return wares.home().at(shopPath);
        }
    }

    private interface Maker {
        byte[] make(Asked asked);
    }

    FeedRoutes(WebServer.Sources sources, Origins origins, KeptDocuments<Record> kept) {
        this.sources = sources;
        this.origins = origins;
        this.kept = kept;
    }

    void add(RoutesConfig routes) {
        for (var language : Language.values()) {
            add(routes, language, NEWS, AtomFeed.MEDIA_TYPE, asked -> atom(asked, language));
            add(routes, language, GOOGLE, "application/xml", FeedRoutes::google);
            add(routes, language, TABLE, CsvSheet.MEDIA_TYPE, asked -> CsvSheet.of(asked.wares.page(asked.page)));
        }
    }

    private void add(RoutesConfig routes, Language language, String name, String type, Maker maker) {
        ApiRoutes.get(routes, "/" + language.code() + "/shops/{did}" + name, ctx -> answer(ctx, language, type, maker));
    }

    private void answer(Context ctx, Language language, String type, Maker maker) {
        var did = ApiRoutes.did(ctx);
        var head = sources.blocks().head(did).orElseThrow(NotFoundResponse::new);
        var listings = sources.listings();
        var merchant = listings.merchant(did).orElseThrow(() -> new Absent(listings.absence(did)));
        var here = origins.of(ctx);
        int page = page(ctx, head);
        String shopPath = "/" + language.code() + Links.shop(did);
        var home = here.home(did, merchant.profile(), sources.own());
        var key = new Key(head.commitCid(), sources.denials().rules(), here, ctx.path(), page);
        byte[] document = kept.of(
                key,
                seen -> maker.make(new Asked(
                        merchant,
                        new ShopWares(sources, seen::holds, did, home, here, language),
                        here,
                        ctx.path(),
                        shopPath,
                        page)));
        sources.blocks().settle();
        if (page < ShopWares.parts(head) && !ctx.path().endsWith(NEWS)) {
            ctx.header("Link", "<" + ctx.path() + "?page=" + (page + 1) + ">; rel=\"next\"");
        }
        Documents.send(ctx, type, document);
    }

    private static int page(Context ctx, Head head) {
        int page = Wanted.of(ctx).page();
        if (page > ShopWares.parts(head)) {
            throw new NotFoundResponse();
        }
        return page;
    }

    private static byte[] atom(Asked asked, Language language) {
        var merchant = asked.merchant;
        return AtomFeed.of(
                asked.here.at(asked.path),
                asked.shopPage(),
                "at://" + merchant.did(),
                new Texts(language).say("feed.title", merchant.profile().name()),
                merchant.profile(),
                merchant.confirmedAt(),
                asked.wares.latest(LATEST),
                language.locale());
    }

    private static byte[] google(Asked asked) {
        return GoogleFeed.of(asked.shopPage(), asked.merchant.profile(), asked.wares.page(asked.page));
    }
}
