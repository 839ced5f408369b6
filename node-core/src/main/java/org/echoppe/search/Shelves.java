package org.echoppe.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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
    /** No family: what lies above the widest levels. */
    private static final int NOTHING = -1;

    /** @param levels the path itself and all above it, widest first, by their numbers */
    private record Shelf(int[] levels) {}

    /**
     * A path or one above it.
     *
     * @param family the number of all writings of one path: « Épicerie » and « epicerie » are one
     * @param above the family of the level above; {@link #NOTHING} for the widest
     */
    private record Level(String path, int family, int above) {}

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
        int family = NOTHING;
        for (int at = path.indexOf(Fields.LEVEL); at >= 0; at = path.indexOf(Fields.LEVEL, at + 1)) {
            above.add(level(path.substring(0, at), family));
            family = levels.get(above.getLast()).family();
        }
        above.add(level(path, family));
        shelves.add(new Shelf(above.stream().mapToInt(Integer::intValue).toArray()));
        numbers.put(path, shelves.size() - 1);
        return shelves.size() - 1;
    }

    private int level(String path, int above) {
        return levelNumbers.computeIfAbsent(path, _ -> {
            levels.add(new Level(path, families.computeIfAbsent(CategoryKey.of(path), _ -> families.size()), above));
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
     * The categories that hold most, each as most write it, with all that lies on it and below: of all, of the widest, and of
     * those right below the one that is asked for. One with many narrow ones hides no other.
     *
     * @param repeats what counts once on each shelf that has any of it
     * @param asked the category asked for; null for none
     */
    synchronized List<Count> most(int[] byShelf, Repeats repeats, @Nullable String asked) {
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
        var shown = new HashSet<>(largest(sums, written, _ -> true));
        shown.addAll(largest(sums, written, level -> level.above() == NOTHING));
        int family = asked == null ? NOTHING : families.getOrDefault(CategoryKey.of(asked), NOTHING);
        if (family != NOTHING) {
            shown.addAll(largest(sums, written, level -> level.above() == family));
        }
        return shown.stream().sorted(ListingHits.MOST_FIRST).toList();
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

    private static List<Count> largest(int[] sums, @Nullable Level[] written, Predicate<Level> among) {
        int[] rising = new int[sums.length];
        int found = 0;
        for (int family = 0; family < sums.length; family++) {
            var level = written[family];
            if (level != null && sums[family] > 0 && among.test(level)) {
                rising[found++] = sums[family];
            }
        }
        int least = 1;
        if (found > ListingHits.MOST_COUNTS) {
            Arrays.sort(rising, 0, found);
            least = rising[found - ListingHits.MOST_COUNTS];
        }
        var largest = new ArrayList<Count>();
        for (int family = 0; family < sums.length; family++) {
            var level = written[family];
            if (level != null && sums[family] >= least && among.test(level)) {
                largest.add(new Count(level.path(), sums[family]));
            }
        }
        largest.sort(ListingHits.MOST_FIRST);
        return largest.subList(0, Math.min(largest.size(), ListingHits.MOST_COUNTS));
    }
}
