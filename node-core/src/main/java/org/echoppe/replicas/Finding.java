package org.echoppe.replicas;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.echoppe.domain.Did;
import org.echoppe.search.ListingHits;
import org.echoppe.search.ListingIndex;
import org.echoppe.search.ListingQuery;
import org.echoppe.search.ShopCounts;
import org.jspecify.annotations.Nullable;

/**
 * One search among the shops of a street.
 *
 * @param metres how far each is from the place; null without a place that is known
 */
record Finding(
        ListingIndex index,
        StreetView street,
        Around around,
        float @Nullable [] metres,
        Function<Did, Presence> presence) {
    /** Distances that one can ask for, in metres. */
    static final List<Integer> DISTANCES = List.of(1_000, 2_000, 5_000, 10_000, 25_000, 50_000);

    ListingHits hits(ListingQuery query) {
        return hits(query, null);
    }

    /** @param after where reading stopped; null for the page of the query */
    ListingHits hits(ListingQuery query, @Nullable String after) {
        return index.search(query, street.view(around, metres), after);
    }

    Found find(ListingQuery query) {
        var hits = hits(query);
        var offers = hits.hits().stream()
                .flatMap(hit -> street.shop(hit.shop()).map(shop -> offer(hit, shop)).stream())
                .toList();
        return new Found(hits.total(), hits.articles(), offers, facets(hits), hits.instead());
    }

    private Offer offer(ListingHits.Hit hit, Storefront shop) {
        float far = metres == null ? Float.POSITIVE_INFINITY : metres[hit.shop()];
        return new Offer(
                hit.key(),
                hit.label(),
                hit.shelf(),
                hit.group(),
                shop,
                Float.isFinite(far) ? far : -1,
                street.isOpen(hit.shop()),
                presence.apply(shop.did()));
    }

    Found.Facets facets(ListingHits hits) {
        var counts = hits.counts();
        return new Found.Facets(
                counts.categories(),
                counts.shops().first(ListingHits.MOST_COUNTS).stream()
                        .flatMap(count -> named(count).stream())
                        .toList(),
                counts.shops().size(),
                counts.prices(),
                counts.inStock(),
                counts.shops().of(street.open()),
                counts.shops().of(street.pickup()),
                around.place() == null ? 0 : counts.shops().of(street.deliveringTo(around.place())),
                metres == null ? Map.of() : within(counts.shops(), metres));
    }

    private java.util.Optional<Found.ShopCount> named(ShopCounts.Shop count) {
        return street.shop(count.number()).map(shop -> new Found.ShopCount(count.did(), shop.name(), count.count()));
    }

    private static Map<Integer, Integer> within(ShopCounts counts, float[] metres) {
        var within = new TreeMap<Integer, Integer>();
        DISTANCES.forEach(distance -> within.put(distance, 0));
        counts.forEachShop(number -> DISTANCES.forEach(distance -> {
            if (number < metres.length && metres[number] <= distance) {
                within.merge(distance, counts.of(number), Integer::sum);
            }
        }));
        return within;
    }
}
