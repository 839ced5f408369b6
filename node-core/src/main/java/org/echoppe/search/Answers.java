package org.echoppe.search;

import java.io.IOException;
import java.util.ArrayList;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.echoppe.domain.Did;
import org.echoppe.domain.RecordKey;

/** Answers from one view of the index. */
record Answers(IndexSearcher searcher) {
    /** Nobody reads further than this; whoever wants more narrows the search. */
    private static final long DEEPEST = 100_000;

    private static final SortField TIE = new SortField(Fields.TIE, SortField.Type.LONG);

    ListingHits search(ListingQuery asked) throws IOException {
        long from = (asked.page() - 1L) * asked.size();
        long to = from + asked.size() > DEEPEST ? 1 : from + asked.size();
        int collected = (int) Math.clamp(searcher.getIndexReader().maxDoc(), 1, to);
        var best = new TopFieldCollectorManager(sort(asked.sort()), collected, null, Integer.MAX_VALUE);
        Object[] found = searcher.search(Questions.of(asked), new MultiCollectorManager(best, new Counting()));
        var counted = (Counting.Counted) found[1];
        ScoreDoc[] docs = ((TopDocs) found[0]).scoreDocs;
        var listings = new ArrayList<ListingKey>();
        for (long i = from; i < docs.length; i++) {
            listings.add(key(docs[(int) i].doc));
        }
        return new ListingHits(counted.total(), listings, counted.categories(), counted.merchants());
    }

    private static Sort sort(ListingQuery.Sort order) {
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
