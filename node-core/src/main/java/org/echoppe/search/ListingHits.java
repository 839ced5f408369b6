package org.echoppe.search;

import java.util.List;

/**
 * One page of what was found.
 *
 * @param total how many listings match, on all pages; exact
 * @param listings those of the asked page, in order; empty past the last page
 * @param categories how many of all matches lie in each category path and below it, most first, at most {@link #MOST_COUNTS}
 * @param merchants how many of all matches each merchant (DID) has, most first, at most {@link #MOST_COUNTS}
 */
public record ListingHits(int total, List<ListingKey> listings, List<Count> categories, List<Count> merchants) {
    public static final int MOST_COUNTS = 50;

    /** How many matches carry a value. */
    public record Count(String value, int count) {}

    public ListingHits {
        listings = List.copyOf(listings);
        categories = List.copyOf(categories);
        merchants = List.copyOf(merchants);
    }
}
