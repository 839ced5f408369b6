package org.echoppe.search;

import static org.echoppe.search.ListingQuery.Sort.NEWEST;
import static org.echoppe.search.ListingQuery.Sort.RELEVANCE;

import com.github.benmanes.caffeine.cache.Cache;
import java.io.IOException;
import java.util.ArrayList;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.echoppe.domain.Did;
import org.echoppe.domain.RecordKey;

/**
 * Answers from one view of the index.
 *
 * @param counts what was counted lately: turning a page, or the order, counts nothing again
 */
record Answers(IndexSearcher searcher, Cache<Answers.Counted, Counting.Counts> counts) {
    /** What was counted: the view of the index, and the question without its page and order. */
    record Counted(Object view, ListingQuery question) {}

    /** Nobody reads further than this; whoever wants more narrows the search. */
    private static final long DEEPEST = 100_000;

    private static final SortField TIE = new SortField(Fields.TIE, SortField.Type.LONG);

    ListingHits search(ListingQuery asked) throws IOException {
        Counting.Counts all = count(asked);
        long from = (asked.page() - 1L) * asked.size();
        var listings = new ArrayList<ListingKey>();
        if (from < Math.min(all.total(), DEEPEST)) {
            int to = (int) Math.min(from + asked.size(), all.total());
            ScoreDoc[] best =
                    searcher.search(Questions.of(asked), new TopFieldCollectorManager(sort(asked), to, to)).scoreDocs;
            for (int i = (int) from; i < best.length; i++) {
                listings.add(key(best[i].doc));
            }
        }
        return new ListingHits(all.total(), listings, all.categories(), all.merchants());
    }

    private Counting.Counts count(ListingQuery asked) throws IOException {
        var reader = searcher.getIndexReader().getReaderCacheHelper();
        var key = new Counted(
                reader == null ? this : reader.getKey(), asked.sortedBy(NEWEST).page(1, 1));
        var known = counts.getIfPresent(key);
        if (known == null) {
            known = searcher.search(Questions.of(key.question()), new Counting());
            counts.put(key, known);
        }
        return known;
    }

    private static Sort sort(ListingQuery asked) {
        var order = asked.sort() == RELEVANCE && asked.words().isBlank() ? NEWEST : asked.sort();
        return switch (order) {
            case RELEVANCE -> new Sort(SortField.FIELD_SCORE, TIE);
            case PRICE -> new Sort(number(Fields.PRICE, false, Long.MAX_VALUE), TIE);
            case PRICE_DESC -> new Sort(number(Fields.PRICE, true, Long.MIN_VALUE), TIE);
            case NEWEST -> new Sort(number(Fields.CREATED, true, Long.MIN_VALUE), TIE);
            case NAME -> new Sort(new SortField(Fields.SORT_NAME, SortField.Type.STRING), TIE);
        };
    }

    private static SortField number(String field, boolean reverse, long missing) {
        return LongField.newSortField(field, reverse, SortedNumericSelector.Type.MIN, missing);
    }

    private ListingKey key(int doc) throws IOException {
        LeafReaderContext leaf = leaf(doc);
        var did = DocValues.getSorted(leaf.reader(), Fields.DID);
        var rkey = DocValues.getBinary(leaf.reader(), Fields.RKEY);
        if (!did.advanceExact(doc - leaf.docBase) || !rkey.advanceExact(doc - leaf.docBase)) {
            throw new IllegalStateException("a listing without its key");
        }
        return new ListingKey(
                new Did(did.lookupOrd(did.ordValue()).utf8ToString()),
                new RecordKey(rkey.binaryValue().utf8ToString()));
    }

    private LeafReaderContext leaf(int doc) {
        var leaves = searcher.getIndexReader().leaves();
        return leaves.get(ReaderUtil.subIndex(doc, leaves));
    }
}
