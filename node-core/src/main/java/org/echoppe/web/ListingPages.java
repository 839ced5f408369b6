package org.echoppe.web;

import io.javalin.http.NotFoundResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.domain.RecordKey;
import org.echoppe.records.ProductRecord;
import org.echoppe.replicas.Listing;
import org.echoppe.replicas.Listings;
import org.echoppe.web.view.Article;
import org.echoppe.web.view.Choice;
import org.echoppe.web.view.Foreign;
import org.echoppe.web.view.Line;

/** One listing, whole. */
final class ListingPages {
    private static final int PICTURE_WIDTH = 960;

    private final Listings listings;
    private final Predicate<Cid> pictures;
    private final Printer printer;

    ListingPages(Listings listings, Predicate<Cid> pictures, Printer printer) {
        this.listings = listings;
        this.pictures = pictures;
        this.printer = printer;
    }

    void listing(Visit visit) {
        var listing = asked(visit);
        var record = listing.record();
        printer.print(
                visit.ctx(), "listing.jte", visit.frame(record.name(), ""), Map.of("article", article(visit, listing)));
    }

    private Listing asked(Visit visit) {
        try {
            var did = new Did(visit.ctx().pathParam("did"));
            var rkey = new RecordKey(visit.ctx().pathParam("rkey"));
            return listings.listing(did, rkey).orElseThrow(NotFoundResponse::new);
        } catch (IllegalArgumentException e) {
            throw new NotFoundResponse();
        }
    }

    private Article article(Visit visit, Listing listing) {
        var shelf = new Shelf(visit, pictures);
        var record = listing.record();
        var others = OtherShops.of(visit, shelf, listings, listing);
        return new Article(
                path(visit, listing),
                shelf.picture(record, PICTURE_WIDTH),
                shelf.foreign(record.name(), record.lang()),
                record.brand(),
                shelf.name(listing.shop()),
                visit.href(Links.shop(listing.did())),
                shelf.price(record),
                shelf.availability(record),
                new OpenHours(visit, listing.shop()).now(),
                shelf.awaySentence(listing.presence(), "away.listing"),
                visit.say("signed", visit.figures().ago(listing.confirmedAt())),
                new Article.Proof(
                        listing.did().value(),
                        listing.rkey().value(),
                        listing.cid().toString()),
                Contacts.of(visit, listing.shop()),
                record.description().isBlank() ? null : shelf.foreign(record.description(), record.lang()),
                facts(visit, shelf, record),
                others,
                others.isEmpty()
                        ? ""
                        : visit.say(
                                "listing.others",
                                others.size(),
                                others.getFirst().price().amount()),
                details(visit, listing));
    }

    private static List<Choice> path(Visit visit, Listing listing) {
        var path = new ArrayList<Choice>();
        path.add(new Choice(visit.href("/"), visit.say("home.tab"), "", false));
        String category = "";
        for (String level : listing.record().category()) {
            category = category.isEmpty() ? level : category + CategoryPath.LEVEL + level;
            path.add(new Choice(visit.href("/search?category=" + Links.encode(category)), level, "", false));
        }
        return path;
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
