package org.echoppe.replicas;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.echoppe.domain.Did;
import org.echoppe.search.ListingHits.Count;
import org.echoppe.search.ListingHits.PriceCount;

/**
 * One page of what was found, with what narrows it.
 *
 * @param total how many listings, on all pages
 * @param articles how many there are to leaf through: an article of several shops counts once when that was asked for
 * @param instead what was searched for instead, as the words typed are nowhere; empty otherwise
 * @param recounts how often many listings were counted besides, for what stands in place of a choice
 */
public record Found(int total, int articles, List<Offer> offers, Facets facets, List<String> instead, int recounts) {
    /** How many of the listings are a merchant's. */
    public record ShopCount(Did did, String name, int count) {}

    /**
     * What all that was found is like. Each count is of articles where these were asked for, that of a shop of its listings;
     * past 50,000 with a barcode all are of listings ({@link org.echoppe.search.ListingHits.Counts}).
     *
     * @param shops how many some of the shops have, most first
     * @param sellers how many shops there are in all
     * @param prices how many cost so much, currency by currency, the one that most have first
     * @param pickup how many can be fetched by appointment
     * @param delivered how many are brought to the place; 0 when none was named
     * @param within how many are no farther than so many metres; empty when no place is known
     */
    public record Facets(
            List<Count> categories,
            List<ShopCount> shops,
            int sellers,
            List<PriceCount> prices,
            int inStock,
            int open,
            int pickup,
            int delivered,
            Map<Integer, Integer> within) {
        public Facets {
            categories = List.copyOf(categories);
            shops = List.copyOf(shops);
            prices = List.copyOf(prices);
        }

        Facets within(Map<Integer, Integer> counts) {
            return new Facets(categories, shops, sellers, prices, inStock, open, pickup, delivered, counts);
        }

        Facets handed(int fetched, int brought) {
            return new Facets(categories, shops, sellers, prices, inStock, open, fetched, brought, within);
        }

        Facets ofShops(List<ShopCount> counts) {
            return new Facets(categories, counts, sellers, prices, inStock, open, pickup, delivered, within);
        }

        Facets priced(List<PriceCount> counts) {
            return new Facets(categories, shops, sellers, counts, inStock, open, pickup, delivered, within);
        }

        /** In which currencies they are sold, the one that most have first. */
        public List<Currency> currencies() {
            return prices.stream()
                    .map(range -> range.from().currency())
                    .distinct()
                    .toList();
        }

        /** How many cost so much of that currency, cheapest first. */
        public List<PriceCount> prices(Currency currency) {
            return prices.stream()
                    .filter(range -> range.from().currency().equals(currency))
                    .toList();
        }
    }

    /** Whether other words were searched for than those asked. */
    public boolean isGuessed() {
        return !instead.isEmpty();
    }

    public Found {
        offers = List.copyOf(offers);
        instead = List.copyOf(instead);
    }
}
