package org.echoppe.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.echoppe.domain.Cid;
import org.echoppe.replicas.Around;
import org.echoppe.replicas.Found;
import org.echoppe.replicas.Listings;
import org.echoppe.replicas.Merchant;
import org.echoppe.replicas.Place;
import org.echoppe.search.ListingQuery;
import org.echoppe.search.ListingQuery.Sort;
import org.echoppe.web.view.About;
import org.echoppe.web.view.Choice;
import org.echoppe.web.view.Home;
import org.echoppe.web.view.Shops;
import org.jspecify.annotations.Nullable;

/** The front page, the results of a search, the list of shops, and what this network is. */
final class HomePages {
    private static final int TILES = 8;
    private static final int SHOPS = 6;
    private static final int SHOPS_A_PAGE = 60;
    private static final int NEWEST = 8;
    /** So many of a category are looked at for a photo. */
    private static final int PHOTOS = 24;

    private final Listings listings;
    private final Predicate<Cid> pictures;
    private final Printer printer;
    private final Kept kept;
    private final @Nullable String fingerprint;
    private final String checkout;
    private final String verify;

    /**
     * Pages of these listings.
     *
     * @param checkout the SHA-256 of what seals orders
     * @param verify that of what checks signatures
     */
    HomePages(
            Listings listings,
            Predicate<Cid> pictures,
            Printer printer,
            Kept kept,
            @Nullable String fingerprint,
            String checkout,
            String verify) {
        this.listings = listings;
        this.pictures = pictures;
        this.printer = printer;
        this.fingerprint = fingerprint;
        this.checkout = checkout;
        this.verify = verify;
        this.kept = kept;
    }

    void home(Visit whole) {
        var visit = whole.wanting(Wanted.NOTHING.near(whole.near()));
        kept.send(visit, seen -> home(visit, seen));
    }

    private Printer.Page home(Visit visit, Seen seen) {
        var shelf = new Shelf(visit, seen::holds);
        var wanted = visit.wanted();
        var narrowing = new Narrowing(visit, listings, visit.href("/"), wanted, false);
        var place = narrowing.place();
        var newest = seen.note(listings.find(
                ListingQuery.of("").sortedBy(Sort.NEWEST).groupedByArticle(true).page(1, NEWEST),
                new Around(place, 0, false, Around.Handing.ANY)));
        var cards = new Cards(visit, seen::holds, wanted);
        int shops = listings.merchantCount();
        var home = new Home(
                shops == 0 ? "" : visit.say("home.size", newest.articles(), shops),
                Places.nearby(visit, wanted, place, visit.href("/")),
                tiles(visit, wanted, newest, seen),
                visit.say(place != null && place.isKnown() ? "home.shops.near" : "home.shops"),
                listings.shopsNear(place, SHOPS).stream()
                        .map(seen::note)
                        .map(merchant -> shelf.shopCard(merchant, distance(visit, place, merchant)))
                        .toList(),
                shops > SHOPS,
                wanted.sortedBy(Sort.NEWEST).address(visit.href("/search")),
                newest.offers().stream().map(cards::card).toList());
        return printer.page("home.jte", visit.heroFrame(visit.say("home.tab")), Map.of("home", home));
    }

    private String distance(Visit visit, @Nullable Place place, Merchant merchant) {
        float metres = listings.metres(place, merchant.did());
        return metres < 0 ? "" : visit.figures().distance(metres);
    }

    private List<Home.Tile> tiles(Visit visit, Wanted wanted, Found all, Seen seen) {
        var shelf = new Shelf(visit, seen::holds);
        return all.facets().categories().stream()
                .filter(count -> CategoryPath.isChild(count.value(), null))
                .limit(TILES)
                .map(count -> tile(visit, wanted, shelf, count.value()))
                .toList();
    }

    /** With the newest photo of it whose bytes are here, and as many articles as its page will say. */
    private Home.Tile tile(Visit visit, Wanted wanted, Shelf shelf, String category) {
        var query = ListingQuery.of("")
                .inCategory(category)
                .groupedByArticle(true)
                .sortedBy(Sort.NEWEST)
                .page(1, PHOTOS);
        var found = listings.find(query, Around.ANYWHERE);
        String picture = found.offers().stream()
                .map(offer -> shelf.picture(offer).source())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new Home.Tile(
                wanted.inCategory(category).address(visit.href("/search")),
                category,
                picture,
                Shelf.initial(category),
                Shelf.tint(category),
                visit.say("count.articles", found.articles()));
    }

    void results(Visit visit) {
        kept.send(visit, seen -> results(visit, seen));
    }

    private Printer.Page results(Visit visit, Seen seen) {
        var wanted = visit.wanted();
        var narrowing = new Narrowing(visit, listings, visit.href("/search"), wanted, false);
        var maker = new GoodsMaker(visit, seen::holds, listings, narrowing);
        var found = seen.note(maker.find());
        String heading = heading(visit, wanted);
        List<Choice> tries = found.offers().isEmpty()
                ? listings.find(ListingQuery.of("").page(1, 1), Around.ANYWHERE).facets().categories().stream()
                        .filter(count -> CategoryPath.isChild(count.value(), null))
                        .limit(TILES)
                        .map(count -> new Choice(
                                Wanted.NOTHING
                                        .near(wanted.near())
                                        .inCategory(count.value())
                                        .address(visit.href("/search")),
                                count.value(),
                                "",
                                false))
                        .toList()
                : List.of();
        return printer.page(
                "results.jte",
                visit.frame(heading, wanted.words()),
                Map.of("heading", heading, "goods", maker.goods(found), "tries", tries));
    }

    void order(Visit visit) {
        printer.print(visit.ctx(), "order.jte", visit.frame(visit.say("order.title"), ""), Map.of());
    }

    private static String heading(Visit visit, Wanted wanted) {
        if (!wanted.words().isEmpty()) {
            return visit.say("results.words", wanted.words());
        }
        var category = wanted.category();
        if (category != null) {
            return CategoryPath.last(category);
        }
        return visit.say(wanted.sort() == Sort.NEWEST ? "results.newest" : "results.all");
    }

    void shops(Visit visit) {
        var shelf = new Shelf(visit, pictures);
        int pages = Math.max(1, Math.ceilDiv(listings.merchantCount(), SHOPS_A_PAGE));
        int page = Math.min(Wanted.of(visit.ctx()).page(), pages);
        var found = listings.merchants(page, SHOPS_A_PAGE);
        var shops = new Shops(
                visit.say("count.shops", found.total()),
                found.merchants().stream()
                        .map(merchant -> shelf.shopCard(merchant, ""))
                        .toList(),
                pages > 1 ? visit.say("paging.position", page, pages) : "",
                page > 1 ? visit.link("/shops?page=" + (page - 1)) : null,
                page < pages ? visit.link("/shops?page=" + (page + 1)) : null);
        printer.print(visit.ctx(), "shops.jte", visit.frame(visit.say("shops.title"), ""), Map.of("shops", shops));
    }

    void about(Visit visit) {
        int total =
                listings.find(ListingQuery.of("").page(1, 1), Around.ANYWHERE).total();
        var about = new About(visit.say("about.size", total, listings.merchantCount()), fingerprint, checkout, verify);
        printer.print(visit.ctx(), "about.jte", visit.frame(visit.say("about.title"), ""), Map.of("about", about));
    }
}
