package org.echoppe.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.echoppe.search.Goods.BAKER;
import static org.echoppe.search.Goods.BOOKSHOP;
import static org.echoppe.search.Goods.FIRST;
import static org.echoppe.search.Goods.GROCER;
import static org.echoppe.search.Goods.SECOND;
import static org.echoppe.search.Goods.listing;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.echoppe.domain.Did;
import org.echoppe.domain.Money;
import org.echoppe.domain.RecordKey;
import org.echoppe.records.Unit;
import org.echoppe.search.ListingHits.PriceCount;
import org.echoppe.search.ListingQuery.Sort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the shops themselves, slips of the finger, and the same article in several shops do to an answer. */
class StreetSearchTest {
    @TempDir
    private Path folder;

    private static final Currency FRANCS = Currency.getInstance("CHF");

    private ListingIndex index;
    private final Map<ListingKey, String> names = new HashMap<>();

    @BeforeEach
    void open() {
        index = ListingIndex.open(folder);
    }

    @AfterEach
    void close() {
        index.close();
    }

    private void index(Goods.Draft... drafts) {
        var byShop = new HashMap<Did, List<IndexedListing>>();
        Arrays.stream(drafts).map(Goods.Draft::done).forEach(listing -> {
            byShop.computeIfAbsent(listing.did(), _ -> new java.util.ArrayList<>())
                    .add(listing);
            names.put(listing.key(), listing.name());
        });
        byShop.forEach((did, listings) -> index.replace(did, FIRST, listings::forEach));
        index.refresh();
    }

    private List<String> found(ListingQuery query, ShopView shops) {
        return index.search(query, shops).listings().stream()
                .map(key -> Objects.requireNonNull(names.get(key)))
                .toList();
    }

    private BitSet shops(Did... dids) {
        var shops = new BitSet();
        Arrays.stream(dids).forEach(did -> shops.set(index.shopNumber(did)));
        return shops;
    }

    private ShopView only(Did... dids) {
        return new ShopView(shops(dids), new float[0], null);
    }

    private float[] byShop(float baker, float grocer, float bookshop) {
        float[] values = new float[3];
        values[index.shopNumber(BAKER)] = baker;
        values[index.shopNumber(GROCER)] = grocer;
        values[index.shopNumber(BOOKSHOP)] = bookshop;
        return values;
    }

    @Test
    void aShopThatDoesNotCountIsNeitherShownNorCountedNorSuggested() {
        index(listing(BAKER, 1, "Pain noir").category("Pains"), listing(GROCER, 2, "Pain blanc"));
        var hits = index.search(ListingQuery.of("pain"), only(GROCER));
        assertThat(hits.total()).isOne();
        assertThat(hits.categories()).isEmpty();
        assertThat(hits.merchants()).hasSize(1);
        assertThat(index.suggest("pain", only(GROCER)))
                .containsExactly(new Suggestion("Pain blanc", Suggestion.Kind.NAME));
    }

    @Test
    void whatBeginsAsTypedOrManyShopsHaveIsSuggestedHoweverManyNewerThingsFit() {
        var drafts = new Goods.Draft[606];
        for (int i = 0; i < 600; i++) {
            drafts[i] = listing(GROCER, i, "Pain au chocolat numéro " + i)
                    .category("Chocolats d’ailleurs " + i)
                    .created("2026-06-01T00:00:00Z");
        }
        for (int i = 600; i < 606; i++) {
            var shop = i < 603 ? Goods.merchant(i) : BAKER;
            String name = i < 603 ? "Chocolat noir" : "Chocolat " + i;
            drafts[i] = listing(shop, i, name).category("Chocolaterie").created("2026-01-01T00:00:00Z");
        }
        index(drafts);
        assertThat(index.suggest("choco").subList(0, 2))
                .containsExactly(
                        new Suggestion("Chocolaterie", Suggestion.Kind.CATEGORY),
                        new Suggestion("Chocolats d’ailleurs 0", Suggestion.Kind.CATEGORY));
        assertThat(index.suggest("choco").subList(3, 7))
                .extracting(Suggestion::text)
                .containsExactly("Chocolat noir", "Chocolat 603", "Chocolat 604", "Chocolat 605");
    }

    @Test
    void aLiftedShopComesFirstButNeverADescriptionBeforeAName() {
        index(
                listing(BAKER, 1, "Miel de thym"),
                listing(GROCER, 2, "Miel de lavande"),
                listing(BOOKSHOP, 3, "Les abeilles").description("miel miel miel"));
        var shops = new ShopView(null, byShop(0, 0.5f, 1.3f), null);
        assertThat(found(ListingQuery.of("miel"), shops))
                .containsExactly("Miel de lavande", "Miel de thym", "Les abeilles");
    }

    @Test
    void theNearestShopComesFirstWhenAskedAndTheUnknownLast() {
        index(listing(BAKER, 1, "Pain A"), listing(GROCER, 2, "Pain B"), listing(BOOKSHOP, 3, "Pain C"));
        var shops = new ShopView(null, new float[0], byShop(4_000, Float.POSITIVE_INFINITY, 300));
        assertThat(found(ListingQuery.of("").sortedBy(Sort.DISTANCE), shops))
                .containsExactly("Pain C", "Pain A", "Pain B");
    }

    @Test
    void theCheapestKilogramComesBeforeTheCheapestPacket() {
        index(
                listing(BAKER, 1, "Petit").price(200).measure(100, Unit.KG),
                listing(BAKER, 2, "Grand").price(900).measure(1_000, Unit.KG),
                listing(BAKER, 3, "Vrac").price(100));
        assertThat(found(ListingQuery.of("").sortedBy(Sort.UNIT_PRICE), ShopView.ALL))
                .containsExactly("Grand", "Petit", "Vrac");
    }

    @Test
    void theSameArticleOfSeveralShopsIsShownOnceWithItsLowestPrice() {
        index(
                listing(BAKER, 1, "Miel").gtin("3760000000017").price(950),
                listing(GROCER, 2, "Miel").gtin("03760000000017").price(890),
                listing(BOOKSHOP, 3, "Miel").gtin("3760000000017").price(990).outOfStock(),
                listing(GROCER, 4, "Miel maison").price(100));
        var query = ListingQuery.of("miel").groupedByArticle(true).sortedBy(Sort.PRICE_DESC);
        var hits = index.search(query);
        assertThat(hits.total()).isEqualTo(4);
        assertThat(hits.articles()).isEqualTo(2);
        assertThat(found(query, ShopView.ALL)).containsExactly("Miel", "Miel maison");
        var group = Objects.requireNonNull(hits.hits().getFirst().group());
        assertThat(group.listings()).isEqualTo(3);
        assertThat(group.from()).isEqualTo(new Money(890, Money.EUR));
        assertThat(hits.hits().getLast().group()).isNull();
        assertThat(found(query.page(2, 1), ShopView.ALL)).containsExactly("Miel maison");
        assertThat(found(query.page(3, 1), ShopView.ALL)).isEmpty();
    }

    @Test
    void aGroupCountsShopsAndItsPriceIsOneThatCanBePaidNow() {
        index(
                listing(BAKER, 1, "Miel").gtin("3760000000017").price(950),
                listing(BAKER, 2, "Miel doux").gtin("3760000000017").price(890),
                listing(GROCER, 3, "Miel").gtin("3760000000017").price(390).outOfStock(),
                listing(BOOKSHOP, 4, "Sel").gtin("3760000000024").price(250).outOfStock(),
                listing(BOOKSHOP, 5, "Sel fin").gtin("3760000000024").price(190).outOfStock());
        var honey = group("miel");
        assertThat(honey.listings()).isEqualTo(3);
        assertThat(honey.shops()).isEqualTo(2);
        assertThat(honey.from()).as("the grocer's is sold out").isEqualTo(euros(890));
        var salt = group("sel");
        assertThat(salt.listings()).isEqualTo(2);
        assertThat(salt.shops()).isOne();
        assertThat(salt.from()).as("nobody has any").isNull();
    }

    @Test
    void aGroupInWhichSomeSellByWeightNamesNoPrice() {
        index(
                listing(BAKER, 1, "Miel").gtin("3760000000017").price(950),
                listing(GROCER, 2, "Miel")
                        .gtin("3760000000017")
                        .price(289)
                        .measure(130, Unit.KG)
                        .loose());
        assertThat(group("miel").from()).as("of 130 g").isNull();
    }

    @Test
    void whatIsSoldByWeightStandsWhereThePriceOnItsCardBelongs() {
        index(
                listing(BAKER, 1, "Olives").price(240).measure(100, Unit.KG).loose(),
                listing(GROCER, 2, "Comté").price(1_800),
                listing(GROCER, 3, "Sel").price(190));
        var cheapest = ListingQuery.of("").sortedBy(Sort.PRICE);
        assertThat(found(cheapest, ShopView.ALL)).containsExactly("Sel", "Comté", "Olives");
        assertThat(found(cheapest.priced(null, euros(2_000)), ShopView.ALL)).containsExactly("Sel", "Comté");
        assertThat(index.search(cheapest).counts().prices())
                .containsExactly(
                        new PriceCount(euros(0), euros(200), 1),
                        new PriceCount(euros(1_000), euros(2_000), 1),
                        new PriceCount(euros(2_000), euros(5_000), 1));
    }

    @Test
    void whatOneDoesNotPayIsComparedWithNothing() {
        index(
                listing(BAKER, 1, "Miel de gros")
                        .gtin("3760000000017")
                        .price(100)
                        .plusVat(),
                listing(GROCER, 2, "Miel").gtin("3760000000017").price(890),
                listing(BOOKSHOP, 3, "Miel doux").price(990));
        var cheapest = ListingQuery.of("miel").sortedBy(Sort.PRICE);
        assertThat(found(cheapest, ShopView.ALL)).containsExactly("Miel", "Miel doux", "Miel de gros");
        assertThat(found(cheapest.priced(null, euros(895)), ShopView.ALL)).containsExactly("Miel");
        assertThat(found(cheapest.sortedBy(Sort.UNIT_PRICE), ShopView.ALL)).hasSize(3);
        var grouped =
                index.search(cheapest.groupedByArticle(true)).hits().getFirst().group();
        assertThat(Objects.requireNonNull(grouped).from()).isEqualTo(euros(890));
    }

    @Test
    void aBarcodeThatEachShopGivesAsItLikesIsFoundAndMakesNothingTheSameArticle() {
        index(
                listing(BAKER, 1, "Comté").gtin("2000000000015").price(300),
                listing(GROCER, 2, "Pâté").gtin("2000000000015").price(500));
        assertThat(found(ListingQuery.of("2000000000015"), ShopView.ALL)).hasSize(2);
        var hits = index.search(ListingQuery.of("").groupedByArticle(true));
        assertThat(hits.articles()).isEqualTo(2);
        assertThat(hits.hits()).allMatch(hit -> hit.group() == null);
    }

    private ListingHits.Group group(String words) {
        var hits = index.search(ListingQuery.of(words).groupedByArticle(true)).hits();
        return Objects.requireNonNull(hits.getFirst().group());
    }

    @Test
    void pastFiftyThousandAListingStandsForItselfOnThePageAndBesideEachChoice() {
        int screws = 50_000;
        index.replace(GROCER, FIRST, each -> {
            for (int i = 0; i < screws; i++) {
                each.accept(
                        listing(GROCER, i, "Vis").category("Vis").gtin(code(i)).done());
            }
        });
        var same = listing(BAKER, 1, "Vis").category("Vis").gtin(code(0));
        index.replace(BAKER, FIRST, List.of(same.done())::forEach);
        index.refresh();
        var query = ListingQuery.of("vis").groupedByArticle(true);
        var all = index.search(query);
        assertThat(all.articles()).isEqualTo(all.total()).isEqualTo(screws + 1);
        assertThat(all.categories()).containsExactly(new ListingHits.Count("Vis", screws + 1));
        assertThat(all.hits()).allMatch(hit -> hit.group() == null);
        var one = index.search(query, only(GROCER));
        assertThat(one.articles()).isEqualTo(screws);
        index.update(GROCER, FIRST, SECOND, List.of(), List.of(new RecordKey("p7")));
        index.refresh();
        var fewer = index.search(query);
        assertThat(fewer.total()).isEqualTo(screws);
        assertThat(fewer.articles()).as("grouped again").isEqualTo(screws - 1);
        assertThat(fewer.categories()).containsExactly(new ListingHits.Count("Vis", screws - 1));
    }

    /** Of its own for each number, with the digit that proves it. */
    private static String code(int number) {
        long digits = 376_000_000_000L + number;
        int sum = 0;
        for (long left = digits, weight = 3; left > 0; left /= 10, weight = 4 - weight) {
            sum += (int) (left % 10 * weight);
        }
        return "" + digits + (10 - sum % 10) % 10;
    }

    @Test
    void manyOffersOfOneArticleDoNotPushTheOthersOffThePage() {
        var drafts = new Goods.Draft[130];
        for (int i = 0; i < 100; i++) {
            drafts[i] = listing(Goods.merchant(100 + i), i, "Pain tout court").gtin("3760000000017");
        }
        for (int i = 100; i < 130; i++) {
            drafts[i] = listing(BAKER, i, "Pain numéro " + i + " de la liste");
        }
        index(drafts);
        var query = ListingQuery.of("pain").groupedByArticle(true);
        assertThat(index.search(query).articles()).isEqualTo(31);
        assertThat(found(query, ShopView.ALL)).hasSize(24).startsWith("Pain tout court");
        assertThat(found(query.page(2, 24), ShopView.ALL)).hasSize(7);
    }

    @Test
    void oneSlipOfTheFingerIsForgivenWhereNothingElseFits() {
        index(
                listing(BAKER, 1, "Tablette de chocolat noir"),
                listing(BAKER, 2, "Moule à tarte"),
                listing(BAKER, 3, "Mouler et démouler"));
        for (String typed : List.of("chocolar noir", "chocoat noir", "chocolatt noir", "chocloat noir", "Shocolat")) {
            var hits = index.search(ListingQuery.of(typed));
            assertThat(hits.listings()).as(typed).hasSize(1);
            assertThat(hits.instead()).as(typed).first().asString().contains("chocolat");
        }
        assertThat(index.search(ListingQuery.of("chocolat")).instead()).isEmpty();
        assertThat(index.search(ListingQuery.of("moule")).instead())
                .as("fits as it is")
                .isEmpty();
        assertThat(index.search(ListingQuery.of("shokolat noir")).listings())
                .as("two slips")
                .isEmpty();
        assertThat(index.search(ListingQuery.of("noi")).listings())
                .as("too short to guess")
                .isEmpty();
    }

    @Test
    void aFilterThatLeavesNothingIsNoReasonToGuess() {
        index(listing(BAKER, 1, "Pain"), listing(GROCER, 2, "Main"));
        var hits = index.search(ListingQuery.of("pain").ofMerchant(GROCER));
        assertThat(hits.total()).isZero();
        assertThat(hits.instead()).isEmpty();
    }

    @Test
    void whatOnlyClosedOrFarShopsHaveIsNoReasonToGuess() {
        index(
                listing(BAKER, 1, "Pain"),
                listing(BAKER, 2, "Tarte au citron"),
                listing(GROCER, 3, "Main"),
                listing(GROCER, 4, "Tarte au citrin"));
        var grocerIsOpen = new ShopView(null, shops(GROCER), new float[0], null);
        for (String typed : List.of("pain", "tarte citron")) {
            var hits = index.search(ListingQuery.of(typed), grocerIsOpen);
            assertThat(hits.total()).as(typed).isZero();
            assertThat(hits.instead()).as(typed).isEmpty();
        }
        assertThat(index.search(ListingQuery.of("fain"), grocerIsOpen).instead())
                .as("what finds something there")
                .containsExactly("main");
        var bakerIsHidden = new ShopView(shops(GROCER), shops(GROCER), new float[0], null);
        assertThat(index.search(ListingQuery.of("pain"), bakerIsHidden).instead())
                .as("in no shop that is shown")
                .containsExactly("main");
    }

    @Test
    void pricesAndStockAreCounted() {
        index(
                listing(BAKER, 1, "Pain").price(110),
                listing(BAKER, 2, "Pain long").price(199),
                listing(BAKER, 3, "Pain rond").price(200).outOfStock(),
                listing(BAKER, 4, "Pain d’or").price(200_000),
                listing(GROCER, 1, "Pain suisse").price(new Money(450, FRANCS)));
        var counts = index.search(ListingQuery.of("pain")).counts();
        assertThat(counts.inStock()).isEqualTo(4);
        assertThat(counts.prices())
                .as("currency by currency, none taken for another")
                .containsExactly(
                        new PriceCount(euros(0), euros(200), 2),
                        new PriceCount(euros(200), euros(500), 1),
                        new PriceCount(euros(100_000), null, 1),
                        new PriceCount(new Money(200, FRANCS), new Money(500, FRANCS), 1));
    }

    private static Money euros(long cents) {
        return new Money(cents, Money.EUR);
    }
}
