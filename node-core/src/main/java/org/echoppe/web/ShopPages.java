package org.echoppe.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.echoppe.replicas.Found;
import org.echoppe.replicas.Listings;
import org.echoppe.replicas.Merchant;
import org.echoppe.web.view.Choice;
import org.echoppe.web.view.Foreign;
import org.echoppe.web.view.Head;
import org.echoppe.web.view.Line;
import org.echoppe.web.view.Shop;

/** One shop: who it is, when it is open, and its window. */
final class ShopPages {
    private final WebServer.Sources sources;
    private final Listings listings;
    private final Printer printer;
    private final Neighbours neighbours;
    private final Kept kept;

    ShopPages(WebServer.Sources sources, Printer printer, Kept kept) {
        this.kept = kept;
        this.sources = sources;
        this.listings = sources.listings();
        this.printer = printer;
        this.neighbours = new Neighbours(listings);
    }

    void shop(Visit visit) {
        kept.sendThisMinute(visit, seen -> shop(visit, seen));
    }

    private Printer.Page shop(Visit visit, Seen seen) {
        var merchant = seen.note(asked(visit));
        return printer.page(
                "shop.jte",
                visit.frame(merchant.profile().name(), "").with(head(visit, merchant, seen)),
                Map.of("shop", shop(visit, merchant, seen)));
    }

    private Head head(Visit visit, Merchant merchant, Seen seen) {
        var profile = merchant.profile();
        var here = visit.origin();
        var home = here.home(merchant.did(), profile, sources.own());
        String path = visit.href(Links.shop(merchant.did()));
        String logo = new Shelf(visit, seen::holds).logo(profile);
        String sign = logo == null ? null : here.at(logo);
        var data = visit.data()
                .path(
                        here,
                        List.of(
                                new Choice(visit.href("/"), visit.say("home.tab"), "", false),
                                new Choice(visit.href("/shops"), visit.say("shops.title"), "", false)))
                .shop(home.at(path), profile, sign, visit.clock());
        String words = profile.tagline().isBlank() ? profile.description() : profile.tagline();
        return visit.head(
                ListingPages.shortened(words.isBlank() ? profile.name() : words),
                home,
                data,
                sign,
                here.at(path + FeedRoutes.NEWS));
    }

    private Merchant asked(Visit visit) {
        var did = ApiRoutes.did(visit.ctx());
        return listings.merchant(did).orElseThrow(() -> new Absent(listings.absence(did)));
    }

    private Shop shop(Visit visit, Merchant merchant, Seen seen) {
        var shelf = new Shelf(visit, seen::holds);
        var profile = merchant.profile();
        var hours = new OpenHours(visit, profile);
        String href = visit.href(Links.shop(merchant.did()));
        var wanted = Wanted.of(visit.ctx())
                .atShop(merchant.did())
                .onPage(Wanted.of(visit.ctx()).page());
        var narrowing = new Narrowing(visit, listings, href, wanted, true);
        var maker = new GoodsMaker(visit, seen::holds, listings, narrowing);
        var found = seen.note(maker.find());
        return new Shop(
                merchant.did().value(),
                href,
                visit.link(Links.shop(merchant.did())),
                shelf.name(profile),
                shelf.foreign(profile.tagline(), profile.lang()),
                profile.description().isBlank() ? null : shelf.foreign(profile.description(), profile.lang()),
                Shelf.tint(merchant.did()),
                shelf.logo(profile),
                hours.now(),
                shelf.notice(merchant.presence(), merchant.freshness(), merchant.confirmedAt(), "shop"),
                visit.say("signed", visit.figures().ago(merchant.confirmedAt())),
                hours.notice(),
                Contacts.of(visit, profile),
                hours.week(),
                Handover.of(visit, profile),
                legal(visit, shelf, merchant),
                details(visit, merchant),
                chips(visit, narrowing, maker, found),
                below(narrowing, found),
                maker.goods(found),
                wanted.words(),
                neighbours.around(visit, merchant));
    }

    /** The widest categories of this shop, and all of them together. */
    private static List<Choice> chips(Visit visit, Narrowing narrowing, GoodsMaker maker, Found found) {
        var wanted = narrowing.wanted();
        var all = wanted.category() == null ? found.facets().categories() : maker.categories();
        List<Choice> widest = all.stream()
                .filter(count -> CategoryPath.isChild(count.value(), null))
                .map(narrowing::category)
                .toList();
        if (widest.isEmpty()) {
            return List.of();
        }
        var chips = new ArrayList<Choice>();
        chips.add(new Choice(
                narrowing.href(wanted.inCategory(null)), visit.say("shop.everything"), "", wanted.category() == null));
        chips.addAll(widest);
        return chips;
    }

    /** What lies below the chosen category. */
    private static List<Choice> below(Narrowing narrowing, Found found) {
        var category = narrowing.wanted().category();
        return category == null
                ? List.of()
                : found.facets().categories().stream()
                        .filter(count -> CategoryPath.isChild(count.value(), category))
                        .map(narrowing::category)
                        .toList();
    }

    /** Who answers for the shop, and on what terms it sells, as it says itself. */
    static List<Shop.Legal> legal(Visit visit, Shelf shelf, Merchant merchant) {
        var legal = merchant.profile().legal();
        String lang = merchant.profile().lang();
        String company = Stream.of(
                        legal.companyName(),
                        labelled(visit.say("legal.registration"), legal.registrationId()),
                        labelled(visit.say("legal.vat"), legal.vatId()))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n"));
        return Stream.of(
                        new Shop.Legal(visit.say("legal.notice"), shelf.foreign(notice(company, legal.notice()), lang)),
                        new Shop.Legal(visit.say("legal.terms"), shelf.foreign(legal.terms(), lang)),
                        new Shop.Legal(visit.say("legal.withdrawal"), shelf.foreign(legal.withdrawal(), lang)),
                        new Shop.Legal(visit.say("legal.mediator"), shelf.foreign(legal.mediator(), lang)),
                        new Shop.Legal(visit.say("legal.privacy"), shelf.foreign(legal.privacy(), lang)))
                .filter(text -> !text.text().text().isBlank())
                .toList();
    }

    /** What the shop wrote; where it wrote nothing, who it is. */
    private static String notice(String company, String notice) {
        return notice.isBlank() ? company : notice;
    }

    private static String labelled(String label, String text) {
        return text.isBlank() ? "" : label + " " + text;
    }

    private List<Line> details(Visit visit, Merchant merchant) {
        String href = visit.href(Links.shop(merchant.did()));
        int parts = sources.blocks().head(merchant.did()).map(ShopWares::parts).orElse(1);
        var lines = new ArrayList<Line>();
        lines.add(new Line("info", visit.say("details.news"), new Foreign("Atom", null), href + FeedRoutes.NEWS));
        lines.addAll(documents(visit, "details.table", "CSV", href + FeedRoutes.TABLE, parts));
        lines.addAll(documents(visit, "details.google", "XML", href + FeedRoutes.GOOGLE, parts));
        lines.addAll(List.of(
                new Line(
                        "info",
                        visit.say("details.rev"),
                        new Foreign(visit.figures().moment(merchant.confirmedAt()), null),
                        null),
                new Line(
                        "info",
                        visit.say("details.did"),
                        new Foreign(merchant.did().value(), null),
                        null),
                new Line(
                        "info",
                        visit.say("details.json"),
                        new Foreign("JSON", null),
                        "/api/v1/merchants/" + merchant.did())));
        return lines;
    }

    /** All parts of a document: nobody who fetches the first one looks for others by himself. */
    private static List<Line> documents(Visit visit, String label, String format, String href, int parts) {
        String name = visit.say(label);
        return IntStream.rangeClosed(1, parts)
                .mapToObj(part -> new Line(
                        "info",
                        parts == 1 ? name : visit.say("details.part", name, part, parts),
                        new Foreign(format, null),
                        part == 1 ? href : href + "?page=" + part))
                .toList();
    }
}
