package org.echoppe.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.echoppe.search.Goods.BAKER;
import static org.echoppe.search.Goods.BOOKSHOP;
import static org.echoppe.search.Goods.FIRST;
import static org.echoppe.search.Goods.GROCER;
import static org.echoppe.search.Goods.listing;

import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ListAssert;
import org.echoppe.domain.Gtin;
import org.echoppe.domain.Money;
import org.echoppe.search.ListingHits.Count;
import org.echoppe.search.ListingQuery.Sort;
import org.echoppe.search.Suggestion.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What shoppers ask, and what they are shown first. */
class FindingTest {
    private static final Currency CHF = Currency.getInstance("CHF");

    @TempDir
    private Path folder;

    private ListingIndex index;
    private final Map<ListingKey, String> names = new TreeMap<>(
            java.util.Comparator.comparing((ListingKey key) -> key.did()).thenComparing(ListingKey::rkey));

    @BeforeEach
    void open() {
        index = ListingIndex.open(folder);
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void allWordsAreRequiredInAnyOrderAndMayStandInDifferentFields() {
        index(
                listing(BAKER, 1, "Tarte aux pommes").category("Pâtisserie"),
                listing(BAKER, 2, "Tarte au citron").category("Pâtisserie"),
                listing(BAKER, 3, "Compote de pommes"));
        find("pomme tartes").containsExactly("Tarte aux pommes");
        find("citron pâtisserie").containsExactly("Tarte au citron");
        find("tarte fraise").isEmpty();
    }

    @Test
    void aShopperFindsInEitherLanguage() {
        index(
                listing(BAKER, 1, "Chocolate cookies").english(),
                listing(BAKER, 2, "Bocaux de cookies"),
                listing(BAKER, 3, "Mixed berries").english());
        find("cookie").containsExactlyInAnyOrder("Chocolate cookies", "Bocaux de cookies");
        find("bocal").containsExactly("Bocaux de cookies");
        find("berry").containsExactly("Mixed berries");
    }

    @Test
    void aNameComesBeforeABrandAndThatBeforeADescription() {
        index(
                listing(BAKER, 1, "Galettes").description("chocolat chocolat chocolat chocolat"),
                listing(BAKER, 2, "Galettes fines").brand("Chocolat Martin"),
                listing(BAKER, 3, "Une très longue boîte de petits biscuits fins au beurre et au chocolat")
                        .outOfStock());
        find("chocolat")
                .containsExactly(
                        "Une très longue boîte de petits biscuits fins au beurre et au chocolat",
                        "Galettes fines",
                        "Galettes");
    }

    @Test
    void whatIsInStockComesFirstAmongEquals() {
        index(listing(BAKER, 1, "Pain complet").outOfStock(), listing(BAKER, 2, "Pain complet !"));
        find("pain").containsExactly("Pain complet !", "Pain complet");
        assertThat(search(ListingQuery.of("pain").inStockOnly(true))).containsExactly("Pain complet !");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9780439023481",
                "978-0-439-02348-1",
                "0439023483",
                "0-439-02348-3",
                "09780439023481",
                " 9780439 023481 ",
                "hunger 0439023483"
            })
    void aBookIsFoundByAnyWritingOfItsNumber(String typed) {
        index(
                listing(BOOKSHOP, 1, "The Hunger Games").gtin("9780439023481"),
                listing(BOOKSHOP, 2, "Catching Fire").gtin("9780439023498"));
        find(typed).containsExactly("The Hunger Games");
    }

    @Test
    void shortCodesAreFoundPaddedOrExpanded() {
        index(
                listing(GROCER, 1, "Gum").gtin("042100005264"),
                listing(GROCER, 2, "Eau").gtin("96385074"),
                listing(GROCER, 3, "Soda").gtin("0012345678905"));
        find("04252614").containsExactly("Gum");
        find("42100005264").containsExactly("Gum");
        find("0096385074").containsExactly("Eau");
        find("012345678905").containsExactly("Soda");
        assertThat(search(ListingQuery.of("").withGtin(new Gtin("012345678905"))))
                .containsExactly("Soda");
    }

    @Test
    void aSkuIsFoundWholeWhateverItsCase() {
        index(
                listing(GROCER, 1, "Vis").sku("AB-12/3"),
                listing(GROCER, 2, "Clou").sku("AB-12"));
        find("ab-12").containsExactly("Clou");
        find(" AB-12/3").containsExactly("Vis");
        find("AB").isEmpty();
    }

    @Test
    void filtersNarrow() {
        index(
                listing(BAKER, 1, "Pain").price(110).category("Épicerie", "Pains"),
                listing(GROCER, 2, "Pain de mie").price(250).category("epicerie", "Pains", "Mie"),
                listing(GROCER, 3, "Pain suisse").price(new Money(200, CHF)),
                listing(GROCER, 4, "Pain sans prix"));
        var pain = ListingQuery.of("pain");
        assertThat(search(pain.ofMerchant(BAKER))).containsExactly("Pain");
        assertThat(search(pain.inCategory("Épicerie > Pains"))).containsExactlyInAnyOrder("Pain", "Pain de mie");
        assertThat(search(pain.inCategory("ÉPICERIE>pains>mie"))).containsExactly("Pain de mie");
        assertThat(search(pain.priced(euros(111), null))).containsExactly("Pain de mie");
        assertThat(search(pain.priced(null, euros(110)))).containsExactly("Pain");
        assertThat(search(pain.priced(euros(110), euros(250)))).containsExactlyInAnyOrder("Pain", "Pain de mie");
        assertThat(search(pain.priced(new Money(1, CHF), null))).containsExactly("Pain suisse");
    }

    @Test
    void everyOrderIsKept() {
        index(
                listing(BAKER, 1, "Éclair").price(300).created("2026-03-01T00:00:00Z"),
                listing(BAKER, 2, "baguette").price(110).created("2026-01-01T00:00:00Z"),
                listing(BAKER, 3, "Ficelle").created("2026-02-01T00:00:00Z"));
        var all = ListingQuery.of("");
        assertThat(search(all.sortedBy(Sort.NAME))).containsExactly("baguette", "Éclair", "Ficelle");
        assertThat(search(all.sortedBy(Sort.PRICE))).containsExactly("baguette", "Éclair", "Ficelle");
        assertThat(search(all.sortedBy(Sort.PRICE_DESC))).containsExactly("Éclair", "baguette", "Ficelle");
        assertThat(search(all.sortedBy(Sort.NEWEST))).containsExactly("Éclair", "Ficelle", "baguette");
    }

    @Test
    void matchesAreCountedByCategoryAndMerchant() {
        index(
                listing(BAKER, 1, "Pain").category("Épicerie", "Pains"),
                listing(GROCER, 2, "Pain de mie").category("epicerie", "pains"),
                listing(GROCER, 3, "Pain d'épices").category("Épicerie", "Pains"),
                listing(GROCER, 4, "Clou").category("Bricolage"));
        var hits = index.search(ListingQuery.of("pain").page(1, 1));
        assertThat(hits.total()).isEqualTo(3);
        assertThat(hits.listings()).hasSize(1);
        assertThat(hits.categories()).containsExactly(new Count("Épicerie", 3), new Count("Épicerie > Pains", 3));
        assertThat(hits.merchants()).containsExactly(new Count(GROCER.value(), 2), new Count(BAKER.value(), 1));
    }

    @Test
    void suggestionsFinishTheLastWord() {
        index(
                listing(BAKER, 1, "Chocolat noir").category("Confiserie", "Chocolats"),
                listing(BAKER, 2, "Pain au chocolat"),
                listing(GROCER, 3, "chocolat NOIR"),
                listing(GROCER, 4, "Chou"));
        assertThat(index.suggest("choc"))
                .containsExactly(
                        new Suggestion("Confiserie > Chocolats", Kind.CATEGORY),
                        new Suggestion("Chocolat noir", Kind.NAME),
                        new Suggestion("Pain au chocolat", Kind.NAME));
        assertThat(index.suggest("chocolat n")).containsExactly(new Suggestion("Chocolat noir", Kind.NAME));
        assertThat(index.suggest("c")).isEmpty();
        assertThat(index.suggest("  ’ ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "…", "\ud83d\udca9", "\ud800", "*:*", "\"", "(", "--", "\u0000"})
    void whatIsNoWordFindsNothing(String typed) {
        index(listing(BAKER, 1, "Pain"));
        find(typed).isEmpty();
        assertThat(index.suggest(typed)).isEmpty();
    }

    @Test
    void noQueryIsTooMuch() {
        index(listing(BAKER, 1, "Pain"));
        for (String typed : List.of(
                "x".repeat(10_000),
                "pain ".repeat(2_000),
                "p ".repeat(5_000),
                "\ud800".repeat(10_000),
                "9".repeat(10_000),
                "a b c d e f g h i j k l m n o p q r s t u v w x y z ".repeat(40),
                "'".repeat(10_000),
                "œ".repeat(10_000))) {
            assertThat(index.search(ListingQuery.of(typed)).total()).isLessThanOrEqualTo(1);
            assertThat(index.suggest(typed)).hasSizeLessThanOrEqualTo(1);
        }
        var wild = ListingQuery.of("pain")
                .inCategory("\ud800>".repeat(5_000))
                .priced(new Money(Long.MIN_VALUE, Money.EUR), new Money(Long.MAX_VALUE, Money.EUR))
                .page(Integer.MAX_VALUE, Integer.MAX_VALUE);
        assertThat(index.search(wild).listings()).isEmpty();
        assertThat(index.search(ListingQuery.of("pain").page(-3, -3)).listings())
                .hasSize(1);
    }

    @Test
    void aListingIsIndexedHoweverStrangeItIs() {
        index(listing(BAKER, 1, "\ud800" + "é".repeat(40_000))
                .description("mot ".repeat(50_000))
                .category("", " > ", "x".repeat(50_000), "a", "b", "c", "d")
                .sku("s".repeat(50_000))
                .price(Long.MAX_VALUE)
                .created("+100000-01-01T00:00:00Z"));
        assertThat(index.search(ListingQuery.of("mots")).total()).isOne();
    }

    private void index(Goods.Draft... drafts) {
        var goods = java.util.Arrays.stream(drafts).map(Goods.Draft::done).toList();
        goods.forEach(listing -> names.put(listing.key(), listing.name()));
        for (var did : List.of(BAKER, GROCER, BOOKSHOP)) {
            index.replace(
                    did, FIRST, goods.stream().filter(l -> l.did().equals(did)).toList()::forEach);
        }
        index.refresh();
    }

    private ListAssert<String> find(String words) {
        return assertThat(search(ListingQuery.of(words)));
    }

    private List<String> search(ListingQuery query) {
        return index.search(query).listings().stream().map(names::get).toList();
    }

    private static Money euros(long cents) {
        return new Money(cents, Money.EUR);
    }
}
