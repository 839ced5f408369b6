package org.echoppe.web;

import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.echoppe.records.Address;
import org.echoppe.records.ProductRecord;
import org.echoppe.replicas.Listing;
import org.echoppe.replicas.Listings;
import org.echoppe.search.ListingQuery;
import org.echoppe.search.ListingQuery.Sort;
import org.echoppe.web.view.Article.Offer;
import org.jspecify.annotations.Nullable;

/** Where else the same article is sold: the same barcode at other shops. */
final class OtherShops {
    private static final int MOST = 20;

    private OtherShops() {}

    /** Cheapest first; prices in another currency, which cannot be compared, last. */
    static List<Offer> of(Visit visit, Shelf shelf, Listings listings, Listing listing) {
        var gtin = listing.record().gtin();
        if (gtin.isEmpty()) {
            return List.of();
        }
        var query =
                ListingQuery.of("").withGtin(gtin.get()).sortedBy(Sort.PRICE).page(1, MOST);
        var ours = currency(listing.record());
        return listings.search(query).listings().stream()
                .filter(other -> !other.did().equals(listing.did()))
                .filter(other -> other.record().price().isPresent())
                .sorted(Comparator.comparing(other -> !Objects.equals(currency(other.record()), ours)))
                .map(other -> offer(visit, shelf, other))
                .toList();
    }

    private static @Nullable Currency currency(ProductRecord record) {
        return record.price().map(price -> price.money().currency()).orElse(null);
    }

    private static Offer offer(Visit visit, Shelf shelf, Listing other) {
        String place = other.shop().address().map(Address::locality).orElse("");
        var state = other.presence().reachable() ? shelf.availability(other.record()) : shelf.away(other.presence());
        return new Offer(
                visit.link(Links.listing(other.did(), other.rkey())),
                shelf.name(other.shop()),
                place.isEmpty() ? state.words() : place + " · " + state.words(),
                Objects.requireNonNull(shelf.price(other.record())));
    }
}
