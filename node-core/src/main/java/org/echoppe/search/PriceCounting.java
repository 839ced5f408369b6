package org.echoppe.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.echoppe.domain.Money;
import org.echoppe.search.ListingHits.PriceCount;
import org.jspecify.annotations.Nullable;

/** How many matches cost so much, currency by currency. */
final class PriceCounting {
    /** Where a range ends and the next begins, in whole units of the currency. */
    private static final long[] BOUNDS = {2, 5, 10, 20, 50, 100, 200, 500, 1_000};

    /**
     * One currency's.
     *
     * @param bounds in minor units
     * @param seen the article that was last met in each range while repeated ones are taken out, from 1
     */
    private record Tally(long sample, long[] bounds, int[] counts, int[] seen) {
        static Tally of(long price) {
            int digits = Math.max(0, Fields.money(price).currency().getDefaultFractionDigits());
            long unit = (long) Math.pow(10, digits);
            int ranges = BOUNDS.length + 1;
            return new Tally(
                    price,
                    Arrays.stream(BOUNDS).map(bound -> bound * unit).toArray(),
                    new int[ranges],
                    new int[ranges]);
        }

        void add(long minorUnits) {
            counts[range(minorUnits)]++;
        }

        void once(long minorUnits, int article) {
            int at = range(minorUnits);
            if (seen[at] == article) {
                counts[at]--;
            }
            seen[at] = article;
        }

        private int range(long minorUnits) {
            int at = 0;
            while (at < bounds.length && minorUnits >= bounds[at]) {
                at++;
            }
            return at;
        }

        int sum() {
            return Arrays.stream(counts).sum();
        }
    }

    private final Map<Long, Tally> byCurrency = new HashMap<>(2);
    private @Nullable Tally last;
    private long lastCurrency = -1;

    void add(long price) {
        tally(price).add(Fields.minorUnits(price));
    }

    private Tally tally(long price) {
        long currency = Fields.currency(price);
        var tally = last;
        if (tally == null || currency != lastCurrency) {
            tally = byCurrency.computeIfAbsent(currency, _ -> Tally.of(price));
            last = tally;
            lastCurrency = currency;
        }
        return tally;
    }

    /** Leaves each repeated article once in each range that it was counted in. */
    void countOnce(Repeats repeats) {
        for (int article = 0; article < repeats.articles(); article++) {
            for (int at = repeats.from(article); at < repeats.to(article); at++) {
                if (repeats.isPriced(at)) {
                    tally(repeats.price(at)).once(Fields.minorUnits(repeats.price(at)), article + 1);
                }
            }
        }
    }

    void addAll(PriceCounting other) {
        other.byCurrency.forEach((currency, tally) -> {
            var mine = byCurrency.computeIfAbsent(currency, _ -> Tally.of(tally.sample()));
            for (int at = 0; at < mine.counts().length; at++) {
                mine.counts()[at] += tally.counts()[at];
            }
        });
    }

    /** Of each currency, the one that most have first; ranges that are empty are left out. */
    List<PriceCount> ranges() {
        return byCurrency.entrySet().stream()
                .sorted(Comparator.comparingInt(
                                (Map.Entry<Long, Tally> one) -> -one.getValue().sum())
                        .thenComparing(Map.Entry::getKey))
                .flatMap(one -> ranges(one.getValue()).stream())
                .toList();
    }

    private static List<PriceCount> ranges(Tally tally) {
        var ranges = new ArrayList<PriceCount>();
        var currency = Fields.money(tally.sample()).currency();
        for (int at = 0; at < tally.counts().length; at++) {
            if (tally.counts()[at] > 0) {
                var from = new Money(at == 0 ? 0 : tally.bounds()[at - 1], currency);
                var to = at == tally.bounds().length ? null : new Money(tally.bounds()[at], currency);
                ranges.add(new PriceCount(from, to, tally.counts()[at]));
            }
        }
        return ranges;
    }
}
