package org.echoppe.search;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntConsumer;
import org.echoppe.domain.Did;
import org.echoppe.search.ListingHits.Count;

/** How many matches each shop has, by its number. Kept for those that have any. */
public final class ShopCounts {
    private final int[] numbers;
    private final int[] counts;
    private final ShopNumbers names;

    ShopCounts(int[] byNumber, ShopNumbers names) {
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

    /** How many matches those shops have together. */
    public int of(BitSet shops) {
        int sum = 0;
        for (int at = 0; at < numbers.length; at++) {
            if (shops.get(numbers[at])) {
                sum += counts[at];
            }
        }
        return sum;
    }

    /** How many matches one shop has. */
    public int of(int shop) {
        int at = java.util.Arrays.binarySearch(numbers, shop);
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

    /** Those with most, most first. */
    public List<Shop> first(int limit) {
        var order = Comparator.comparingInt((Integer at) -> counts[at])
                .thenComparing(at -> names.did(numbers[at]).value(), Comparator.reverseOrder());
        var best = new PriorityQueue<>(order);
        for (int at = 0; at < numbers.length; at++) {
            if (best.size() < limit) {
                best.add(at);
            } else if (counts[at] >= counts[best.element()] && order.compare(at, best.element()) > 0) {
                best.remove();
                best.add(at);
            }
        }
        return best.stream()
                .sorted(order.reversed())
                .map(at -> new Shop(numbers[at], names.did(numbers[at]), counts[at]))
                .toList();
    }
}
