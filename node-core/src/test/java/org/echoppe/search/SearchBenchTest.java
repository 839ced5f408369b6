package org.echoppe.search;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.echoppe.bench.Figures;
import org.echoppe.bench.Samples;
import org.echoppe.bench.Watch;
import org.echoppe.search.ListingQuery.Sort;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mix of what shoppers type, over the names of real goods from everywhere. */
@Tag("bench")
class SearchBenchTest {
    private static final int LISTINGS = Integer.getInteger("echoppe.bench.listings", 100_000);
    private static final int MERCHANTS = 100;
    private static final int FREQUENT = 40;

    @TempDir
    private Path folder;

    private final Random random = new Random(42);
    private final List<List<IndexedListing>> shops = Goods.world(LISTINGS, MERCHANTS);
    /** All words of all names, the most frequent first. */
    private final List<String> words = words();

    @Test
    void aMixOfSearches() throws Exception {
        String title = "Search: %,d listings of %,d merchants".formatted(LISTINGS, MERCHANTS);
        try (var figures = new Figures("search", title)) {
            try (var index = ListingIndex.open(folder)) {
                var fill = Watch.time(1, 3, () -> fill(index));
                figures.row("index all", fill.perSecond(LISTINGS, "listings"), "> 10,000/s");
            }
            figures.row("open, every file checked", Watch.time(1, 5, this::openAndClose), "");
            figures.row("size on disk", Samples.of("MB", megabytes()), "");
            try (var index = ListingIndex.open(folder)) {
                for (var kind : kinds().entrySet()) {
                    var found = timed(() -> index.search(kind.getValue().get()));
                    figures.row(kind.getKey(), found, "< 5 ms");
                }
                figures.row("suggestions, 3 letters", timed(() -> index.suggest(start(3))), "< 20 ms");
                figures.row("suggestions, 2 letters", timed(() -> index.suggest(start(2))), "< 20 ms");
                figures.row("a change until it is found", changes(index), "< 200 ms");
            }
        }
    }

    private Map<String, Supplier<ListingQuery>> kinds() {
        var kinds = new LinkedHashMap<String, Supplier<ListingQuery>>();
        kinds.put("a rare word", () -> ListingQuery.of(rare()));
        kinds.put("a frequent word", () -> ListingQuery.of(frequent()));
        kinds.put("two words", () -> ListingQuery.of(someWords(2)));
        kinds.put("a whole name", () -> ListingQuery.of(someWords(16)));
        kinds.put("a word nobody uses", () -> ListingQuery.of("zzq" + random.nextInt(1000)));
        kinds.put("a GTIN", () -> ListingQuery.of(gtin()));
        kinds.put(
                "a frequent word in a category",
                () -> ListingQuery.of(frequent()).inCategory("Shelf 7"));
        kinds.put(
                "a frequent word, cheapest first",
                () -> ListingQuery.of(frequent()).sortedBy(Sort.PRICE));
        kinds.put("a frequent word, page 5", () -> ListingQuery.of(frequent()).page(5, 24));
        kinds.put(
                "a shop's goods by name",
                () -> ListingQuery.of("").ofMerchant(any().did()).sortedBy(Sort.NAME));
        kinds.put("everything, newest first", () -> ListingQuery.of("").sortedBy(Sort.NEWEST));
        return kinds;
    }

    private static Samples timed(Watch.Work search) throws Exception {
        return Watch.time(300, 400, search);
    }

    private Samples changes(ListingIndex index) {
        var millis = new double[20];
        var did = shops.getFirst().getFirst().did();
        for (int i = 0; i < millis.length; i++) {
            String name = "neuheit" + i;
            long start = System.nanoTime();
            index.update(
                    did,
                    Goods.rev(i),
                    Goods.rev(i + 1L),
                    List.of(Goods.listing(did, i, name).done()),
                    List.of());
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> index.search(ListingQuery.of(name)).total() == 1);
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        return Samples.of("ms", millis);
    }

    private ListingIndex fill(ListingIndex index) {
        for (var shop : shops) {
            index.replace(shop.getFirst().did(), Goods.rev(0), shop::forEach);
        }
        index.refresh();
        return index;
    }

    private int openAndClose() {
        try (var index = ListingIndex.open(folder)) {
            return index.heads().size();
        }
    }

    private double megabytes() throws IOException {
        try (var files = Files.list(folder)) {
            return files.mapToLong(SearchBenchTest::size).sum() / 1e6;
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> words() {
        var counts = new HashMap<String, Integer>();
        shops.forEach(shop ->
                shop.forEach(listing -> Words.of(listing.name()).forEach(word -> counts.merge(word, 1, Integer::sum))));
        var all = new ArrayList<>(counts.keySet());
        all.removeIf(word -> word.length() < 3);
        all.sort(Comparator.comparingInt((String word) -> -counts.getOrDefault(word, 0))
                .thenComparing(word -> word));
        return all;
    }

    private String frequent() {
        return words.get(random.nextInt(FREQUENT));
    }

    private String rare() {
        return words.get(words.size() / 4 + random.nextInt(words.size() / 2));
    }

    private String start(int letters) {
        return words.get(random.nextInt(words.size() / 10)).substring(0, letters);
    }

    private String someWords(int most) {
        var all = Words.of(any().name());
        return String.join(" ", all.subList(0, Math.min(most, all.size())));
    }

    private String gtin() {
        var gtin = any().gtin();
        return gtin == null ? "3017620422003" : gtin.value();
    }

    private IndexedListing any() {
        var shop = shops.get(random.nextInt(shops.size()));
        return shop.get(random.nextInt(shop.size()));
    }
}
