package org.echoppe.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;

/** Counts all matches: by category, by shop, by price, what is in stock, and which articles several shops have. */
final class Counting implements CollectorManager<Counting.Segments, Counting.Counted> {
    private final ShopNumbers shops;
    private final Shelves shelves;
    private final List<LeafReaderContext> leaves;
    private final boolean grouped;
    private final @Nullable String category;

    /**
     * Counts with those numbers.
     *
     * @param leaves the segments of the index
     * @param grouped whether an article of several listings counts once, but for each shop, which shows all of its own
     * @param category the one that was asked for; null for none
     */
    Counting(
            ShopNumbers shops,
            Shelves shelves,
            List<LeafReaderContext> leaves,
            boolean grouped,
            @Nullable String category) {
        this.shops = shops;
        this.shelves = shelves;
        this.leaves = leaves;
        this.grouped = grouped;
        this.category = category;
    }

    /**
     * What was counted.
     *
     * @param repeated the articles that are there more than once, when they were to be grouped
     */
    record Counted(int total, Repeated repeated, ListingHits.Counts counts) {
        /** Bytes it takes, about. */
        int weight() {
            int names = counts.categories().size() + counts.prices().size();
            return 500 + 100 * names + counts.shops().weight() + 8 * repeated.size();
        }
    }

    @Override
    public Segments newCollector() {
        return new Segments(new Articles(grouped));
    }

    @Override
    public Counted reduce(Collection<Segments> parts) throws IOException {
        int total = 0;
        int inStock = 0;
        var byShop = new int[0];
        var byShelf = new int[0];
        var prices = new PriceCounting();
        var articles = new Articles(grouped);
        for (Segments part : parts) {
            articles.addAll(part.articles);
            byShop = sum(byShop, part.byShop);
            byShelf = sum(byShelf, part.byShelf);
            for (SegmentCounting segment : part.segments) {
                total += segment.total;
                inStock += segment.inStock;
                prices.addAll(segment.prices);
            }
        }
        var repeated = articles.repeated();
        var repeats = Repeats.of(articles.matches(repeated), repeated.size(), leaves, shops, shelves);
        prices.countOnce(repeats);
        var counts = new ListingHits.Counts(
                shelves.most(byShelf, repeats, category),
                new ShopCounts(byShop, repeats.sold(), shops),
                inStock - repeats.moreInStock(),
                prices.ranges());
        return new Counted(total, repeated, counts);
    }

    /** Mostly there is one part, whose own array will do. */
    private static int[] sum(int[] one, int[] other) {
        if (one.length == 0) {
            return other;
        }
        int[] sum = Arrays.copyOf(one, Math.max(one.length, other.length));
        for (int number = 0; number < other.length; number++) {
            sum[number] += other[number];
        }
        return sum;
    }

    /** The index is made of segments, each with its own numbering of names. */
    final class Segments implements Collector {
        private final List<SegmentCounting> segments = new ArrayList<>();
        private final Articles articles;
        /** One for all segments: most matches are of few shops, and there may be ten thousand. */
        private int[] byShop = new int[0];

        private int[] byShelf = new int[0];

        Segments(Articles articles) {
            this.articles = articles;
        }

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
            int[] shopNumbers = shops.in(context);
            int[] shelfNumbers = shelves.in(context);
            byShop = atLeast(shops.count(), byShop);
            byShelf = atLeast(shelves.count(), byShelf);
            segments.add(new SegmentCounting(context, shopNumbers, shelfNumbers, byShop, byShelf, articles));
            return segments.getLast();
        }

        private static int[] atLeast(int length, int[] counts) {
            return counts.length < length ? Arrays.copyOf(counts, length) : counts;
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
