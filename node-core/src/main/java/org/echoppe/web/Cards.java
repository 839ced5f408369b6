package org.echoppe.web;

import java.time.Instant;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Money;
import org.echoppe.media.Pictures;
import org.echoppe.records.Availability;
import org.echoppe.records.ShopStatus;
import org.echoppe.replicas.Freshness;
import org.echoppe.replicas.Offer;
import org.echoppe.replicas.Storefront;
import org.echoppe.search.Label;
import org.echoppe.search.ListingQuery.Sort;
import org.echoppe.web.view.Card;
import org.echoppe.web.view.Foreign;
import org.echoppe.web.view.Picture;
import org.echoppe.web.view.State;
import org.jspecify.annotations.Nullable;

/** Cards of a results page: what one needs to know before looking closer, and nothing that one expects anyway. */
final class Cards {
    private static final int WIDTH = 480;
    /** More than a card shows on the densest screen. */
    private static final int WIDEST = 960;
    /** As the grid stands: two on a phone, four at a desk. */
    private static final String SMALL = "(min-width: 900px) 260px, (min-width: 600px) 30vw, 46vw";

    private final Visit visit;
    private final Predicate<Cid> held;
    private final Wanted wanted;

    /** @param held whether the bytes of a picture are here */
    Cards(Visit visit, Predicate<Cid> held, Wanted wanted) {
        this.visit = visit;
        this.held = held;
        this.wanted = wanted;
    }

    /** One among those of many shops. */
    Card card(Offer offer) {
        var shop = offer.shop();
        return new Card(
                visit.link(Links.listing(offer.key().did(), offer.key().rkey())),
                foreign(offer.label().name(), offer.label().lang()),
                foreign(shop.name(), shop.lang()),
                near(offer),
                picture(offer),
                price(offer.label()),
                state(offer),
                group(offer));
    }

    /** One on its shop's own page, which has said already whose it is and whether the shop answers. */
    Card ownCard(Offer offer) {
        return new Card(
                visit.link(Links.listing(offer.key().did(), offer.key().rkey())),
                foreign(offer.label().name(), offer.label().lang()),
                new Foreign("", null),
                "",
                picture(offer),
                price(offer.label()),
                lack(offer.label()),
                null);
    }

    private Foreign foreign(String text, String lang) {
        boolean same = lang.isEmpty() || lang.equals(visit.texts().language().code());
        return new Foreign(text, same ? null : lang);
    }

    /** « 450 m · ouvert ». */
    private String near(Offer offer) {
        String far = offer.metres() < 0 ? "" : visit.figures().distance(offer.metres());
        String open = offer.open() ? visit.say("card.open") : "";
        return far.isEmpty() || open.isEmpty() ? far + open : far + " · " + open;
    }

    private @Nullable State state(Offer offer) {
        var holiday = holiday(offer.shop());
        if (holiday != null) {
            return holiday;
        }
        if (!offer.presence().reachable()) {
            return away(offer);
        }
        var stale = stale(offer.shop().confirmedAt());
        return stale != null ? stale : lack(offer.label());
    }

    /** A shop on holiday sells nothing today, whatever it has. */
    private @Nullable State holiday(Storefront shop) {
        return shop.times().status().state() == ShopStatus.State.OPEN
                ? null
                : new OpenHours(visit, shop.times(), shop.zone()).holiday();
    }

    private State away(Offer offer) {
        var since = offer.presence().awaySince();
        String words = since == null
                ? visit.say("away.plain")
                : visit.say("away", visit.figures().since(since));
        return new State(words, "away", State.Mood.CALM);
    }

    private @Nullable State stale(Instant confirmed) {
        return Freshness.at(confirmed, visit.clock().instant()).marked()
                ? new State(visit.say("stale", visit.figures().since(confirmed)), "alert", State.Mood.NOTE)
                : null;
    }

    private @Nullable State lack(Label label) {
        var availability = label.availability();
        if (availability == null || availability == Availability.IN_STOCK) {
            return null;
        }
        return Shelf.availability(visit, availability);
    }

    private org.echoppe.web.view.@Nullable Price price(Label label) {
        var price = label.price();
        return price == null ? null : visit.figures().price(price, label.measure());
    }

    private Picture picture(Offer offer) {
        var label = offer.label();
        String family = offer.shelf() == null ? label.name() : offer.shelf();
        var photo = label.picture();
        if (photo == null || !held.test(photo.cid())) {
            return new Picture(null, "", SMALL, "", Shelf.initial(family), Shelf.tint(family), false);
        }
        String widths = Pictures.WIDTHS.stream()
                .filter(width -> width <= WIDEST)
                .map(width -> Links.picture(photo.cid(), width) + " " + width + "w")
                .collect(Collectors.joining(", "));
        return new Picture(
                Links.picture(photo.cid(), WIDTH),
                widths,
                SMALL,
                photo.alternative(),
                Shelf.initial(family),
                Shelf.tint(family),
                false);
    }

    /** « 4 boutiques, dès 3,90 € », with the way to all of them. */
    private Card.@Nullable Group group(Offer offer) {
        var group = offer.group();
        if (group == null || group.listings() < 2) {
            return null;
        }
        Money from = group.from();
        String words = from == null
                ? visit.say("group", group.listings())
                : visit.say(
                        "group.from",
                        group.listings(),
                        from.format(visit.texts().language().locale()));
        var others = Wanted.NOTHING.withGtin(group.gtin()).near(wanted.near()).sortedBy(Sort.PRICE);
        return new Card.Group(others.address(visit.href("/search")), words);
    }
}
