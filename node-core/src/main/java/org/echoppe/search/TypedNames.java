package org.echoppe.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.util.BytesRef;

/**
 * Which listings have a name that what is being typed may become: a bounded number is looked at, the newest of each segment, and
 * some of them are kept, those in stock before the others and apart from the rest those whose name begins so.
 */
final class TypedNames {
    private final BytesRef start;
    /** What no name has that begins so, and no name before it. */
    private final BytesRef past;

    private final Some beginning;
    private final Some beginningSoldOut;
    private final Some others;
    private final Some othersSoldOut;
    private int looked;

    private TypedNames(String typed, int most) {
        start = new BytesRef(typed);
        byte[] bytes = Arrays.copyOf(start.bytes, start.length + 1);
        bytes[start.length] = (byte) 0xff; // which is in no text
        past = new BytesRef(bytes);
        beginning = new Some(most);
        beginningSoldOut = new Some(most);
        others = new Some(most);
        othersSoldOut = new Some(most);
    }

    /** So many documents and no more. */
    private static final class Some {
        private final int[] docs;
        private int size;

        Some(int most) {
            docs = new int[most];
        }

        void add(int doc) {
            if (size < docs.length) {
                docs[size++] = doc;
            }
        }

        /** These and, where they are too few, some of the others; in the order of the index. */
        int[] or(Some rest) {
            return IntStream.concat(Arrays.stream(docs, 0, size), Arrays.stream(rest.docs, 0, rest.size))
                    .limit(docs.length)
                    .sorted()
                    .toArray();
        }
    }

    /**
     * Looks at what fits.
     *
     * @param typed {@link Questions#typed}: what is in stock scores, the rest does not
     * @param start what was typed, as names are sorted by
     * @param lookedAt so many at most
     * @param kept of each kind at most
     */
    static TypedNames in(IndexSearcher searcher, Query typed, String start, int lookedAt, int kept) throws IOException {
        var names = new TypedNames(start, kept);
        var weight = searcher.createWeight(searcher.rewrite(typed), ScoreMode.COMPLETE, 1);
        var leaves = searcher.getIndexReader().leaves();
        // the small segments come last: what they leave over is for the large ones
        for (int at = leaves.size() - 1; at >= 0; at--) {
            var scorer = weight.scorer(leaves.get(at));
            if (scorer != null) {
                names.look(leaves.get(at), scorer, (lookedAt - names.looked) / (at + 1));
            }
        }
        return names;
    }

    private void look(LeafReaderContext leaf, Scorer scorer, int most) throws IOException {
        var live = leaf.reader().getLiveDocs();
        var names = DocValues.getSorted(leaf.reader(), Fields.SORT_NAME);
        int from = place(names, start);
        int to = place(names, past);
        var fit = scorer.iterator();
        int left = most;
        for (int doc = fit.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS && left > 0; doc = fit.nextDoc()) {
            left--;
            if (live == null || live.get(doc)) {
                boolean begins = names.advanceExact(doc) && names.ordValue() >= from && names.ordValue() < to;
                keep(leaf.docBase + doc, begins, scorer.score() > 0);
            }
        }
        looked += most - left;
    }

    /** How many names come before it. */
    private static int place(SortedDocValues names, BytesRef name) throws IOException {
        int found = names.lookupTerm(name);
        return found < 0 ? -found - 1 : found;
    }

    private void keep(int doc, boolean begins, boolean inStock) {
        if (begins) {
            (inStock ? beginning : beginningSoldOut).add(doc);
        } else {
            (inStock ? others : othersSoldOut).add(doc);
        }
    }

    /** How many it was, withdrawn ones too. */
    int looked() {
        return looked;
    }

    /** Those whose name begins so, in the order of the index. */
    int[] beginning() {
        return beginning.or(beginningSoldOut);
    }

    /** Those that hold it elsewhere. */
    int[] others() {
        return others.or(othersSoldOut);
    }
}
