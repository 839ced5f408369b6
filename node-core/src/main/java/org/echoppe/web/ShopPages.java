package org.echoppe.web;

import io.javalin.http.NotFoundResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.replicas.ListingPage;
import org.echoppe.replicas.Listings;
import org.echoppe.replicas.Merchant;
import org.echoppe.web.view.Choice;
import org.echoppe.web.view.Foreign;
import org.echoppe.web.view.Line;
import org.echoppe.web.view.Shop;

/** One shop: who it is, when it is open, and its window. */
final class ShopPages {
    private final Listings listings;
    private final Predicate<Cid> pictures;
    private final Printer printer;

    ShopPages(Listings listings, Predicate<Cid> pictures, Printer printer) {
        this.listings = listings;
        this.pictures = pictures;
        this.printer = printer;
    }

    void shop(Visit visit) {
        var merchant = asked(visit);
        printer.print(
                visit.ctx(),
                "shop.jte",
                visit.frame(merchant.profile().name(), ""),
                Map.of("shop", shop(visit, merchant)));
    }

    private Merchant asked(Visit visit) {
        try {
            return listings.merchant(new Did(visit.ctx().pathParam("did"))).orElseThrow(NotFoundResponse::new);
        } catch (IllegalArgumentException e) {
            throw new NotFoundResponse();
        }
    }

    private Shop shop(Visit visit, Merchant merchant) {
        var shelf = new Shelf(visit, pictures);
        var profile = merchant.profile();
        var hours = new OpenHours(visit, profile);
        String href = visit.href(Links.shop(merchant.did()));
        var wanted = Wanted.of(visit.ctx())
                .atShop(merchant.did())
                .onPage(Wanted.of(visit.ctx()).page());
        var maker = new GoodsMaker(visit, shelf, listings, href, wanted, true);
        var found = maker.find();
        return new Shop(
                href,
                shelf.name(profile),
                shelf.foreign(profile.tagline(), profile.lang()),
                profile.description().isBlank() ? null : shelf.foreign(profile.description(), profile.lang()),
                Shelf.tint(merchant.did()),
                hours.now(),
                shelf.awaySentence(merchant.presence(), "away.shop"),
                visit.say("signed", visit.figures().ago(merchant.confirmedAt())),
                hours.notice(),
                Contacts.of(visit, profile),
                hours.week(),
                legal(visit, shelf, merchant),
                details(visit, merchant),
                chips(visit, maker, found, wanted, href),
                maker.goods(found),
                wanted.words());
    }

    /** The categories of this shop, and a way back to all of them. */
    private static List<Choice> chips(Visit visit, GoodsMaker maker, ListingPage found, Wanted wanted, String href) {
        var categories = maker.categories(found);
        if (categories.isEmpty()) {
            return List.of();
        }
        var chips = new ArrayList<Choice>();
        String all = wanted.inCategory(null).atShop(null).address(href);
        chips.add(new Choice(all, visit.say("shop.everything"), "", wanted.category() == null));
        chips.addAll(categories);
        return chips;
    }

    private static List<Shop.Legal> legal(Visit visit, Shelf shelf, Merchant merchant) {
        var legal = merchant.profile().legal();
        String lang = merchant.profile().lang();
        String company = Stream.of(
                        legal.companyName(),
                        labelled(visit.say("legal.registration"), legal.registrationId()),
                        labelled(visit.say("legal.vat"), legal.vatId()))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n"));
        return Stream.of(
                        new Shop.Legal(visit.say("legal.terms"), shelf.foreign(legal.terms(), lang)),
                        new Shop.Legal(visit.say("legal.withdrawal"), shelf.foreign(legal.withdrawal(), lang)),
                        new Shop.Legal(visit.say("legal.mediator"), shelf.foreign(legal.mediator(), lang)),
                        new Shop.Legal(visit.say("legal.company"), new Foreign(company, null)))
                .filter(text -> !text.text().text().isBlank())
                .toList();
    }

    private static String labelled(String label, String text) {
        return text.isBlank() ? "" : label + " " + text;
    }

    private static List<Line> details(Visit visit, Merchant merchant) {
        return List.of(
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
                        "/api/v1/merchants/" + merchant.did()));
    }
}
