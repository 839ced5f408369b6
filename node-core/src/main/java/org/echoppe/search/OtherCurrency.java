package org.echoppe.search;

import java.io.IOException;
import java.util.Currency;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;
import org.echoppe.domain.Money;

/** Whether a listing is sold in another currency than the shopper's, or has no price at all: what comes later. */
final class OtherCurrency extends DoubleValuesSource {
    private static final double SAME = 0;
    private static final double OTHER = 1;
    private static final double NO_PRICE = 2;

    private final long currency;

    OtherCurrency(Currency currency) {
        this.currency = Fields.currency(Fields.price(new Money(0, currency)));
    }

    @Override
    public DoubleValues getValues(LeafReaderContext context, DoubleValues scores) throws IOException {
        var prices = DocValues.getSortedNumeric(context.reader(), Fields.PRICE);
        return new DoubleValues() {
            private double value;

            @Override
            public double doubleValue() {
                return value;
            }

            @Override
            public boolean advanceExact(int doc) throws IOException {
                value = !prices.advanceExact(doc)
                        ? NO_PRICE
                        : Fields.currency(prices.nextValue()) == currency ? SAME : OTHER;
                return true;
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
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OtherCurrency same && same.currency == currency;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(currency);
    }

    @Override
    public String toString() {
        return "currency";
    }
}
