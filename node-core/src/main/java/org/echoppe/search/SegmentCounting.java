package org.echoppe.search;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.jspecify.annotations.Nullable;

/** Counts the matches of one segment, out of columns alone: no document is read. */
final class SegmentCounting implements LeafCollector {
    final PriceCounting prices = new PriceCounting();
    int total;
    int inStock;

    private final SortedDocValues merchants;
    private final SortedDocValues categories;
    private final NumericDocValues stock;
    private final SortedNumericDocValues price;
    private final @Nullable NumericDocValues article;
    private final Articles articles;
    private final int docBase;
    private final int[] shopNumbers;
    private final int[] shelfNumbers;
    private final int[] byShop;
    private final int[] byShelf;

    /**
     * Counts into the arrays, by the numbers of shops and shelves.
     *
     * @param shopNumbers of the segment's merchants, in its own order
     * @param shelfNumbers of its category paths, likewise
     */
    SegmentCounting(
            LeafReaderContext context,
            int[] shopNumbers,
            int[] shelfNumbers,
            int[] byShop,
            int[] byShelf,
            Articles articles)
            throws IOException {
        var reader = context.reader();
        merchants = DocValues.getSorted(reader, Fields.DID);
        categories = DocValues.getSorted(reader, Fields.SHELF);
        stock = DocValues.getNumeric(reader, Fields.STOCK);
        price = DocValues.getSortedNumeric(reader, Fields.PRICE);
        article = articles.areCounted() ? DocValues.getNumeric(reader, Fields.ARTICLE) : null;
        this.articles = articles;
        this.docBase = context.docBase;
        this.shopNumbers = shopNumbers;
        this.shelfNumbers = shelfNumbers;
        this.byShop = byShop;
        this.byShelf = byShelf;
    }

    @Override
    public void setScorer(Scorable scorer) {}

    @Override
    public void collect(int doc) throws IOException {
        total++;
        if (merchants.advanceExact(doc)) {
            byShop[shopNumbers[merchants.ordValue()]]++;
        }
        if (categories.advanceExact(doc)) {
            byShelf[shelfNumbers[categories.ordValue()]]++;
        }
        if (stock.advanceExact(doc)) {
            inStock += (int) stock.longValue();
        }
        if (price.advanceExact(doc)) {
            prices.add(price.nextValue());
        }
        if (article != null && article.advanceExact(doc)) {
            articles.add(article.longValue(), docBase + doc);
        }
    }
}
