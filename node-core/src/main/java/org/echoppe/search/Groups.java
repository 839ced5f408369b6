package org.echoppe.search;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.echoppe.domain.Gtin;
import org.echoppe.domain.Money;
import org.echoppe.search.ListingHits.Group;
import org.jspecify.annotations.Nullable;

/** The other listings of an article that several shops have: how many, and the lowest price. */
record Groups(IndexSearcher searcher, ShopNumbers numbers, ShopView shops, Repeated repeated) {
    private static final int DIGITS = 14;

    /**
     * What else there is of it; null when it stands for itself.
     *
     * @param article its number; 0 for none
     */
    @Nullable
    Group of(long article, Label label) throws IOException {
        if (article == 0 || !repeated.holds(article)) {
            return null;
        }
        String digits = Long.toString(article);
        var gtin = new Gtin("0".repeat(DIGITS - digits.length()) + digits);
        var sum = new Sum(label.price());
        for (var leaf : searcher.getIndexReader().leaves()) {
            add(leaf, gtin, sum);
        }
        return new Group(gtin, sum.listings, sum.lowest == Long.MAX_VALUE ? null : Fields.money(sum.lowest));
    }

    private static final class Sum {
        private final long currency;
        private int listings;
        private long lowest = Long.MAX_VALUE;

        Sum(@Nullable Money price) {
            currency = price == null ? -1 : Fields.currency(Fields.price(price));
        }
    }

    private void add(LeafReaderContext leaf, Gtin gtin, Sum sum) throws IOException {
        var postings = leaf.reader().postings(new Term(Fields.GTIN, gtin.padded()), PostingsEnum.NONE);
        if (postings == null) {
            return;
        }
        var merchants = DocValues.getSorted(leaf.reader(), Fields.DID);
        var prices = DocValues.getSortedNumeric(leaf.reader(), Fields.PRICE);
        var live = leaf.reader().getLiveDocs();
        int[] inSegment = numbers.in(leaf);
        for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
            boolean counts = (live == null || live.get(doc))
                    && merchants.advanceExact(doc)
                    && shops.shows(inSegment[merchants.ordValue()]);
            if (counts) {
                sum.listings++;
                long price = prices.advanceExact(doc) ? prices.nextValue() : Long.MAX_VALUE;
                if (price != Long.MAX_VALUE && Fields.currency(price) == sum.currency) {
                    sum.lowest = Math.min(sum.lowest, price);
                }
            }
        }
    }
}
