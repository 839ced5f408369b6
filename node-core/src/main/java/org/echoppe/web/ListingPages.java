package org.echoppe.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.echoppe.records.ProductRecord;
import org.echoppe.records.ShopClock;
import org.echoppe.replicas.Listing;
import org.echoppe.web.view.Article;
import org.echoppe.web.view.Choice;
import org.echoppe.web.view.Foreign;
import org.echoppe.web.view.Head;
import org.echoppe.web.view.Line;

/** One listing, whole. */
final class ListingPages {
    private static final int PICTURE_WIDTH = 960;
    private static final int MOST_WORDS = 160;

    private final WebServer.Sources sources;
    private final Printer printer;
    private final Kept kept;

    ListingPages(WebServer.Sources sources, Printer printer, Kept kept) {
        this.sources = sources;
        this.printer = printer;
        this.kept = kept;
    }

    void listing(Visit visit) {
        kept.sendThisMinute(visit, seen -> listing(visit, seen));
    }

    private Printer.Page listing(Visit visit, Seen seen) {
        var listing = seen.note(asked(visit));
        var record = listing.record();
        record.images().stream()
                .map(image -> image.blob().ref())
                .filter(cid -> !sources.blobs().has(cid) && !sources.denials().isDenied(cid))
                .forEach(cid -> sources.wanted().accept(listing.did(), cid));
        var frame = visit.frame(record.name(), "").with(head(visit, listing, seen));
        return printer.page("listing.jte", frame, Map.of("article", article(visit, listing, seen)));
    }

    private Head head(Visit visit, Listing listing, Seen seen) {
        var record = listing.record();
        var here = visit.origin();
        var home = here.home(listing.did(), listing.shop(), sources.own());
        String shop = visit.href(Links.shop(listing.did()));
        List<String> photos = record.images().stream()
                .map(image -> image.blob().ref())
                .filter(seen::holds)
                .map(cid -> here.at(Links.picture(cid, PICTURE_WIDTH)))
                .toList();
        var data = visit.data()
                .path(here, path(visit::href, visit, listing))
                .shop(home.at(shop), listing.shop(), null, visit.clock())
                .product(
                        home.at(visit.href(Links.listing(listing.did(), listing.rkey()))),
                        home.at(shop),
                        record,
                        photos);
        var sold = new Shelf(visit, seen::holds).price(record);
        String price = sold == null ? "" : (sold.amount() + " " + sold.plus()).strip() + " · ";
        String words = record.description().isBlank() ? record.name() : record.description();
        return visit.head(
                shortened(price + listing.shop().name() + " · " + words),
                home,
                data,
                photos.isEmpty() ? null : photos.getFirst(),
                here.at(shop + FeedRoutes.NEWS));
    }

    /** As much as a search engine shows, on one line. */
    static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= MOST_WORDS
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MOST_WORDS - 1)) + "…";
    }

    private Listing asked(Visit visit) {
        var did = ApiRoutes.did(visit.ctx());
        var rkey = ApiRoutes.rkey(visit.ctx());
        var listings = sources.listings();
        return listings.listing(did, rkey).orElseThrow(() -> new Absent(listings.absence(did, rkey)));
    }

    private Article article(Visit visit, Listing listing, Seen seen) {
        var shelf = new Shelf(visit, seen::holds);
        var record = listing.record();
        var hours = new OpenHours(visit, listing.shop());
        var others = OtherShops.of(visit, shelf, sources.listings(), listing, seen);
        return new Article(
                path(visit::link, visit, listing),
                shelf.gallery(record, PICTURE_WIDTH),
                shelf.foreign(record.name(), record.lang()),
                record.brand(),
                shelf.name(listing.shop()),
                visit.link(Links.shop(listing.did())),
                shelf.price(record),
                shelf.availability(record),
                Buying.of(listing, today(visit, listing)),
                kinds(visit, shelf, record),
                hours.now(),
                hours.today(),
                shelf.notice(listing.presence(), listing.freshness(), listing.confirmedAt(), "listing"),
                visit.say("signed", visit.figures().ago(listing.confirmedAt())),
                new Article.Proof(
                        listing.did().value(),
                        listing.rkey().value(),
                        listing.cid().toString(),
                        visit.figures()
                                .day(LocalDate.ofInstant(
                                        listing.confirmedAt(), visit.clock().getZone()))),
                Contacts.of(visit, listing.shop()),
                Handover.of(visit, listing.shop()),
                record.description().isBlank() ? null : shelf.foreign(record.description(), record.lang()),
                facts(visit, shelf, record),
                others.offers(),
                others.offers().isEmpty() ? "" : words(visit, others),
                others.all(),
                details(visit, listing));
    }

    private static String words(Visit visit, OtherShops others) {
        var from = others.from();
        var price = from == null ? null : from.price();
        if (from == null || price == null) {
            return visit.say("listing.others.plain", others.shops());
        }
        return from.from()
                ? visit.say(
                        "listing.others.range",
                        others.shops(),
                        price.format(visit.texts().language().locale()))
                : visit.say(
                        "listing.others",
                        others.shops(),
                        visit.figures().price(from, price).amount());
    }

    private static LocalDate today(Visit visit, Listing listing) {
        var zone = ShopClock.zone(listing.shop().address(), visit.clock().getZone());
        return visit.clock().instant().atZone(zone).toLocalDate();
    }

    /** @param address a path's address: for machines, or for a shopper who looks from somewhere */
    private static List<Choice> path(UnaryOperator<String> address, Visit visit, Listing listing) {
        var path = new ArrayList<Choice>();
        path.add(new Choice(address.apply("/"), visit.say("home.tab"), "", false));
        String category = "";
        for (String level : listing.record().category()) {
            category = category.isEmpty() ? level : category + CategoryPath.LEVEL + level;
            path.add(new Choice(address.apply("/search?category=" + Links.encode(category)), level, "", false));
        }
        return path;
    }

    /** Each with its own price and availability; those of the product where it has none. */
    private static List<Article.Kind> kinds(Visit visit, Shelf shelf, ProductRecord record) {
        return record.variants().stream()
                .map(kind -> new Article.Kind(
                        kind.name(),
                        kind.price()
                                .or(record::price)
                                .map(visit.figures()::price)
                                .orElse(null),
                        shelf.availability(
                                kind.availability().or(record::availability).orElse(null))))
                .toList();
    }

    private static List<Line> facts(Visit visit, Shelf shelf, ProductRecord record) {
        var lines = new ArrayList<Line>();
        var facts = record.facts();
        add(lines, visit.say("listing.ingredients"), shelf.foreign(facts.ingredients(), record.lang()));
        add(lines, visit.say("listing.allergens"), shelf.foreign(facts.allergens(), record.lang()));
        add(lines, visit.say("listing.manufacturer"), shelf.foreign(facts.manufacturer(), record.lang()));
        add(lines, visit.say("listing.safety"), shelf.foreign(facts.safety(), record.lang()));
        record.condition()
                .ifPresent(condition -> add(
                        lines,
                        visit.say("listing.condition"),
                        new Foreign(visit.say("condition." + condition.name()), null)));
        record.withdrawal().ifPresent(withdrawal -> {
            String words = withdrawal.allowed()
                    ? visit.say("listing.withdrawal.allowed")
                    : withdrawal.reason().isBlank()
                            ? visit.say("listing.withdrawal.none")
                            : visit.say("listing.withdrawal.excluded", withdrawal.reason());
            add(lines, visit.say("listing.withdrawal"), new Foreign(words, null));
        });
        return lines;
    }

    private static void add(List<Line> lines, String label, Foreign text) {
        if (!text.text().isBlank()) {
            lines.add(new Line("info", label, text, null));
        }
    }

    private static List<Line> details(Visit visit, Listing listing) {
        var lines = new ArrayList<Line>();
        var record = listing.record();
        record.gtin().ifPresent(gtin -> add(lines, visit.say("details.gtin"), new Foreign(gtin.value(), null)));
        add(lines, visit.say("details.sku"), new Foreign(record.sku(), null));
        add(lines, visit.say("details.rev"), new Foreign(visit.figures().moment(listing.confirmedAt()), null));
        add(lines, visit.say("details.did"), new Foreign(listing.did().value(), null));
        add(lines, visit.say("details.cid"), new Foreign(listing.cid().toString(), null));
        String json = "/api/v1/listings/" + listing.did() + "/" + listing.rkey();
        lines.add(new Line("info", visit.say("details.json"), new Foreign("JSON", null), json));
        return lines;
    }
}
