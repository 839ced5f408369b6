package org.echoppe.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.echoppe.domain.Did;

/**
 * Every merchant has a number as long as the program runs, so that what is known of the shops lies in arrays: asking by DID
 * for each of a thousand matches would be the dearest part of a search.
 */
final class ShopNumbers {
    private final Map<Did, Integer> numbers = new ConcurrentHashMap<>();
    private volatile Did[] dids = new Did[0];
    /** By segment: which number each of its merchants has. */
    private final Map<IndexReader.CacheKey, int[]> segments = new ConcurrentHashMap<>();

    int of(Did did) {
        Integer known = numbers.get(did);
        return known == null ? add(did) : known;
    }

    private synchronized int add(Did did) {
        Integer known = numbers.get(did);
        if (known != null) {
            return known;
        }
        var longer = Arrays.copyOf(dids, dids.length + 1);
        longer[dids.length] = did;
        dids = longer;
        numbers.put(did, longer.length - 1);
        return longer.length - 1;
    }

    Did did(int number) {
        return dids[number];
    }

    /** One more than the largest number. */
    int count() {
        return dids.length;
    }

    /** The numbers of a segment's merchants, in the segment's own order of them. */
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
        var merchants = DocValues.getSorted(leaf.reader(), Fields.DID);
        int[] read = new int[merchants.getValueCount()];
        for (int ord = 0; ord < read.length; ord++) {
            read[ord] = of(new Did(merchants.lookupOrd(ord).utf8ToString()));
        }
        return read;
    }
}
