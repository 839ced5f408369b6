package org.echoppe.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.echoppe.search.ListingHits.Count;

/** Counts all matches, and how many of them each category and each merchant has. */
final class Counting implements CollectorManager<Counting.Segments, Counting.Counts> {
    private static final Comparator<Count> MOST_FIRST =
            Comparator.comparingInt(Count::count).reversed().thenComparing(Count::value);

    record Counts(int total, List<Count> categories, List<Count> merchants) {}

    @Override
    public Segments newCollector() {
        return new Segments();
    }

    @Override
    public Counts reduce(Collection<Segments> parts) throws IOException {
        int total = 0;
        var categories = new HashMap<String, Integer>();
        var merchants = new HashMap<String, Integer>();
        for (Segments part : parts) {
            for (SegmentCounts segment : part.segments) {
                total += segment.total;
                segment.addTo(categories, merchants);
            }
        }
        return new Counts(total, most(categories, Fields::categoryKey), most(merchants, did -> did));
    }

    /** Two shops may write one category differently: « Épicerie » and « epicerie » are one, shown as most write it. */
    private static List<Count> most(Map<String, Integer> counts, UnaryOperator<String> key) {
        var sums = new LinkedHashMap<String, Count>();
        counts.entrySet().stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue()))
                .sorted(MOST_FIRST)
                .forEach(count -> sums.merge(
                        key.apply(count.value()),
                        count,
                        (first, other) -> new Count(first.value(), first.count() + other.count())));
        return sums.values().stream()
                .sorted(MOST_FIRST)
                .limit(ListingHits.MOST_COUNTS)
                .toList();
    }

    /** The index is made of segments, each with its own numbering of names. */
    static final class Segments implements Collector {
        private final List<SegmentCounts> segments = new ArrayList<>();

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
            segments.add(new SegmentCounts(context));
            return segments.getLast();
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }

    private static final class SegmentCounts implements LeafCollector {
        private final SortedSetDocValues categories;
        private final SortedDocValues merchants;
        private final int[] byCategory;
        private final int[] byMerchant;
        private int total;

        SegmentCounts(LeafReaderContext context) throws IOException {
            categories = DocValues.getSortedSet(context.reader(), Fields.CATEGORY_LABEL);
            merchants = DocValues.getSorted(context.reader(), Fields.DID);
            byCategory = new int[Math.toIntExact(categories.getValueCount())];
            byMerchant = new int[merchants.getValueCount()];
        }

        @Override
        public void setScorer(Scorable scorer) {}

        @Override
        public void collect(int doc) throws IOException {
            total++;
            if (merchants.advanceExact(doc)) {
                byMerchant[merchants.ordValue()]++;
            }
            if (categories.advanceExact(doc)) {
                for (int i = categories.docValueCount(); i > 0; i--) {
                    byCategory[Math.toIntExact(categories.nextOrd())]++;
                }
            }
        }

        void addTo(Map<String, Integer> categorySums, Map<String, Integer> merchantSums) throws IOException {
            for (int ord = 0; ord < byCategory.length; ord++) {
                if (byCategory[ord] > 0) {
                    categorySums.merge(categories.lookupOrd(ord).utf8ToString(), byCategory[ord], Integer::sum);
                }
            }
            for (int ord = 0; ord < byMerchant.length; ord++) {
                if (byMerchant[ord] > 0) {
                    merchantSums.merge(merchants.lookupOrd(ord).utf8ToString(), byMerchant[ord], Integer::sum);
                }
            }
        }
    }
}
