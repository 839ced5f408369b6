package org.echoppe.replicas;

import java.util.List;
import org.echoppe.domain.Did;
import org.echoppe.records.ShopProfile;
import org.echoppe.search.ListingHits;

/**
 * One page of listings, with what narrows them.
 *
 * @param total on all pages
 * @param categories how many of them lie in each category path and below it
 */
public record ListingPage(
        int total, List<Listing> listings, List<ListingHits.Count> categories, List<ShopCount> merchants) {
    /** How many of the listings are a merchant's. */
    public record ShopCount(Did did, ShopProfile shop, int count) {}

    public ListingPage {
        listings = List.copyOf(listings);
        categories = List.copyOf(categories);
        merchants = List.copyOf(merchants);
    }
}
