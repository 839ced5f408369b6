package org.echoppe.search;

import static org.echoppe.search.ListingQuery.Sort.NEWEST;
import static org.echoppe.search.ListingQuery.Sort.RELEVANCE;

import org.apache.lucene.document.LongField;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;

/** The orders a shopper can choose, in Lucene's terms. */
final class Orders {
    private static final SortField TIE = new SortField(Fields.TIE, SortField.Type.LONG);

    /** How the index itself is sorted: the newest of everything, which every front page asks for, is read off its top. */
    static final Sort NEWEST_FIRST = new Sort(number(Fields.CREATED, true, Long.MIN_VALUE), TIE);

    private Orders() {}

    static Sort of(ListingQuery asked, ShopNumbers numbers, ShopView shops) {
        return switch (asked.sort() == RELEVANCE && asked.words().isBlank() ? NEWEST : asked.sort()) {
            case RELEVANCE -> new Sort(SortField.FIELD_SCORE, TIE);
            case PRICE -> priced(asked, number(Fields.PRICE, false, Long.MAX_VALUE), TIE);
            case PRICE_DESC -> priced(asked, number(Fields.PRICE, true, Long.MIN_VALUE), TIE);
            case UNIT_PRICE -> priced(asked, unitPrice(), number(Fields.PRICE, false, Long.MAX_VALUE), TIE);
            case DISTANCE -> new Sort(new Distance(numbers, shops).getSortField(false), SortField.FIELD_SCORE, TIE);
            case NEWEST -> NEWEST_FIRST;
            case NAME -> new Sort(new SortField(Fields.SORT_NAME, SortField.Type.STRING), TIE);
        };
    }

    /** Amounts of two currencies cannot be compared: the shopper's comes first. */
    private static Sort priced(ListingQuery asked, SortField... by) {
        var currency = asked.currency();
        if (currency == null) {
            return new Sort(by);
        }
        var all = new SortField[by.length + 1];
        all[0] = new OtherCurrency(currency).getSortField(false);
        System.arraycopy(by, 0, all, 1, by.length);
        return new Sort(all);
    }

    private static SortField unitPrice() {
        return new SortField(Fields.UNIT_PRICE, SortField.Type.LONG, false, Long.MAX_VALUE);
    }

    private static SortField number(String field, boolean reverse, long missing) {
        return LongField.newSortField(field, reverse, SortedNumericSelector.Type.MIN, missing);
    }
}
