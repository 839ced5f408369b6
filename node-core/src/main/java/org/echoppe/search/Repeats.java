package org.echoppe.search;

import java.io.IOException;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.jspecify.annotations.Nullable;

/**
 * The matches that are of one article, article by article. All matches are counted one by one, which is quick; what an article
 * was counted too often for is then taken out again by these, which are few.
 */
final class Repeats {
    static final Repeats NONE = new Repeats(new int[1]);

    private static final long NO_PRICE = -1;

    /** Where each article begins; behind them where the last ends. */
    private final int[] starts;

    private final int[] shops;
    private final int[] shelves;
    private final long[] prices;
    private final BitSet inStock = new BitSet();

    private Repeats(int[] starts) {
        int matches = starts[starts.length - 1];
        this.starts = starts;
        this.shops = new int[matches];
        this.shelves = new int[matches];
        this.prices = new long[matches];
    }

    /**
     * Reads what the columns say of them.
     *
     * @param matches as {@link Articles#matches} gives them
     * @param articles how many there are of which any is
     */
    static Repeats of(long[] matches, int articles, List<LeafReaderContext> leaves, ShopNumbers shops, Shelves shelves)
            throws IOException {
        if (articles == 0) {
            return NONE;
        }
        int[] starts = new int[articles + 1];
        for (long match : matches) {
            starts[(int) match + 1]++;
        }
        for (int article = 0; article < articles; article++) {
            starts[article + 1] += starts[article];
        }
        var repeats = new Repeats(starts);
        int[] next = starts.clone();
        var segments = leaves.iterator();
        Segment segment = null;
        for (long match : matches) {
            int doc = (int) (match >>> Integer.SIZE);
            segment = Segment.of(doc, segment, segments, shops, shelves);
            segment.read(doc, next[(int) match]++, repeats);
        }
        return repeats;
    }

    int articles() {
        return starts.length - 1;
    }

    /** How many listings they are together. */
    int size() {
        return shops.length;
    }

    /** Where the listings of an article begin. */
    int from(int article) {
        return starts[article];
    }

    /** And where they end: itself the first of the next. */
    int to(int article) {
        return starts[article + 1];
    }

    int shelf(int at) {
        return shelves[at];
    }

    boolean isPriced(int at) {
        return prices[at] != NO_PRICE;
    }

    long price(int at) {
        return prices[at];
    }

    /** Of how many listings too many each article with any in stock is. */
    int moreInStock() {
        int more = 0;
        for (int article = 0; article < articles(); article++) {
            more += Math.max(0, inStock.get(from(article), to(article)).cardinality() - 1);
        }
        return more;
    }

    /** The shop of each listing, which is all that is asked for after the counting. */
    Sold sold() {
        return new Sold(starts, shops);
    }

    /** Which shops have each repeated article: a shop as often as it has it. */
    static final class Sold {
        private final int[] starts;
        private final int[] shops;

        private Sold(int[] starts, int[] shops) {
            this.starts = starts;
            this.shops = shops;
        }

        int size() {
            return shops.length;
        }

        /** How many listings of those shops are of an article that one of them stands for already. */
        int moreOf(BitSet some) {
            int more = 0;
            for (int article = 0; article < starts.length - 1; article++) {
                int held = 0;
                for (int at = starts[article]; at < starts[article + 1]; at++) {
                    held += some.get(shops[at]) ? 1 : 0;
                }
                more += Math.max(0, held - 1);
            }
            return more;
        }
    }

    /** The columns of one segment, read forwards. */
    private record Segment(
            LeafReaderContext leaf,
            SortedDocValues merchants,
            SortedDocValues categories,
            NumericDocValues stock,
            SortedNumericDocValues price,
            int[] shopNumbers,
            int[] shelfNumbers) {
        /** The one that holds the document. */
        static Segment of(
                int doc,
                @Nullable Segment known,
                Iterator<LeafReaderContext> segments,
                ShopNumbers shops,
                Shelves shelves)
                throws IOException {
            if (known != null && known.holds(doc)) {
                return known;
            }
            var leaf = segments.next();
            while (doc >= leaf.docBase + leaf.reader().maxDoc()) {
                leaf = segments.next();
            }
            return new Segment(
                    leaf,
                    DocValues.getSorted(leaf.reader(), Fields.DID),
                    DocValues.getSorted(leaf.reader(), Fields.SHELF),
                    DocValues.getNumeric(leaf.reader(), Fields.STOCK),
                    DocValues.getSortedNumeric(leaf.reader(), Fields.PRICE),
                    shops.in(leaf),
                    shelves.in(leaf));
        }

        private boolean holds(int doc) {
            return doc < leaf.docBase + leaf.reader().maxDoc();
        }

        void read(int doc, int at, Repeats into) throws IOException {
            int here = doc - leaf.docBase;
            if (!merchants.advanceExact(here)) {
                throw new IllegalStateException("a listing without its shop");
            }
            into.shops[at] = shopNumbers[merchants.ordValue()];
            into.shelves[at] = categories.advanceExact(here) ? shelfNumbers[categories.ordValue()] : Shelves.NONE;
            into.prices[at] = price.advanceExact(here) ? price.nextValue() : NO_PRICE;
            into.inStock.set(at, stock.advanceExact(here) && stock.longValue() > 0);
        }
    }
}
