package org.echoppe.search;

import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.echoppe.domain.RecordKey;
import org.echoppe.search.ListingHits.Hit;

/** What cards are made of in one segment, opened once for all that a page shows of it; to be read forwards only. */
final class CardColumns {
    private final LeafReaderContext leaf;
    private final Answers.Known known;
    private final SortedDocValues merchants;
    private final BinaryDocValues rkeys;
    private final BinaryDocValues labels;
    private final SortedDocValues shelves;
    private final NumericDocValues articles;

    CardColumns(LeafReaderContext leaf, Answers.Known known) throws IOException {
        this.leaf = leaf;
        this.known = known;
        var reader = leaf.reader();
        merchants = DocValues.getSorted(reader, Fields.DID);
        rkeys = DocValues.getBinary(reader, Fields.RKEY);
        labels = DocValues.getBinary(reader, Fields.LABEL);
        shelves = DocValues.getSorted(reader, Fields.SHELF);
        articles = DocValues.getNumeric(reader, Fields.ARTICLE);
    }

    boolean isOf(LeafReaderContext other) {
        return other == leaf;
    }

    /** @param doc of the whole index, behind the one asked for before */
    Hit hit(int doc, Groups groups) throws IOException {
        int at = doc - leaf.docBase;
        if (!merchants.advanceExact(at) || !rkeys.advanceExact(at) || !labels.advanceExact(at)) {
            throw new IllegalStateException("a listing without its key");
        }
        int shop = known.shops().in(leaf)[merchants.ordValue()];
        var key = new ListingKey(
                known.shops().did(shop), new RecordKey(rkeys.binaryValue().utf8ToString()));
        var label = LabelBytes.read(labels.binaryValue());
        String shelf = shelves.advanceExact(at)
                ? known.shelves().widest(known.shelves().in(leaf)[shelves.ordValue()])
                : null;
        long article = articles.advanceExact(at) ? articles.longValue() : 0;
        return new Hit(key, shop, label, shelf, groups.of(article, label));
    }
}
