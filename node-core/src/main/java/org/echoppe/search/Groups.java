package org.echoppe.search;

import java.io.IOException;
import java.util.BitSet;
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

/** The other listings of an article that several shops have: how many of how many shops, and the lowest price that one can pay now. */
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
        return new Group(gtin, sum.listings, sum.shops.cardinality(), sum.from());
    }

    private static final class Sum {
        private final long currency;
        private final BitSet shops = new BitSet();
        private int listings;
        private long lowest = Long.MAX_VALUE;
        private boolean byWeight;

        Sum(@Nullable Money price) {
            currency = price == null ? -1 : Fields.currency(Fields.price(price));
        }

        void add(int shop) {
            listings++;
            shops.set(shop);
        }

        /** A price that one can pay now. */
        void add(long price, boolean loose) {
            if (Fields.currency(price) == currency) {
                lowest = Math.min(lowest, price);
                byWeight |= loose;
            }
        }

        /** What is sold by weight has the price of some other amount. */
        @Nullable
        Money from() {
            return byWeight || lowest == Long.MAX_VALUE ? null : Fields.money(lowest);
        }
    }

    private void add(LeafReaderContext leaf, Gtin gtin, Sum sum) throws IOException {
        var postings = leaf.reader().postings(new Term(Fields.GTIN, gtin.padded()), PostingsEnum.NONE);
        if (postings == null) {
            return;
        }
        var merchants = DocValues.getSorted(leaf.reader(), Fields.DID);
        var prices = DocValues.getSortedNumeric(leaf.reader(), Fields.PRICE);
        var stock = DocValues.getNumeric(leaf.reader(), Fields.STOCK);
        var labels = DocValues.getBinary(leaf.reader(), Fields.LABEL);
        var live = leaf.reader().getLiveDocs();
        int[] inSegment = numbers.in(leaf);
        for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
            boolean counts = (live == null || live.get(doc))
                    && merchants.advanceExact(doc)
                    && shops.shows(inSegment[merchants.ordValue()]);
            if (counts) {
                sum.add(inSegment[merchants.ordValue()]);
                if (stock.advanceExact(doc) && stock.longValue() > 0 && prices.advanceExact(doc)) {
                    boolean loose = labels.advanceExact(doc) && LabelBytes.isLoose(labels.binaryValue());
                    sum.add(prices.nextValue(), loose);
                }
            }
        }
    }
}
