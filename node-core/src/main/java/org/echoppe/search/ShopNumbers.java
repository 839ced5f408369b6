package org.echoppe.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.LeafReaderContext;
import org.echoppe.domain.Did;

/**
 * Every merchant has a number as long as the program runs, so that what is known of the shops lies in arrays: asking by DID
 * for each of a thousand matches would be the dearest part of a search.
 */
final class ShopNumbers {
    private final Map<Did, Integer> numbers = new ConcurrentHashMap<>();
    private volatile Did[] dids = new Did[0];
    private final SegmentNumbers segments = new SegmentNumbers(Fields.DID, did -> of(new Did(did)));

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
        return segments.in(leaf);
    }
}
