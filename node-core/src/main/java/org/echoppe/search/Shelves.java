package org.echoppe.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** @param levels the path itself and all above it, widest first, by their numbers */
    private record Shelf(int[] levels) {}

    /** @param family the number of all writings of one path: « Épicerie » and « epicerie » are one */
    private record Level(String path, int family) {}

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Shelf> shelves = new ArrayList<>(List.of(new Shelf(new int[0])));
    private final Map<String, Integer> levelNumbers = new HashMap<>();
    private final List<Level> levels = new ArrayList<>();
    private final Map<String, Integer> families = new HashMap<>();

    private final SegmentNumbers segments = new SegmentNumbers(Fields.SHELF, this::of);

    private synchronized int of(String path) {
        Integer known = numbers.get(path);
        if (known != null) {
            return known;
        }
        if (shelves.size() >= MOST) {
            return NONE;
        }
        var above = new ArrayList<Integer>();
        for (int at = path.indexOf(Fields.LEVEL); at >= 0; at = path.indexOf(Fields.LEVEL, at + 1)) {
            above.add(level(path.substring(0, at)));
        }
        above.add(level(path));
        shelves.add(new Shelf(above.stream().mapToInt(Integer::intValue).toArray()));
        numbers.put(path, shelves.size() - 1);
        return shelves.size() - 1;
    }

    private int level(String path) {
        return levelNumbers.computeIfAbsent(path, _ -> {
            levels.add(new Level(path, families.computeIfAbsent(CategoryKey.of(path), _ -> families.size())));
            return levels.size() - 1;
        });
    }

    synchronized int count() {
        return shelves.size();
    }

    /** The widest level of a shelf; null for none. */
    synchronized @Nullable String widest(int number) {
        return number == NONE
                ? null
                : levels.get(shelves.get(number).levels()[0]).path();
    }

    /** The numbers of a segment's paths, in the segment's own order of them. */
    int[] in(LeafReaderContext leaf) throws IOException {
        return segments.in(leaf);
    }

    /**
     * The categories that hold most, each as most write it, with all that lies on it and below.
     *
     * @param repeats what counts once on each shelf that has any of it
     */
    synchronized List<Count> most(int[] byShelf, Repeats repeats) {
        var counts = new int[levels.size()];
        for (int number = 1; number < byShelf.length; number++) {
            if (byShelf[number] > 0) {
                for (int level : shelves.get(number).levels()) {
                    counts[level] += byShelf[number];
                }
            }
        }
        var sums = new int[families.size()];
        var written = new @Nullable Level[families.size()];
        var most = new int[families.size()];
        for (int number = 0; number < counts.length; number++) {
            var level = levels.get(number);
            int family = level.family();
            sums[family] += counts[number];
            if (counts[number] > 0 && isBefore(counts[number], level, most[family], written[family])) {
                most[family] = counts[number];
                written[family] = level;
            }
        }
        countOnce(repeats, sums);
        return largest(sums, written);
    }

    private void countOnce(Repeats repeats, int[] sums) {
        int[] seen = new int[repeats.articles() == 0 ? 0 : sums.length];
        for (int article = 0; article < repeats.articles(); article++) {
            for (int at = repeats.from(article); at < repeats.to(article); at++) {
                for (int level : shelves.get(repeats.shelf(at)).levels()) {
                    int family = levels.get(level).family();
                    sums[family] -= seen[family] == article + 1 ? 1 : 0;
                    seen[family] = article + 1;
                }
            }
        }
    }

    private static boolean isBefore(int count, Level level, int otherCount, @Nullable Level other) {
        return other == null
                || count > otherCount
                || (count == otherCount && level.path().compareTo(other.path()) < 0);
    }

    private static List<Count> largest(int[] sums, @Nullable Level[] written) {
        int[] rising = sums.clone();
        Arrays.sort(rising);
        int least = Math.max(
                1, rising.length > ListingHits.MOST_COUNTS ? rising[rising.length - ListingHits.MOST_COUNTS] : 1);
        var largest = new ArrayList<Count>();
        for (int family = 0; family < sums.length; family++) {
            var level = written[family];
            if (level != null && sums[family] >= least) {
                largest.add(new Count(level.path(), sums[family]));
            }
        }
        largest.sort(ListingHits.MOST_FIRST);
        return List.copyOf(largest.subList(0, Math.min(largest.size(), ListingHits.MOST_COUNTS)));
    }
}
