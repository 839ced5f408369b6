package org.echoppe.search;

import com.github.benmanes.caffeine.cache.Cache;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.echoppe.search.ListingHits.Hit;
import org.echoppe.search.ListingQuery.Sort;
import org.jspecify.annotations.Nullable;

/**
 * Answers from one view of the index.
 *
 * @param counts what was counted lately: turning a page, or the order, counts nothing again
 */
record Answers(IndexSearcher searcher, Known known, Cache<Answers.Key, Counting.Counted> counts, ShopView shops) {
    /** What is numbered for as long as the index is open. */
    record Known(ShopNumbers shops, Shelves shelves, PresentFields fields) {}

    /** What was counted: the view of the index, the question without its page and order, and whose listings count. */
    record Key(
            Object view,
            ListingQuery question,
            List<String> instead,
            @Nullable BitSet only) {}

    /** Up to here the best are gathered while all are counted; past it the count comes first, and may save the rest. */
    private static final int READ_ALONG = 1_000;
    /** Fewer are counted again as soon as they are looked up. */
    private static final int WORTH_KEEPING = 1_000;

    /** A page, and what all matches are like. */
    private record Found(Counting.Counted counted, ScoreDoc[] best) {}

    ListingHits search(ListingQuery asked) throws IOException {
        return search(asked, null);
    }

    /**
     * The same from where reading stopped.
     *
     * @param after null for the page that is asked for
     * @throws IllegalArgumentException for a bookmark of another order
     */
    ListingHits search(ListingQuery asked, @Nullable String after) throws IOException {
        var found = find(asked, List.of());
        List<String> instead = List.of();
        if (found.counted.total() == 0 && isNowhere(asked)) {
            instead = new Typos(searcher, everywhere(), new ShopQuery(known.shops(), shops), fields())
                    .corrected(asked.words());
            found = instead.isEmpty() ? found : find(asked, instead);
        }
        int articles = found.counted.total() - found.counted.repeated().more();
        String next = next(found);
        if (after != null) {
            var following = following(asked, instead, after);
            next = following.length > asked.size() ? Bookmark.of(following[asked.size() - 1]) : null;
            found = new Found(found.counted, Arrays.copyOf(following, Math.min(following.length, asked.size())));
        }
        return new ListingHits(
                found.counted.total(), articles, hits(asked, found), found.counted.counts(), instead, next);
    }

    /** One more than a page, to know whether there is another. */
    private ScoreDoc[] following(ListingQuery asked, List<String> instead, String after) throws IOException {
        int many = asked.size() + 1;
        var from = Bookmark.read(after, sort(asked));
        return searcher.search(question(asked, instead), new TopFieldCollectorManager(sort(asked), many, from, many))
                .scoreDocs;
    }

    private static @Nullable String next(Found found) {
        int read = found.best.length;
        boolean more = read > 0
                && read < found.counted.total() - found.counted.repeated().more();
        return more ? Bookmark.of(found.best[read - 1]) : null;
    }

    /** A filter that leaves nothing, or that all who have it are closed now, is no reason to guess at other words. */
    private boolean isNowhere(ListingQuery asked) throws IOException {
        var words = asked.wordsAlone();
        return !asked.words().isBlank() && searcher.count(Questions.of(words, List.of(), everywhere(), fields())) == 0;
    }

    private ShopQuery everywhere() {
        return new ShopQuery(known.shops(), shops.everywhere());
    }

    /**
     * What all matches are like, and none of them.
     *
     * @param instead words to look for in place of those asked; empty to keep to those
     */
    ListingHits.Recount counts(ListingQuery asked, List<String> instead) throws IOException {
        var key = key(asked, instead);
        var kept = counts.getIfPresent(key);
        var counted = kept;
        if (counted == null) {
            // which comes first is nothing to it, so nothing is weighed
            counted = searcher.search(question(asked.sortedBy(Sort.NEWEST), instead), counting(asked));
            keep(key, counted);
        }
        return new ListingHits.Recount(counted.counts(), kept == null && counted.total() >= WORTH_KEEPING);
    }

    private Counting counting(ListingQuery asked) {
        return new Counting(
                known.shops(), known.shelves(), searcher.getIndexReader().leaves(), asked.grouped(), asked.category());
    }

    private void keep(Key key, Counting.Counted counted) {
        if (counted.total() >= WORTH_KEEPING) {
            counts.put(key, counted);
        }
    }

    private Found find(ListingQuery asked, List<String> instead) throws IOException {
        var query = question(asked, instead);
        var counting = counting(asked);
        var key = key(asked, instead);
        var counted = counts.getIfPresent(key);
        int to = (int) Math.min((long) asked.page() * asked.size(), ListingQuery.DEEPEST);
        if (counted == null && to > READ_ALONG) {
            counted = searcher.search(query, counting);
            counts.put(key, counted);
        }
        if (counted == null) {
            var both = new MultiCollectorManager(counting, new TopFieldCollectorManager(sort(asked), to, to));
            Object[] results = searcher.search(query, both);
            counted = (Counting.Counted) results[0];
            keep(key, counted);
            return new Found(counted, once(asked, query, counted, to, ((TopFieldDocs) results[1]).scoreDocs));
        }
        if (isPast(asked, counted)) {
            return new Found(counted, new ScoreDoc[0]);
        }
        to = Math.min(to, counted.total());
        return new Found(counted, once(asked, query, counted, to, best(asked, query, to)));
    }

    private static boolean isPast(ListingQuery asked, Counting.Counted counted) {
        long from = (asked.page() - 1L) * asked.size();
        return from
                >= Math.min(
                        ListingQuery.DEEPEST,
                        counted.total() - counted.repeated().more());
    }

    private ScoreDoc[] best(ListingQuery asked, org.apache.lucene.search.Query query, int many) throws IOException {
        return searcher.search(query, new TopFieldCollectorManager(sort(asked), many, many)).scoreDocs;
    }

    /** Each article once, as the best of its listings; more is read until there are as many as wanted. */
    private ScoreDoc[] once(
            ListingQuery asked, org.apache.lucene.search.Query query, Counting.Counted counted, int to, ScoreDoc[] best)
            throws IOException {
        if (counted.repeated().isEmpty()) {
            return best;
        }
        int wanted = Math.min(to, counted.total() - counted.repeated().more());
        var columns = new Columns(searcher, known);
        var once = columns.once(best, counted.repeated());
        for (int many = to; once.size() < wanted && many < counted.total(); ) {
            many = (int) Math.min(4L * many, counted.total());
            once = columns.once(best(asked, query, many), counted.repeated());
        }
        return once.subList(0, Math.min(wanted, once.size())).toArray(ScoreDoc[]::new);
    }

    private List<Hit> hits(ListingQuery asked, Found found) throws IOException {
        var groups = new Groups(searcher, known.shops(), shops, found.counted.repeated());
        long from = Math.min((asked.page() - 1L) * asked.size(), found.best.length);
        var page = Arrays.copyOfRange(found.best, (int) from, found.best.length);
        return new Columns(searcher, known).hits(page, groups);
    }

    private org.apache.lucene.search.Query question(ListingQuery asked, List<String> instead) {
        return Questions.of(asked, instead, new ShopQuery(known.shops(), shops), fields());
    }

    private Set<String> fields() {
        return known.fields().in(searcher.getIndexReader());
    }

    private Key key(ListingQuery asked, List<String> instead) {
        var reader = searcher.getIndexReader().getReaderCacheHelper();
        return new Key(
                reader == null ? this : reader.getKey(),
                asked.sortedBy(Sort.NEWEST).pricesIn(null).page(1, 1),
                instead,
                shops.only());
    }

    private org.apache.lucene.search.Sort sort(ListingQuery asked) {
        return Orders.of(asked, known.shops(), shops);
    }
}
