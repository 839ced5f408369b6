package org.echoppe.web;

import java.util.function.Predicate;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Money;
import org.echoppe.records.Availability;
import org.echoppe.records.ShopStatus;
import org.echoppe.replicas.Freshness;
import org.echoppe.replicas.Offer;
import org.echoppe.replicas.Storefront;
import org.echoppe.search.Label;
import org.echoppe.search.ListingQuery.Sort;
import org.echoppe.web.view.Card;
import org.echoppe.web.view.Foreign;
import org.echoppe.web.view.State;
import org.jspecify.annotations.Nullable;

/** Cards of a results page: what one needs to know before looking closer, and nothing that one expects anyway. */
final class Cards {
    private final Visit visit;
    private final Shelf shelf;
    private final Wanted wanted;

    /** @param held whether the bytes of a picture are here */
    Cards(Visit visit, Predicate<Cid> held, Wanted wanted) {
        this.visit = visit;
        this.shelf = new Shelf(visit, held);
        this.wanted = wanted;
    }

    /** One among those of many shops. */
    Card card(Offer offer) {
        var shop = offer.shop();
        return new Card(
                visit.link(Links.listing(offer.key().did(), offer.key().rkey())),
                shelf.foreign(offer.label().name(), offer.label().lang()),
                shelf.foreign(shop.name(), shop.lang()),
                near(offer),
                shelf.picture(offer),
                price(offer.label()),
                state(offer),
                group(offer),
                isOrderable(offer));
    }

    /** One on its shop's own page, which has said already whose it is and whether the shop answers. */
    Card ownCard(Offer offer) {
        return new Card(
                visit.link(Links.listing(offer.key().did(), offer.key().rkey())),
                shelf.foreign(offer.label().name(), offer.label().lang()),
                new Foreign("", null),
                "",
                shelf.picture(offer),
                price(offer.label()),
                lack(offer.label()),
                null,
                isOrderable(offer));
    }

    /** Of a shop that takes orders, and is not away for long. */
    private boolean isOrderable(Offer offer) {
        var shop = offer.shop();
        var today = visit.clock().instant().atZone(shop.zone()).toLocalDate();
        return shop.takesOrders()
                && shop.times().status().on(today).state() == ShopStatus.State.OPEN
                && offer.label().price() != null
                && !offer.label().plusVat()
                && offer.label().availability() != Availability.OUT_OF_STOCK;
    }

    /** « 450 m · ouvert ». */
    private String near(Offer offer) {
        String far = offer.metres() < 0 ? "" : visit.figures().distance(offer.metres());
        String open = offer.open() ? visit.say("card.open") : "";
        return far.isEmpty() || open.isEmpty() ? far + open : far + " · " + open;
    }

    /** First whether one can rely on it at all, then whether it can be had. */
    private @Nullable State state(Offer offer) {
        var freshness = Freshness.at(offer.shop().confirmedAt(), visit.clock().instant());
        var holiday = holiday(offer.shop());
        if (holiday != null && !freshness.marked()) {
            return holiday;
        }
        var doubt = shelf.doubt(offer.presence(), freshness, offer.shop().confirmedAt());
        return doubt != null ? doubt : lack(offer.label());
    }

    /** A shop on holiday sells nothing today, whatever it has. */
    private @Nullable State holiday(Storefront shop) {
        return shop.times().status().state() == ShopStatus.State.OPEN
                ? null
                : new OpenHours(visit, shop.times(), shop.zone()).holiday();
    }

    private @Nullable State lack(Label label) {
        var availability = label.availability();
        if (availability == null || availability == Availability.IN_STOCK) {
            return null;
        }
        return shelf.availability(availability);
    }

    private org.echoppe.web.view.@Nullable Price price(Label label) {
        var price = label.price();
        return price == null ? null : visit.figures().price(label, price);
    }

    /** « 4 boutiques, dès 3,90 € », or « 2 offres » where one shop has it twice, with the way to all of them. */
    private Card.@Nullable Group group(Offer offer) {
        var group = offer.group();
        if (group == null || group.listings() < 2) {
            return null;
        }
        Money from = group.from();
        boolean several = group.shops() > 1;
        int many = several ? group.shops() : group.listings();
        String words = from == null
                ? visit.say(several ? "group.shops" : "group", many)
                : visit.say(
                        several ? "group.shops.from" : "group.from",
                        many,
                        from.format(visit.texts().language().locale()));
        var others = Wanted.NOTHING
                .withGtin(group.gtin())
                .near(wanted.near())
                .within(wanted.within())
                .open(wanted.open())
                .handed(wanted.handing())
                .sortedBy(Sort.PRICE);
        return new Card.Group(others.address(visit.href("/search")), words);
    }
}
