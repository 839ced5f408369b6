package org.echoppe.search;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;
import org.echoppe.domain.Did;
import org.echoppe.search.ListingHits.Count;

/**
 * How many matches each shop has, by its number. Kept for those that have any. Several shops together have an article once where
 * matches were grouped.
 */
public final class ShopCounts {
    private final int[] numbers;
    private final int[] counts;
    private final Repeats.Sold repeated;
    private final ShopNumbers names;

    ShopCounts(int[] byNumber, Repeats.Sold repeated, ShopNumbers names) {
        this.repeated = repeated;
        this.names = names;
        int some = 0;
        for (int count : byNumber) {
            some += count > 0 ? 1 : 0;
        }
        numbers = new int[some];
        counts = new int[some];
        int at = 0;
        for (int number = 0; number < byNumber.length; number++) {
            if (byNumber[number] > 0) {
                numbers[at] = number;
                counts[at++] = byNumber[number];
            }
        }
    }

    /** How many shops have any. */
    public int size() {
        return numbers.length;
    }

    /** Bytes it takes, about. */
    int weight() {
        return 8 * numbers.length + 4 * repeated.size();
    }

    /** How many matches those shops have together, or how many articles. */
    public int of(BitSet shops) {
        int sum = 0;
        for (int at = 0; at < numbers.length; at++) {
            if (shops.get(numbers[at])) {
                sum += counts[at];
            }
        }
        return sum - repeated.moreOf(shops);
    }

    /** How many matches one shop has: each of its own listings counts. */
    public int of(int shop) {
        int at = Arrays.binarySearch(numbers, shop);
        return at < 0 ? 0 : counts[at];
    }

    public void forEachShop(IntConsumer consumer) {
        for (int number : numbers) {
            consumer.accept(number);
        }
    }

    /** One shop's. */
    public record Shop(int number, Did did, int count) {}

    /** Those with most, by DID. */
    List<Count> most(int limit) {
        return first(limit).stream()
                .map(shop -> new Count(shop.did().value(), shop.count()))
                .toList();
    }

    /** Those with most, most first; of those with as many, by DID. */
    public List<Shop> first(int limit) {
        var ranks = names.ranks();
        var best = new long[Math.min(limit, numbers.length)];
        int some = 0;
        for (int at = 0; at < numbers.length; at++) {
            long key = (long) counts[at] << Integer.SIZE | ranks.of(numbers[at]);
            if (some < best.length) {
                insert(best, some++, key);
            } else if (some > 0 && key > best[some - 1]) {
                insert(best, some - 1, key);
            }
        }
        return Arrays.stream(best)
                .mapToObj(key -> shop(ranks.number((int) key), (int) (key >>> Integer.SIZE)))
                .toList();
    }

    /** Among those before, which fall. */
    private static void insert(long[] falling, int end, long key) {
        int at = end;
        for (; at > 0 && falling[at - 1] < key; at--) {
            falling[at] = falling[at - 1];
        }
        falling[at] = key;
    }

    private Shop shop(int number, int count) {
        return new Shop(number, names.did(number), count);
    }
}
