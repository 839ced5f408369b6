package org.echoppe.replicas;

import java.util.List;
import org.echoppe.search.ListingHits;
import org.jspecify.annotations.Nullable;

/**
 * One page of listings with their records, and what narrows them.
 *
 * @param total on all pages
 * @param next where to go on reading; null when there is no more
 * @param instead what was searched for instead, as the words typed are nowhere; empty otherwise
 */
public record ListingPage(
        int total,
        List<Listing> listings,
        Found.Facets facets,
        List<String> instead,
        @Nullable String next) {
    public ListingPage {
        listings = List.copyOf(listings);
        instead = List.copyOf(instead);
    }

    /** How many of them lie in each category path and below it. */
    public List<ListingHits.Count> categories() {
        return facets.categories();
    }

    /** How many of them each merchant has. */
    public List<Found.ShopCount> merchants() {
        return facets.shops();
    }
}
