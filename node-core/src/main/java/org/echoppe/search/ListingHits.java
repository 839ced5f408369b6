package org.echoppe.search;

import java.util.Comparator;
import java.util.List;
import org.echoppe.domain.Gtin;
import org.echoppe.domain.Money;
import org.jspecify.annotations.Nullable;

/**
 * One page of what was found.
 *
 * @param total how many listings match, on all pages; exact
 * @param articles how many there are to leaf through: fewer than {@code total} where several shops have the same article and
 *     it was asked to group them
 * @param hits those of the asked page, in order; empty past the last page
 * @param next where to go on reading, whatever comes or goes meanwhile; null when there is no more
 * @param instead what was searched for instead, since the words as typed are nowhere; empty otherwise
 */
public record ListingHits(
        int total,
        int articles,
        List<Hit> hits,
        Counts counts,
        List<String> instead,
        @Nullable String next) {
    public static final int MOST_COUNTS = 50;

    static final Comparator<Count> MOST_FIRST = (one, other) ->
            one.count == other.count ? one.value.compareTo(other.value) : Integer.compare(other.count, one.count);

    /** How many matches carry a value. */
    public record Count(String value, int count) {}

    /**
     * One listing found.
     *
     * @param shop the number of its merchant
     * @param shelf the widest level of its category; null when it has none
     * @param group what else there is of the same article; null when it stands for itself
     */
    public record Hit(
            ListingKey key,
            int shop,
            Label label,
            @Nullable String shelf,
            @Nullable Group group) {}

    /**
     * The same article in several shops.
     *
     * @param listings how many there are of it among all that may be shown
     * @param shops how many shops have them
     * @param from the lowest price for which it can be had now, in the currency of the hit; null when there is none, or when
     *     some sell it by weight, so that their prices do not compare
     */
    public record Group(
            Gtin gtin, int listings, int shops, @Nullable Money from) {}

    /**
     * What all matches are like. Where they were asked for article by article, each count is of articles, as many as there
     * are to leaf through once it is chosen; past 50,000 matches with a barcode, of listings.
     *
     * @param categories how many lie in each category path and below it, most first: at most {@link #MOST_COUNTS} of all, of
     *     the widest, and of those right below the one asked for
     * @param shops how many each shop has, by its number: listings, all of which it shows
     * @param inStock how many can be had now
     * @param prices how many cost so much, cheapest first, one currency after the other, the one that most have first
     */
    public record Counts(List<Count> categories, ShopCounts shops, int inStock, List<PriceCount> prices) {
        public Counts {
            categories = List.copyOf(categories);
            prices = List.copyOf(prices);
        }
    }

    /**
     * What was counted without any of the matches.
     *
     * @param anew whether that took work: it was not kept from before, and is of many matches
     */
    public record Recount(Counts counts, boolean anew) {}

    /** @param to null for the last, which has no end; itself not in it */
    public record PriceCount(Money from, @Nullable Money to, int count) {}

    public ListingHits {
        hits = List.copyOf(hits);
        instead = List.copyOf(instead);
    }

    /** Which they are. */
    public List<ListingKey> listings() {
        return hits.stream().map(Hit::key).toList();
    }

    public List<Count> categories() {
        return counts.categories();
    }

    /** How many each merchant (DID) has, most first, at most {@link #MOST_COUNTS}. */
    public List<Count> merchants() {
        return counts.shops().most(MOST_COUNTS);
    }
}
