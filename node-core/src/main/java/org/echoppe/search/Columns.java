package org.echoppe.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.echoppe.domain.RecordKey;
import org.echoppe.search.ListingHits.Hit;

/** Reads of single listings what stands in the index's columns. */
record Columns(IndexSearcher searcher, Answers.Known known) {
    private LeafReaderContext leaf(int doc) {
        var leaves = searcher.getIndexReader().leaves();
        return leaves.get(ReaderUtil.subIndex(doc, leaves));
    }

    Hit hit(int doc, Groups groups) throws IOException {
        var leaf = leaf(doc);
        int at = doc - leaf.docBase;
        var merchant = DocValues.getSorted(leaf.reader(), Fields.DID);
        var rkey = DocValues.getBinary(leaf.reader(), Fields.RKEY);
        var label = DocValues.getBinary(leaf.reader(), Fields.LABEL);
        if (!merchant.advanceExact(at) || !rkey.advanceExact(at) || !label.advanceExact(at)) {
            throw new IllegalStateException("a listing without its key");
        }
        int shop = known.shops().in(leaf)[merchant.ordValue()];
        var key = new ListingKey(
                known.shops().did(shop), new RecordKey(rkey.binaryValue().utf8ToString()));
        var read = LabelBytes.read(label.binaryValue());
        var shelves = DocValues.getSorted(leaf.reader(), Fields.SHELF);
        String shelf = shelves.advanceExact(at)
                ? known.shelves().widest(known.shelves().in(leaf)[shelves.ordValue()])
                : null;
        return new Hit(key, shop, read, shelf, groups.of(article(leaf, at), read));
    }

    /** 0 when the listing has no article number. */
    private static long article(LeafReaderContext leaf, int at) throws IOException {
        var articles = DocValues.getNumeric(leaf.reader(), Fields.ARTICLE);
        return articles.advanceExact(at) ? articles.longValue() : 0;
    }

    /** Of each repeated article the first. */
    List<ScoreDoc> once(ScoreDoc[] docs, Repeated repeated) throws IOException {
        var once = new ArrayList<ScoreDoc>();
        var seen = new HashSet<Long>();
        for (ScoreDoc doc : docs) {
            var leaf = leaf(doc.doc);
            long article = article(leaf, doc.doc - leaf.docBase);
            if (article == 0 || !repeated.holds(article) || seen.add(article)) {
                once.add(doc);
            }
        }
        return once;
    }
}
