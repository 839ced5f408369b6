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
                "hunger 0439023483",
                "hunger 0-439-02348-3",
                "hunger 978-0-439-02348-1",
                "ISBN 978-0-439-02348-1",
                "isbn : 9780439023481",
                "ISBN9780439023481",
                "ISBN-13: 978-0-439-02348-1",
                "EAN 9780439023481",
                "ean 13 9 780439 023481",
                "978\u20110\u2011439\u201102348\u20111",
                "978\u20130\u2013439\u201302348\u20131 hunger"
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
    void numbersThatMakeNoCodeStayWords() {
        index(listing(GROCER, 1, "Lot de 12 34 56 78"), listing(GROCER, 2, "Ean 13 rouge"));
        find("12 34 56 78").containsExactly("Lot de 12 34 56 78");
        find("ean 13").containsExactly("Ean 13 rouge");
        assertThat(Codes.together("lot 12 34 56 78, ean 13")).isEqualTo("lot 12 34 56 78, ean 13");
        assertThat(Codes.together("2 x ISBN 0-8044-2957-X rouge")).isEqualTo("2 x 080442957X rouge");
    }

    @Test
    void aMeasureIsFoundByAnyWritingOfIt() {
        index(
                listing(GROCER, 1, "Farine de blé 500g"),
                listing(GROCER, 2, "Farine de seigle 500 g"),
                listing(GROCER, 3, "Farine de riz 5 kg"),
                listing(GROCER, 4, "Eau minérale 1,5 L"),
                listing(GROCER, 5, "Eau plate 1.5l"),
                listing(GROCER, 6, "Eau de source 50cl"));
        for (String typed : List.of("farine 500 g", "farine 500g", "500\u00a0G farine", "farine 500")) {
            find(typed).containsExactlyInAnyOrder("Farine de blé 500g", "Farine de seigle 500 g");
        }
        for (String typed : List.of("eau 1,5L", "eau 1.5 l", "eau 1,5 L", "1,5l eau")) {
            find(typed).containsExactlyInAnyOrder("Eau minérale 1,5 L", "Eau plate 1.5l");
        }
        for (String typed : List.of("farine 50", "farine de blé 500", "farine de blé 500g", "farine de blé 500 g")) {
            assertThat(index.suggest(typed)).as(typed).contains(new Suggestion("Farine de blé 500g", Kind.NAME));
        }
        assertThat(index.suggest("farine 500g")).as("of both writings").hasSize(2);
    }

    @Test
    void anArticleIsFoundByTheBarcodeOfAKindAndIsNoOtherArticleForThat() {
        index(
                listing(BAKER, 1, "Chaussure")
                        .kind("3760000000017")
                        .kind("3760000000024")
                        .price(100),
                listing(GROCER, 2, "Chaussure 42").gtin("3760000000017").price(5_900),
                listing(BOOKSHOP, 3, "Chaussure 42 cuir").gtin("3760000000017").price(6_900));
        find("3760000000024").containsExactly("Chaussure");
        find("chaussure 3760000000024").containsExactly("Chaussure");
        var code = new Gtin("3760000000017");
        assertThat(search(ListingQuery.of("").withGtin(code))).hasSize(3);
        assertThat(search(ListingQuery.of("").ofArticle(code)))
                .containsExactlyInAnyOrder("Chaussure 42", "Chaussure 42 cuir");
        var hits = index.search(ListingQuery.of("chaussure").groupedByArticle(true));
        assertThat(hits.articles()).isEqualTo(2);
        assertThat(hits.hits().stream().map(ListingHits.Hit::group).filter(java.util.Objects::nonNull))
                .as("what that size costs in the first shop, nobody knows here")
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.shops()).isEqualTo(2);
                    assertThat(group.from()).isEqualTo(euros(5_900));
                });
    }

    @Test
    void noCategoryIsHiddenByTheManyNarrowOnesOfAnother() {
        var goods = new java.util.ArrayList<Goods.Draft>();
        for (int shelf = 0; shelf < 60; shelf++) {
            for (int i = 0; i < 5; i++) {
                goods.add(listing(BOOKSHOP, goods.size(), "Article").category("Livres", "Rayon " + shelf));
            }
        }
        goods.add(listing(BOOKSHOP, goods.size(), "Article").category("Papeterie", "Carnets"));
        index(goods.toArray(Goods.Draft[]::new));
        var query = ListingQuery.of("article");
        assertThat(index.search(query).categories())
                .contains(new Count("Livres", 300), new Count("Papeterie", 1))
                .hasSize(51);
        assertThat(index.search(query.inCategory("papeterie")).categories())
                .containsExactly(new Count("Papeterie", 1), new Count("Papeterie > Carnets", 1));
        assertThat(index.search(query.inCategory("livres")).categories())
                .as("the fifty that come first, and the one they lie in")
                .hasSize(51)
                .startsWith(new Count("Livres", 300))
                .contains(new Count("Livres > Rayon 0", 5));
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
