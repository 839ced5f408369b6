package org.echoppe.search;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;

/** How far away the shop of a listing is, to sort by. */
final class Distance extends DoubleValuesSource {
    private final ShopNumbers numbers;
    private final ShopView shops;

    Distance(ShopNumbers numbers, ShopView shops) {
        this.numbers = numbers;
        this.shops = shops;
    }

    @Override
    public DoubleValues getValues(LeafReaderContext context, DoubleValues scores) throws IOException {
        var merchants = DocValues.getSorted(context.reader(), Fields.DID);
        int[] inSegment = numbers.in(context);
        return new DoubleValues() {
            @Override
            public double doubleValue() throws IOException {
                return shops.metres(inSegment[merchants.ordValue()]);
            }

            @Override
            public boolean advanceExact(int doc) throws IOException {
                return merchants.advanceExact(doc);
            }
        };
    }

    @Override
    public boolean needsScores() {
        return false;
    }

    @Override
    public DoubleValuesSource rewrite(IndexSearcher searcher) {
        return this;
    }

    @Override
    public boolean isCacheable(LeafReaderContext context) {
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Distance distance && distance.shops.equals(shops);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(shops);
    }

    @Override
    public String toString() {
        return "distance";
    }
}
