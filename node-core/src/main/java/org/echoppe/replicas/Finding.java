package org.echoppe.replicas;

import java.util.BitSet;
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
        return index.search(query, street.view(around, metres));
    }

    /** What follows where reading stopped. */
    ListingHits hits(ListingQuery query, Bookmark after) {
        return index.search(query, street.view(around, metres, after.weighed()), after.text());
    }

    Found find(ListingQuery query) {
        var hits = hits(query);
        return found(hits, facets(hits), 0);
    }

    /** The same to choose from: of what one chooses one of, each is counted as if it stood in place of the one that is chosen. */
    Found findToNarrow(ListingQuery query) {
        var hits = hits(query);
        var alternatives = new Alternatives(this, query, hits.instead());
        var facets = alternatives.in(facets(hits));
        return found(hits, facets, alternatives.recounts());
    }

    private Found found(ListingHits hits, Found.Facets facets, int recounts) {
        var offers = hits.hits().stream()
                .flatMap(hit -> street.shop(hit.shop()).map(shop -> offer(hit, shop)).stream())
                .toList();
        return new Found(hits.total(), hits.articles(), offers, facets, hits.instead(), recounts);
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
                shops(counts.shops()),
                counts.shops().size(),
                counts.prices(),
                counts.inStock(),
                counts.shops().of(street.open()),
                pickup(counts.shops()),
                delivered(counts.shops()),
                within(counts.shops()));
    }

    /** Those with most. */
    List<Found.ShopCount> shops(ShopCounts counts) {
        return counts.first(ListingHits.MOST_COUNTS).stream()
                .flatMap(count -> named(count).stream())
                .toList();
    }

    private java.util.Optional<Found.ShopCount> named(ShopCounts.Shop count) {
        return street.shop(count.number()).map(shop -> new Found.ShopCount(count.did(), shop.name(), count.count()));
    }

    int pickup(ShopCounts counts) {
        return counts.of(street.pickup());
    }

    int delivered(ShopCounts counts) {
        return around.place() == null ? 0 : counts.of(street.deliveringTo(around.place()));
    }

    Map<Integer, Integer> within(ShopCounts counts) {
        var within = new TreeMap<Integer, Integer>();
        if (metres != null) {
            for (int distance : DISTANCES) {
                within.put(distance, counts.of(near(counts, metres, distance)));
            }
        }
        return within;
    }

    private static BitSet near(ShopCounts counts, float[] metres, int distance) {
        var near = new BitSet();
        counts.forEachShop(number -> {
            if (number < metres.length && metres[number] <= distance) {
                near.set(number);
            }
        });
        return near;
    }
}
