package org.echoppe.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.LeafReaderContext;
import org.echoppe.search.ListingHits.Count;
import org.jspecify.annotations.Nullable;

/**
 * Every category path has a number as long as the program runs: counting by it reads no text. Past {@value #MOST} of them,
 * which no street has, the rest are not counted.
 */
final class Shelves {
    private static final int MOST = 50_000;
    /** What has no category, or one too many. */
    static final int NONE = 0;

    /** @param levels the path itself and all above it, widest first, as the merchant wrote them */
    private record Shelf(List<String> levels) {}

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Shelf> shelves = new ArrayList<>(List.of(new Shelf(List.of())));
    /** What each path is compared by. */
    private final Map<String, String> keys = new ConcurrentHashMap<>();

    private final SegmentNumbers segments = new SegmentNumbers(Fields.SHELF, this::of);

    private synchronized int of(String path) {
        Integer known = numbers.get(path);
        if (known != null) {
            return known;
        }
        if (shelves.size() >= MOST) {
            return NONE;
        }
        var levels = new ArrayList<String>();
        for (int at = path.indexOf(Fields.LEVEL); at >= 0; at = path.indexOf(Fields.LEVEL, at + 1)) {
            levels.add(path.substring(0, at));
        }
        levels.add(path);
        shelves.add(new Shelf(List.copyOf(levels)));
        numbers.put(path, shelves.size() - 1);
        return shelves.size() - 1;
    }

    synchronized int count() {
        return shelves.size();
    }

    /** The widest level of a shelf; null for none. */
    synchronized @Nullable String widest(int number) {
        return number == NONE ? null : shelves.get(number).levels().getFirst();
    }

    /** How many lie on each shelf and below it. */
    synchronized Map<String, Integer> sums(int[] byShelf) {
        var sums = new HashMap<String, Integer>();
        for (int number = 1; number < byShelf.length; number++) {
            if (byShelf[number] > 0) {
                for (String level : shelves.get(number).levels()) {
                    sums.merge(level, byShelf[number], Integer::sum);
                }
            }
        }
        return sums;
    }

    /** The numbers of a segment's paths, in the segment's own order of them. */
    int[] in(LeafReaderContext leaf) throws IOException {
        return segments.in(leaf);
    }

    /** Two shops may write one category differently: « Épicerie » and « epicerie » are one, shown as most write it. */
    List<Count> most(Map<String, Integer> counts) {
        var sums = new HashMap<String, Count>();
        counts.entrySet().stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue()))
                .sorted(ListingHits.MOST_FIRST)
                .forEach(count -> sums.merge(
                        keys.computeIfAbsent(count.value(), CategoryKey::of),
                        count,
                        (first, other) -> new Count(first.value(), first.count() + other.count())));
        return sums.values().stream()
                .sorted(ListingHits.MOST_FIRST)
                .limit(ListingHits.MOST_COUNTS)
                .toList();
    }
}
