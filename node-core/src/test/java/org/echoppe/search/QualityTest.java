package org.echoppe.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.echoppe.domain.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand real names from everywhere, asked for as people remember them. */
@TestInstance(Lifecycle.PER_CLASS)
class QualityTest {
    private static final int GOODS = 10_000;
    private static final int ASKED = 500;
    private static final int SHORTEST_TO_MISTYPE = 4;
    private static final Pattern ACCENT = Pattern.compile("\\p{IsLatin}\\p{M}");
    private static final Pattern CUT_OFF = Pattern.compile(
            "(?i)(?<![\\p{L}\\p{N}])(?:[\\p{L}\\p{N}]|qu)(?=['’])|(?<=['’])[\\p{L}\\p{N}](?![\\p{L}\\p{N}])");
    private static final Pattern MEASURED =
            Pattern.compile("(?i)\\p{N}|\\b(?:mg|gr?|kg|[cdm]?l|[cdmk]?m|k?w|k?wh|m?ah|v|hz|[mgt]o|[mgt]b)\\b");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Random random = new Random(7);
    private final List<IndexedListing> goods = new ArrayList<>();
    private ListingIndex index;

    @BeforeAll
    void indexAll(@TempDir Path folder) {
        index = ListingIndex.open(folder);
        for (var shop : Goods.world(GOODS, 100)) {
            index.replace(shop.getFirst().did(), Goods.FIRST, shop::forEach);
            goods.addAll(shop);
        }
        index.refresh();
    }

    @AfterAll
    void close() {
        index.close();
    }

    @Test
    void aWholeNameFindsItsProduct() {
        assertThat(share(_ -> true, (words, _) -> words)).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void oneWordLessFindsItToo() {
        assertThat(share(_ -> true, (words, random) -> {
                    var fewer = new ArrayList<>(words);
                    fewer.remove(random.nextInt(fewer.size()));
                    return fewer;
                }))
                .isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void accentsMayBeLeftOut() {
        assertThat(share(
                        QualityTest::hasAccents,
                        (words, _) -> words.stream().map(QualityTest::bare).toList()))
                .isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void oneSlipOfTheFingerIsForgiven() {
        assertThat(share(_ -> true, (words, random) -> {
                    var slipped = new ArrayList<>(words);
                    int at;
                    do {
                        at = random.nextInt(slipped.size());
                    } while (slipped.get(at).length() < SHORTEST_TO_MISTYPE);
                    slipped.set(at, slip(slipped.get(at), random));
                    return slipped;
                }))
                .isGreaterThanOrEqualTo(0.95);
    }

    /** How many of the products stand on the first page when asked for so. */
    private double share(Predicate<List<String>> which, BiFunction<List<String>, Random, List<String>> said) {
        int found = 0;
        var lost = new ArrayList<String>();
        for (int i = 0; i < ASKED; i++) {
            var product = some(which);
            String asked = String.join(" ", said.apply(words(product), random));
            if (index.search(ListingQuery.of(asked)).listings().contains(product.key())) {
                found++;
            } else {
                lost.add(product.name() + " <- " + asked);
            }
        }
        if (found < ASKED) {
            System.out.println("not on the first page: " + lost);
        }
        return (double) found / ASKED;
    }

    /** One of those that have two words, one of them long enough to be mistyped, and are as wanted besides. */
    private IndexedListing some(Predicate<List<String>> which) {
        for (; ; ) {
            var product = goods.get(random.nextInt(goods.size()));
            var words = words(product);
            if (words.size() > 1
                    && words.stream().anyMatch(word -> word.length() >= SHORTEST_TO_MISTYPE)
                    && which.test(words)) {
                return product;
            }
        }
    }

    private static List<String> words(IndexedListing product) {
        return List.of(product.name().strip().split("[^\\p{L}\\p{N}\\p{M}]+")).stream()
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String bare(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    private static boolean hasAccents(List<String> words) {
        return words.stream()
                .anyMatch(word -> ACCENT.matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
                        .find());
    }

    /** Another word than it was, in any case and without accents too. */
    private static String slip(String word, Random random) {
        for (; ; ) {
            String slipped = slipOnce(word, random);
            if (!bare(slipped).equalsIgnoreCase(bare(word))) {
                return slipped;
            }
        }
    }

    private static String slipOnce(String word, Random random) {
        int at = random.nextInt(word.length() - 1);
        char other = (char) ('a' + random.nextInt(26));
        return switch (random.nextInt(4)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + other + word.substring(at);
            case 2 -> word.substring(0, at) + other + word.substring(at + 1);
            default -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
        };
    }

    /** Words are split here by another road than the index takes; what a stem is, {@link StemTest} says word by word. */
    @Test
    void whatIsFoundIsWhatAScanOfTheStemsFinds() {
        var stems = goods.stream().collect(Collectors.toMap(IndexedListing::key, QualityTest::stems));
        for (int i = 0; i < ASKED; i++) {
            // as it is written, apostrophes and all, and as its bare words
            var product = some(_ -> true);
            var words =
                    i % 2 == 0 ? words(product) : List.of(product.name().strip().split("\\s+"));
            String asked = String.join(" ", words.subList(0, Math.min(words.size(), 1 + i % 3)));
            if (plain(uncut(asked)).findAny().isEmpty()
                    || MEASURED.matcher(asked).find()) {
                continue; // nothing but what an apostrophe cuts off, or signs; how measures are found, other tests say
            }
            var wanted =
                    plain(uncut(asked)).map(word -> Stem.of(word, Language.FR)).collect(Collectors.toSet());
            var scanned = new HashSet<ListingKey>();
            stems.forEach((key, held) -> {
                if (held.containsAll(wanted)) {
                    scanned.add(key);
                }
            });
            if (Codes.gtins(asked).isEmpty()) {
                assertThat(all(asked)).as(asked).isEqualTo(scanned);
            }
        }
    }

    /** Without what an apostrophe cuts off: l’, d’, qu’, ’s. */
    private static String uncut(String asked) {
        return CUT_OFF.matcher(Normalizer.normalize(asked, Normalizer.Form.NFC)).replaceAll(" ");
    }

    private static Set<String> stems(IndexedListing listing) {
        String all = listing.name() + " " + String.join(" ", listing.category());
        return plain(all)
                .map(word -> Stem.of(word, Language.of(listing.label().lang())))
                .collect(Collectors.toSet());
    }

    private static Stream<String> plain(String text) {
        String bare = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("[\\p{M}\\p{Cf}]", "")
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss")
                .replace('ø', 'o')
                .replace('ł', 'l')
                .replace('đ', 'd')
                .replace('ı', 'i');
        return NO_WORD.splitAsStream(bare).filter(word -> !word.isEmpty());
    }

    private Set<ListingKey> all(String asked) {
        var all = new HashSet<ListingKey>();
        var query = ListingQuery.of(asked);
        int total = index.search(query).total();
        for (int page = 1; all.size() < total; page++) {
            all.addAll(index.search(query.page(page, 100)).listings());
        }
        return all;
    }
}
