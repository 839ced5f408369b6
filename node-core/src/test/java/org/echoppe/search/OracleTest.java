package org.echoppe.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.echoppe.domain.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real names of a grocer's: what must be found is counted by another road than the index takes. */
@TestInstance(Lifecycle.PER_CLASS)
class OracleTest {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Map<ListingKey, IndexedListing> goods = new HashMap<>();
    private ListingIndex index;

    @BeforeAll
    void indexBothFiles(@TempDir Path folder) {
        var first = Goods.epicerie(Goods.BAKER, "epicerie-346.csv");
        var second = Goods.epicerie(Goods.GROCER, "epicerie-359.csv");
        index = ListingIndex.open(folder);
        index.replace(Goods.BAKER, Goods.FIRST, first::forEach);
        index.replace(Goods.GROCER, Goods.FIRST, second::forEach);
        index.refresh();
        first.forEach(listing -> goods.put(listing.key(), listing));
        second.forEach(listing -> goods.put(listing.key(), listing));
    }

    @AfterAll
    void close() {
        index.close();
    }

    @ParameterizedTest
    @CsvSource({"creme,23", "cafe,70", "chocolat,240", "emmental,5", "creme brulee,2", "fromage,6"})
    void everyNameThatHoldsTheWordsIsFound(String words, int names) {
        var expected = holding(Set.of(words.split(" ")));
        assertThat(expected).hasSize(names);
        assertThat(found(words)).containsAll(expected);
        assertThat(found(words.toUpperCase(Locale.ROOT))).containsAll(expected);
    }

    @ParameterizedTest
    @CsvSource({"crème,creme", "café,cafe", "crème brûlée,creme brulee", "brulee creme,creme brulee", "CAFÉS,cafe"})
    void accentsCaseAndOrderDoNotMatter(String typed, String words) {
        assertThat(found(typed)).isEqualTo(found(words));
    }

    @Test
    void everyWordOfEveryNameFindsAllNamesThatHoldIt() {
        Map<String, Set<ListingKey>> expected = new HashMap<>();
        goods.forEach((key, listing) -> words(listing.name())
                .forEach(word ->
                        expected.computeIfAbsent(word, _ -> new HashSet<>()).add(key)));
        assertThat(expected).hasSizeGreaterThan(1_000);
        var stems = goods.values().stream().collect(Collectors.toMap(IndexedListing::key, OracleTest::stems));
        expected.forEach((word, keys) -> {
            var found = found(word);
            assertThat(found).as(word).containsAll(keys);
            if (word.length() > 2 && word.chars().allMatch(Character::isLetter)) {
                String stem = Stem.of(word, Language.FR);
                assertThat(found)
                        .as("nothing that has no word of the stem of " + word)
                        .allMatch(key -> Objects.requireNonNull(stems.get(key)).contains(stem));
            }
        });
    }

    /** Of all words by which a listing is found. */
    private static Set<String> stems(IndexedListing listing) {
        String all = String.join(
                " ",
                listing.name(),
                Objects.requireNonNullElse(listing.description(), ""),
                Objects.requireNonNullElse(listing.brand(), ""),
                String.join(" ", listing.category()));
        return Words.of(all).stream().map(word -> Stem.of(word, Language.FR)).collect(Collectors.toSet());
    }

    @Test
    void aPluralFindsWhatItsSingularFinds() {
        var words = goods.values().stream()
                .flatMap(listing -> words(listing.name()).stream())
                .filter(word -> word.length() > 2 && word.chars().allMatch(Character::isLetter))
                .collect(Collectors.toSet());
        var plurals = words.stream()
                .filter(word -> !word.endsWith("s") && words.contains(word + "s"))
                .toList();
        assertThat(plurals).hasSizeGreaterThan(100);
        plurals.forEach(word -> assertThat(found(word + "s")).as(word).isEqualTo(found(word)));
    }

    @ParameterizedTest
    @CsvSource({"creme", "cafe", "chocolat", "emmental", "fromage", "lait", "poisson", "dessert", "puree", "sale", "the"
    })
    void everyHitHoldsAWordOfTheSameStem(String word) {
        var hits = found(word);
        assertThat(hits).isNotEmpty().allSatisfy(key -> {
            var listing = Objects.requireNonNull(goods.get(key));
            assertThat(Words.of(listing.name() + " " + listing.description()).stream()
                            .map(held -> Stem.of(held, Language.FR)))
                    .as(listing.name())
                    .contains(Stem.of(word, Language.FR));
        });
    }

    @Test
    void everyCodeFindsItsProductFirst() {
        var coded = goods.values().stream().filter(l -> l.gtin() != null).toList();
        assertThat(coded).hasSize(937 + 957);
        assertThat(coded)
                .allSatisfy(listing -> assertThat(index.search(ListingQuery.of(String.valueOf(listing.gtin())))
                                .listings())
                        .startsWith(listing.key()));
    }

    @Test
    void everyListingIsOnExactlyOnePage() {
        for (ListingQuery.Sort order : ListingQuery.Sort.values()) {
            var seen = new ArrayList<ListingKey>();
            for (int page = 1; page <= 19; page++) {
                var hits = index.search(ListingQuery.of("").sortedBy(order).page(page, 100));
                assertThat(hits.total()).isEqualTo(1_898);
                seen.addAll(hits.listings());
            }
            assertThat(seen)
                    .as("%s", order)
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(goods.keySet());
        }
    }

    private Set<ListingKey> found(String words) {
        var found = new HashSet<ListingKey>();
        var query = ListingQuery.of(words);
        ListingHits hits;
        int page = 1;
        do {
            hits = index.search(query.page(page++, 100));
            found.addAll(hits.listings());
        } while (!hits.listings().isEmpty());
        assertThat(found).as(words).hasSize(hits.total());
        return found;
    }

    private List<ListingKey> holding(Set<String> words) {
        return goods.values().stream()
                .filter(listing -> words(listing.name()).containsAll(words))
                .map(IndexedListing::key)
                .toList();
    }

    private static Set<String> words(String text) {
        String folded = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss");
        var words = new TreeSet<>(List.of(NO_WORD.split(folded)));
        words.remove("");
        return words;
    }
}
