package org.echoppe.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReaderContext;
import org.echoppe.domain.Did;

/**
 * Every merchant has a number as long as the program runs, so that what is known of the shops lies in arrays: asking by DID
 * for each of a thousand matches would be the dearest part of a search.
 */
final class ShopNumbers {
    private final Map<Did, Integer> numbers = new ConcurrentHashMap<>();
    private volatile Did[] dids = new Did[0];
    private volatile Ranks ranks = new Ranks(new Did[0]);
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

    /** How all of them so far stand by their DIDs. */
    Ranks ranks() {
        var known = ranks;
        var all = dids;
        if (known.byNumber.length < all.length) {
            known = new Ranks(all);
            ranks = known;
        }
        return known;
    }

    /** The lower the DID, the higher its rank; so that comparing a thousand of them compares numbers. */
    static final class Ranks {
        private final int[] byNumber;
        private final int[] numbers;

        private Ranks(Did[] dids) {
            numbers = IntStream.range(0, dids.length)
                    .boxed()
                    .sorted(Comparator.comparing((Integer number) -> dids[number].value())
                            .reversed())
                    .mapToInt(Integer::intValue)
                    .toArray();
            byNumber = new int[dids.length];
            for (int rank = 0; rank < numbers.length; rank++) {
                byNumber[numbers[rank]] = rank;
            }
        }

        /** From 0. */
        int of(int number) {
            return byNumber[number];
        }

        /** Whose rank it is. */
        int number(int rank) {
            return numbers[rank];
        }
    }

    /** The numbers of a segment's merchants, in the segment's own order of them. */
    int[] in(LeafReaderContext leaf) throws IOException {
        return segments.in(leaf);
    }
}
