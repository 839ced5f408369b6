package org.echoppe.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.echoppe.domain.Gtin;
import org.echoppe.domain.Money;
import org.echoppe.records.PriceRange;
import org.echoppe.replicas.Around;
import org.echoppe.replicas.Found;
import org.echoppe.replicas.Listing;
import org.echoppe.replicas.Listings;
import org.echoppe.replicas.Offer;
import org.echoppe.search.Label;
import org.echoppe.search.ListingQuery;
import org.echoppe.search.ListingQuery.Sort;
import org.echoppe.web.view.Article;
import org.jspecify.annotations.Nullable;

/**
 * Where else the same article is sold: the same barcode at other shops.
 *
 * @param shops how many have it, however many are named
 * @param from the cheapest that one can have there now; null when nobody has any, or none in this currency, or where some sell it
 *     by weight: then their prices are not of the same amount
 * @param offers some of them: those that have it now first, the cheapest before all; prices in another currency, which cannot be
 *     compared, last
 * @param all the way to all of them; null where they are named already
 */
record OtherShops(
        int shops,
        @Nullable Label from,
        List<Article.Offer> offers,
        @Nullable String all) {
    private static final int MOST = 20;

    /** @param seen notes whose presence is told */
    static OtherShops of(Visit visit, Shelf shelf, Listings listings, Listing listing, Seen seen) {
        var gtin = listing.record().gtin().filter(Gtin::isGlobal);
        return gtin.isEmpty()
                ? new OtherShops(0, null, List.of(), null)
                : of(visit, shelf, listings, listing, gtin.get(), seen);
    }

    private static OtherShops of(Visit visit, Shelf shelf, Listings listings, Listing listing, Gtin gtin, Seen seen) {
        var cheapest = ListingQuery.of("").ofArticle(gtin).sortedBy(Sort.PRICE).page(1, ListingQuery.LARGEST_SIZE);
        var all = seen.note(listings.find(cheapest, Around.ANYWHERE));
        var offers = new ArrayList<Offer>();
        Label from = null;
        var price = PriceRange.of(listing.record()).from().orElse(null);
        if (price != null) {
            var comparable = cheapest.priced(new Money(0, price.money().currency()), null);
            add(offers, seen.note(listings.find(comparable.inStockOnly(true), Around.ANYWHERE)), listing);
            from = cheapest(offers);
            add(offers, seen.note(listings.find(comparable, Around.ANYWHERE)), listing);
        }
        add(offers, all, listing);
        boolean ourShopCounts = all.total() > 0 && listings.shows(listing.did());
        int shops = Math.max(0, all.facets().sellers() - (ourShopCounts ? 1 : 0));
        var shown = offers.stream()
                .map(offer -> offer(visit, shelf, offer))
                .limit(MOST)
                .toList();
        String more = visit.link("/search?gtin=" + gtin.value());
        return new OtherShops(shops, from, shown, shops > shown.size() ? more : null);
    }

    /** The first, where all prices are of as much of it; else none, for they do not compare. */
    private static @Nullable Label cheapest(List<Offer> offers) {
        if (offers.isEmpty()) {
            return null;
        }
        var first = offers.getFirst().label();
        boolean comparable = offers.stream()
                .map(Offer::label)
                .allMatch(other -> other.loose() == first.loose()
                        && (!first.loose() || Objects.equals(other.measure(), first.measure())));
        return comparable ? first : null;
    }

    /** Of each shop its cheapest one, once. */
    private static void add(List<Offer> offers, Found found, Listing listing) {
        for (var offer : found.offers()) {
            boolean other = !offer.shop().did().equals(listing.did())
                    && offers.stream()
                            .noneMatch(known ->
                                    known.shop().did().equals(offer.shop().did()));
            if (other && offer.label().price() != null) {
                offers.add(offer);
            }
        }
    }

    private static Article.Offer offer(Visit visit, Shelf shelf, Offer other) {
        String place = other.shop().locality();
        String state = shelf.state(other).words();
        return new Article.Offer(
                visit.link(Links.listing(other.key().did(), other.key().rkey())),
                shelf.foreign(other.shop().name(), other.shop().lang()),
                place.isEmpty() ? state : place + " · " + state,
                visit.figures()
                        .price(
                                other.label(),
                                Objects.requireNonNull(other.label().price())));
    }
}
