package org.echoppe.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Money;
import org.echoppe.domain.Problem;
import org.echoppe.domain.RecordKey;
import org.echoppe.domain.Rejected;
import org.echoppe.records.Availability;
import org.echoppe.records.Price;
import org.echoppe.records.Variant;
import org.echoppe.store.ProductQuery;
import org.echoppe.store.ProductRow;
import org.echoppe.store.ProductState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkTest {
    @TempDir
    Path home;

    private TestShop shop;

    @BeforeEach
    void open() {
        shop = TestShop.open(home);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private RecordKey add(String name, String price, String... more) {
        var draft = TestShop.draft(more).with(ProductField.NAME, name).with(ProductField.PRICE, price);
        return shop.catalogue.add(draft).key();
    }

    private long price(RecordKey key) {
        return shop.catalogue
                .find(key)
                .orElseThrow()
                .record()
                .price()
                .orElseThrow()
                .money()
                .minorUnits();
    }

    private BulkChange change(String text) {
        return BulkChange.price(text, Ending.CENT, shop.shop);
    }

    @Test
    void pricesGoUpTogetherAndOnesWithoutAPriceAreNamed() {
        var croissant = add("Croissant", "1,20");
        var bread = add("Pain", "2,90");
        var tart = add("Tarte", "");
        var keys = List.of(croissant, bread, tart);
        var plan = shop.catalogue.plan(keys, change("+5 %"));
        assertThat(price(croissant)).isEqualTo(120);
        var done = shop.catalogue.change(keys, change("+5 %"));
        assertThat(done.plan()).isEqualTo(plan);
        assertThat(plan.changed()).isEqualTo(2);
        assertThat(plan.refused()).extracting(BulkPlan.Refused::name).containsExactly("Tarte");
        assertThat(price(croissant)).isEqualTo(126);
        assertThat(price(bread)).isEqualTo(305); // 304.5
        assertThat(shop.catalogue.undo(done.undo()).restored()).isEqualTo(2);
        assertThat(price(croissant)).isEqualTo(120);
    }

    @Test
    void productsAreToldInTheOrderOfTheListHoweverTheyAreWorkedThrough() {
        var keys = List.of(add("Abricot", "1,00"), add("Banane", "2,00"), add("Cerise", ""), add("Datte", ""));
        var plan = shop.catalogue.plan(keys.reversed(), change("+5 %"));
        assertThat(plan.samples())
                .extracting(sample -> sample.before().record().name())
                .containsExactly("Banane", "Abricot");
        assertThat(plan.refused()).extracting(BulkPlan.Refused::name).containsExactly("Datte", "Cerise");
    }

    @Test
    void aChangeThatIsStoppedLeavesEverythingAsItWas() {
        var keys = List.of(add("Croissant", "1,20"), add("Pain", "2,90"));
        var heard = new ArrayList<Integer>();
        assertThatThrownBy(() -> shop.catalogue.change(keys, change("+5 %"), (done, total) -> {
                    heard.add(done);
                    if (done == total) {
                        throw new CancellationException();
                    }
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(heard).containsExactly(0, 2);
        assertThat(keys).extracting(this::price).containsExactly(120L, 290L);
        assertThat(shop.catalogue.keys(ProductQuery.all(0, 1))).hasSize(2);
    }

    @Test
    void whatIsTypedIsAShareOrAnAmount() {
        assertThat(change("+5 %")).isEqualTo(new BulkChange.Percent(500, Ending.CENT));
        assertThat(change("-2,5%")).isEqualTo(new BulkChange.Percent(-250, Ending.CENT));
        assertThat(change("−0,10 €")).isEqualTo(new BulkChange.Amount(-10, Ending.CENT));
        assertThat(change("+ 1")).isEqualTo(new BulkChange.Amount(100, Ending.CENT));
        assertThat(catchThrowableOfType(Rejected.class, () -> change("beaucoup")))
                .isNotNull();
        assertThat(catchThrowableOfType(Rejected.class, () -> change("-100 %"))).isNotNull();
    }

    @Test
    void variantsWithAPriceOfTheirOwnGoAlong() {
        var key = add("Maillot", "20");
        var product = shop.catalogue.find(key).orElseThrow();
        var own = new Price(new Money(2_400, Money.EUR), OptionalInt.of(550), true);
        var large = new Variant("l", Map.of("Taille", "L"), Optional.of(own), Optional.empty(), Optional.empty());
        var small = new Variant("s", Map.of("Taille", "S"), Optional.empty(), Optional.empty(), Optional.empty());
        shop.catalogue.saveAll(List.of(new Product(
                key,
                product.state(),
                true,
                product.record().withVariants(List.of(small, large)),
                product.backroom(),
                product.publishedCid(),
                product.updatedAt())));
        shop.catalogue.change(List.of(key), change("10 %"));
        shop.catalogue.change(List.of(key), new BulkChange.Write(ProductField.VAT_RATE, "20"));
        var variants = shop.catalogue.find(key).orElseThrow().record().variants();
        assertThat(variants.getFirst()).isEqualTo(small);
        assertThat(variants.getLast().price())
                .contains(new Price(new Money(2_640, Money.EUR), OptionalInt.of(2_000), true));
    }

    private OptionalLong stock(RecordKey key) {
        return shop.catalogue.find(key).orElseThrow().backroom().stock();
    }

    private BulkDone recount(Recount how, String pieces, RecordKey... keys) {
        return shop.catalogue.change(List.of(keys), BulkChange.stock(how, pieces, shop.shop));
    }

    @Test
    void stockIsSetAddedTakenAwayOrNotCountedAndAllOfItTakenBack() {
        var croissant = add("Croissant", "1,20", "stock", "24");
        var bread = add("Pain", "2,90", "stock", "0");
        var honey = add("Miel", "9,50");
        var came = recount(Recount.MORE, "+12", croissant, bread, honey);
        assertThat(came.plan().changed()).isEqualTo(2);
        assertThat(came.plan().refused())
                .singleElement()
                .satisfies(one -> assertThat(one.problems().getFirst().fault()).isEqualTo(Fault.STOCK_NOT_COUNTED));
        assertThat(stock(croissant)).hasValue(36);
        assertThat(shop.catalogue.find(bread).orElseThrow().record().availability())
                .as("what the stock tells")
                .contains(Availability.IN_STOCK);
        var went = recount(Recount.LESS, "20", croissant, bread);
        assertThat(went.plan().refused())
                .singleElement()
                .satisfies(one -> assertThat(one.problems().getFirst())
                        .isEqualTo(Problem.of("stock", Fault.STOCK_TOO_SMALL, 12L)));
        assertThat(stock(croissant)).hasValue(16);
        var set = recount(Recount.TO, "5", croissant, bread, honey);
        assertThat(List.of(croissant, bread, honey))
                .allSatisfy(key -> assertThat(stock(key)).hasValue(5));
        var none = recount(Recount.NONE, "", croissant, bread, honey);
        assertThat(stock(bread)).isEmpty();
        for (var done : List.of(none, set, went, came)) {
            assertThat(shop.catalogue.undo(done.undo()).kept()).isEmpty();
        }
        assertThat(stock(croissant)).hasValue(24);
        assertThat(stock(bread)).hasValue(0);
        assertThat(stock(honey)).isEmpty();
    }

    @Test
    void stockThatIsCountedByKindsIsLeftToTheForm() {
        var kind = VariantDraft.of(Map.of("Taille", "M")).withStock("4");
        var key = shop.catalogue
                .add(TestShop.draft("name", "Maillot", "price", "20").withVariants(List.of(kind)))
                .key();
        for (var how : Recount.values()) {
            assertThat(recount(how, "3", key).plan().refusals()).isEqualTo(1);
        }
        assertThat(stock(key)).hasValue(4);
    }

    @Test
    void whatIsNoNumberOfPiecesIsRefused() {
        for (var typed : List.of("", "beaucoup", "-3", "\u22123", "1,5", "99999999")) {
            assertThat(catchThrowableOfType(Rejected.class, () -> BulkChange.stock(Recount.LESS, typed, shop.shop)))
                    .as(typed)
                    .isNotNull();
        }
    }

    @Test
    void aPriceThatWouldFallBelowNothingIsRefused() {
        var key = add("Bonbon", "0,10");
        var done = shop.catalogue.change(List.of(key), change("-0,20"));
        assertThat(done.plan().refusals()).isEqualTo(1);
        assertThat(price(key)).isEqualTo(10);
    }

    @Test
    void whatOthersChangedSinceStaysWhenAChangeIsTakenBack() {
        var sold = add("Croissant", "1,20", "stock", "24");
        var repriced = add("Pain", "2,90");
        var done = shop.catalogue.change(List.of(sold, repriced), change("+10 %"));
        shop.clock.pass(Duration.ofMinutes(1));
        shop.catalogue.change(sold, TestShop.draft("stock", "23"));
        shop.catalogue.change(repriced, TestShop.draft("price", "3,50"));
        var outcome = shop.catalogue.undo(done.undo());
        assertThat(outcome.kept()).containsExactly("Pain");
        assertThat(price(sold)).isEqualTo(120);
        assertThat(shop.catalogue.find(sold).orElseThrow().backroom().stock()).hasValue(23);
        assertThat(price(repriced)).isEqualTo(350);
    }

    @Test
    void aWithdrawnProductWhoseCodeIsTakenStaysWithdrawn() {
        var old = add("Pâte", "3,90", "gtin", "3017620422003");
        var gone = shop.catalogue.change(List.of(old), BulkChange.state(ProductState.WITHDRAWN));
        add("Pâte neuve", "4,10", "gtin", "3017620422003");
        assertThat(shop.catalogue.undo(gone.undo()).kept()).containsExactly("Pâte");
        var back = shop.catalogue.change(List.of(old), BulkChange.state(ProductState.PUBLISHED));
        assertThat(back.plan().refusals()).isEqualTo(1);
    }

    @Test
    void undoneFromTheLastToTheFirstEveryRowIsAsItWas() {
        var random = new Random(3);
        var keys = new ArrayList<RecordKey>();
        for (int i = 0; i < 40; i++) {
            keys.add(add(
                    "Produit " + i,
                    i % 7 == 0 ? "" : Integer.toString(1 + random.nextInt(50)),
                    "stock",
                    i % 3 == 0 ? "" : Integer.toString(random.nextInt(9)),
                    "category",
                    i % 2 == 0 ? "Pains" : ""));
        }
        shop.publisher.publishNow();
        var before = rows();
        var undos = new ArrayList<Undo>();
        for (int i = 0; i < 30; i++) {
            shop.clock.pass(Duration.ofSeconds(5));
            var some = keys.stream().filter(key -> random.nextInt(3) > 0).toList();
            undos.add(shop.catalogue.change(some, anyChange(random)).undo());
        }
        assertThat(rows()).isNotEqualTo(before);
        for (var undo : undos.reversed()) {
            shop.clock.pass(Duration.ofSeconds(5));
            assertThat(shop.catalogue.undo(undo).kept()).isEmpty();
        }
        assertThat(rows()).isEqualTo(before);
        assertThat(shop.products.anyPending()).isFalse();
        assertThat(shop.catalogue.list(ProductQuery.all(0, 100)).total()).isEqualTo(40);
    }

    private static BulkChange anyChange(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> new BulkChange.Percent(random.nextInt(-3_000, 5_000), any(random, Ending.values()));
            case 1 -> new BulkChange.Amount(random.nextInt(-200, 300), any(random, Ending.values()));
            case 2 -> new BulkChange.Write(ProductField.VAT_RATE, random.nextBoolean() ? "20" : "10");
            case 3 -> new BulkChange.Write(ProductField.CATEGORY, random.nextBoolean() ? "A > B" : "");
            case 4 -> new BulkChange.Write(ProductField.STOCK, Integer.toString(random.nextInt(5)));
            case 5 -> new BulkChange.Write(ProductField.AVAILABILITY, random.nextBoolean() ? "preOrder" : "");
            case 6 -> new BulkChange.Stock(any(random, Recount.values()), random.nextInt(5));
            default -> BulkChange.state(any(random, ProductState.values()));
        };
    }

    private static <T> T any(Random random, T[] of) {
        return of[random.nextInt(of.length)];
    }

    private Map<RecordKey, ProductRow> rows() {
        var rows = new LinkedHashMap<RecordKey, ProductRow>();
        shop.products.forEach(row -> rows.put(row.rkey(), row));
        return rows;
    }
}
