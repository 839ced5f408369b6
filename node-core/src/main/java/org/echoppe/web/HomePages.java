package org.echoppe.web;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.echoppe.domain.Cid;
import org.echoppe.replicas.ListingPage;
import org.echoppe.replicas.Listings;
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

    private final Listings listings;
    private final Predicate<Cid> pictures;
    private final Printer printer;
    private final @Nullable String fingerprint;

    HomePages(Listings listings, Predicate<Cid> pictures, Printer printer, @Nullable String fingerprint) {
        this.listings = listings;
        this.pictures = pictures;
        this.printer = printer;
        this.fingerprint = fingerprint;
    }

    void home(Visit visit) {
        var shelf = new Shelf(visit, pictures);
        var newest = listings.search(ListingQuery.of("").sortedBy(Sort.NEWEST).page(1, NEWEST));
        var some = listings.merchants(1, SHOPS);
        var home = new Home(
                some.total() == 0 ? "" : visit.say("home.size", newest.total(), some.total()),
                tiles(visit, newest),
                some.merchants().stream().map(shelf::shopCard).toList(),
                some.total() > SHOPS,
                newest.listings().stream().map(shelf::card).toList());
        printer.print(visit.ctx(), "home.jte", visit.heroFrame(visit.say("home.tab")), Map.of("home", home));
    }

    private static List<Home.Tile> tiles(Visit visit, ListingPage all) {
        return all.categories().stream()
                .filter(count -> CategoryPath.isChild(count.value(), null))
                .limit(TILES)
                .map(count -> new Home.Tile(
                        visit.href("/search?category=" + Links.encode(count.value())),
                        count.value(),
                        Shelf.initial(count.value()),
                        Shelf.tint(count.value()),
                        visit.say("count.articles", count.count())))
                .toList();
    }

    void results(Visit visit) {
        var wanted = Wanted.of(visit.ctx());
        var shelf = new Shelf(visit, pictures);
        var maker = new GoodsMaker(
                visit, shelf, listings, new Narrowing(visit, listings, visit.href("/search"), wanted, false));
        var found = maker.find();
        String heading = heading(visit, wanted);
        List<Choice> tries = found.listings().isEmpty()
                ? tiles(visit, listings.search(ListingQuery.of("").page(1, 1))).stream()
                        .map(tile -> new Choice(tile.href(), tile.name(), "", false))
                        .toList()
                : List.of();
        printer.print(
                visit.ctx(),
                "results.jte",
                visit.frame(heading, wanted.words()),
                Map.of("heading", heading, "goods", maker.goods(found), "tries", tries));
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
                found.merchants().stream().map(shelf::shopCard).toList(),
                pages > 1 ? visit.say("paging.position", page, pages) : "",
                page > 1 ? visit.href("/shops?page=" + (page - 1)) : null,
                page < pages ? visit.href("/shops?page=" + (page + 1)) : null);
        printer.print(visit.ctx(), "shops.jte", visit.frame(visit.say("shops.title"), ""), Map.of("shops", shops));
    }

    void about(Visit visit) {
        int total = listings.search(ListingQuery.of("").page(1, 1)).total();
        var about = new About(visit.say("about.size", total, listings.merchantCount()), fingerprint);
        printer.print(visit.ctx(), "about.jte", visit.frame(visit.say("about.title"), ""), Map.of("about", about));
    }
}
