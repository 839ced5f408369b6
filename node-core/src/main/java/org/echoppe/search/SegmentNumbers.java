package org.echoppe.search;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;

/** The number that each text of a column has for as long as the program runs, looked up once a segment. */
final class SegmentNumbers {
    private final String field;
    private final ToIntFunction<String> numberOf;
    private final Map<IndexReader.CacheKey, int[]> segments = new ConcurrentHashMap<>();

    SegmentNumbers(String field, ToIntFunction<String> numberOf) {
        this.field = field;
        this.numberOf = numberOf;
    }

    /** In the segment's own order of the texts. */
    int[] in(LeafReaderContext leaf) throws IOException {
        var helper = leaf.reader().getCoreCacheHelper();
        if (helper == null) {
            return read(leaf);
        }
        int[] known = segments.get(helper.getKey());
        if (known == null) {
            known = read(leaf);
            if (segments.put(helper.getKey(), known) == null) {
                helper.addClosedListener(segments::remove);
            }
        }
        return known;
    }

    private int[] read(LeafReaderContext leaf) throws IOException {
        var texts = DocValues.getSorted(leaf.reader(), field);
        int[] read = new int[texts.getValueCount()];
        for (int ord = 0; ord < read.length; ord++) {
            read[ord] = numberOf.applyAsInt(texts.lookupOrd(ord).utf8ToString());
        }
        return read;
    }
}
