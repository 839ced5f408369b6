package org.echoppe.search;

import java.util.Currency;
import org.echoppe.domain.Did;
import org.echoppe.domain.Gtin;
import org.echoppe.domain.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper looks for. Numbers out of range are brought into it: a query is never refused.
 *
 * @param words all of them must be in a listing, in any order; or one code (GTIN, ISBN-10, SKU); blank for everything
 * @param category a path as in {@link ListingHits#categories}: finds what lies below it too
 * @param gtin what has this barcode, itself or in one of its kinds
 * @param article what has this barcode itself: with a kind of it one does not know the price
 * @param minPrice leaves out what costs less, and every other currency
 * @param maxPrice leaves out what costs more, and every other currency
 * @param currency whose prices come before all others where prices put in order; null for none
 * @param inStock only what can be had now
 * @param grouped the same article of several shops counts and shows once, as the best of them
 * @param page from 1
 * @param size 1 to 100
 */
public record ListingQuery(
        String words,
        @Nullable Did merchant,
        @Nullable String category,
        @Nullable Gtin gtin,
        @Nullable Gtin article,
        @Nullable Money minPrice,
        @Nullable Money maxPrice,
        @Nullable Currency currency,
        boolean inStock,
        boolean grouped,
        Sort sort,
        int page,
        int size) {
    public static final int USUAL_SIZE = 24;
    public static final int LARGEST_SIZE = 100;
    /** Nobody leafs further than to this one; whoever wants more narrows the search. */
    public static final int DEEPEST = 10_000;

    /** In which order. Ties are broken the same way every time, and on every node. */
    public enum Sort {
        /**
         * Names before brands and categories, these before descriptions; then a little what is in stock before what is not,
         * and the shops that {@link ShopView} lifts.
         * Newest first where no word was asked for.
         */
        RELEVANCE,
        /** Cheapest first, one currency after the other, {@link #currency} before all; what has no price last. */
        PRICE,
        /** Dearest first, likewise. */
        PRICE_DESC,
        /** Cheapest kilogram, litre, metre or piece first; what has no measure last. */
        UNIT_PRICE,
        /** Nearest shop first; those whose place is not known last. */
        DISTANCE,
        NEWEST,
        NAME
    }

    public ListingQuery {
        words = words.substring(0, Math.min(words.length(), Words.QUERY_LENGTH));
        page = Math.max(1, page);
        size = Math.clamp(size, 1, LARGEST_SIZE);
    }

    /** The first page of what the words find; all listings when blank. */
    public static ListingQuery of(String words) {
        return new ListingQuery(
                words, null, null, null, null, null, null, null, false, false, Sort.RELEVANCE, 1, USUAL_SIZE);
    }

    public ListingQuery ofMerchant(@Nullable Did did) {
        return new ListingQuery(
                words, did, category, gtin, article, minPrice, maxPrice, currency, inStock, grouped, sort, page, size);
    }

    public ListingQuery inCategory(@Nullable String path) {
        return new ListingQuery(
                words, merchant, path, gtin, article, minPrice, maxPrice, currency, inStock, grouped, sort, page, size);
    }

    public ListingQuery withGtin(@Nullable Gtin code) {
        return new ListingQuery(
                words, merchant, category, code, article, minPrice, maxPrice, currency, inStock, grouped, sort, page,
                size);
    }

    public ListingQuery ofArticle(@Nullable Gtin code) {
        return new ListingQuery(
                words, merchant, category, gtin, code, minPrice, maxPrice, currency, inStock, grouped, sort, page,
                size);
    }

    public ListingQuery priced(@Nullable Money least, @Nullable Money most) {
        return new ListingQuery(
                words, merchant, category, gtin, article, least, most, currency, inStock, grouped, sort, page, size);
    }

    public ListingQuery pricesIn(@Nullable Currency first) {
        return new ListingQuery(
                words, merchant, category, gtin, article, minPrice, maxPrice, first, inStock, grouped, sort, page,
                size);
    }

    public ListingQuery inStockOnly(boolean only) {
        return new ListingQuery(
                words, merchant, category, gtin, article, minPrice, maxPrice, currency, only, grouped, sort, page,
                size);
    }

    public ListingQuery sortedBy(Sort order) {
        return new ListingQuery(
                words, merchant, category, gtin, article, minPrice, maxPrice, currency, inStock, grouped, order, page,
                size);
    }

    /** The same article of several shops once. */
    public ListingQuery groupedByArticle(boolean once) {
        return new ListingQuery(
                words, merchant, category, gtin, article, minPrice, maxPrice, currency, inStock, once, sort, page,
                size);
    }

    /** Whether what the shops are lifted ({@link ShopView}) is a part of the order. */
    public boolean isRanked() {
        return sort == Sort.RELEVANCE && !words.isBlank();
    }

    /** The same words, asked of everything. */
    ListingQuery wordsAlone() {
        return of(words);
    }

    public ListingQuery page(int number, int perPage) {
        return new ListingQuery(
                words, merchant, category, gtin, article, minPrice, maxPrice, currency, inStock, grouped, sort, number,
                perPage);
    }
}
