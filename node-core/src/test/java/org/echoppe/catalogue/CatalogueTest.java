package org.echoppe.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Language;
import org.echoppe.domain.Money;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.echoppe.records.Availability;
import org.echoppe.records.Blob;
import org.echoppe.records.Image;
import org.echoppe.store.ProductQuery;
import org.echoppe.store.ProductState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
    @TempDir
    private Path home;

    private TestShop shop;

    @BeforeEach
    void open() {
        shop = TestShop.open(home);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void allMistakesAreFoundAtOnceEachUnderItsField() {
        var draft = TestShop.draft(
                "name",
                "",
                "price",
                "cher",
                "gtin",
                "3178500411843",
                "stock",
                "beaucoup",
                "vat_rate",
                "200",
                "brand",
                "x".repeat(101),
                "note",
                "a\u202eb");
        var rejected = catchThrowableOfType(Rejected.class, () -> shop.catalogue.add(draft));
        assertThat(rejected.problems().stream().map(problem -> problem.field() + " " + problem.fault()))
                .containsExactlyInAnyOrder(
                        "name REQUIRED",
                        "price NOT_A_PRICE",
                        "gtin NOT_A_GTIN",
                        "stock NOT_A_NUMBER",
                        "vat_rate OUT_OF_RANGE",
                        "brand TOO_LONG",
                        "note ILLEGAL_TEXT");
        assertThat(shop.catalogue.check(null, draft)).isEqualTo(rejected.problems());
        assertThat(shop.products.count()).isZero();
    }

    @Test
    void aProductTakesWhatItDoesNotSayFromItsShop() {
        var product = shop.catalogue.add(TestShop.draft("name", "Comté", "price", "4,35 €", "stock", "2"));
        var price = product.record().price().orElseThrow();
        assertThat(price.money()).isEqualTo(new Money(435, Money.EUR));
        assertThat(price.vatRate()).hasValue(550);
        assertThat(price.vatIncluded()).isTrue();
        assertThat(product.record().lang()).isEqualTo("fr");
        assertThat(product.record().availability()).contains(Availability.LIMITED);
        assertThat(product.state()).isEqualTo(ProductState.PUBLISHED);
        assertThat(product.publishState()).isEqualTo(PublishState.WAITING);
        assertThat(shop.catalogue.find(product.key())).contains(product);
    }

    @Test
    void whatIsPrivateStaysOutOfTheRecord() {
        var product = shop.catalogue.add(TestShop.draft(
                "name",
                "Comté",
                "price",
                "4.35",
                "stock",
                "2",
                "cost",
                "2,111",
                "supplier",
                "Grossiste",
                "note",
                "trop cher",
                "image_url",
                "https://example.org/a.jpg"));
        assertThat(product.backroom().cost()).contains(new Money(211, Money.EUR));
        assertThat(product.backroom().supplier()).isEqualTo("Grossiste");
        assertThat(product.record().toFields().toString())
                .doesNotContain("Grossiste", "trop cher", "example.org", "stock", "211");
    }

    @Test
    void aProductAndItsPicturesAreOneChange() {
        var told = new AtomicInteger();
        shop.catalogue.onChange(told::incrementAndGet);
        var picture = new Image(new Blob(Cid.of(Cid.Codec.RAW, new byte[] {1}), "image/jpeg", 1), "Un croissant", 4, 3);
        var added = shop.catalogue
                .add(TestShop.draft("name", "Croissant", "price", "1,20"), List.of(picture))
                .product();
        assertThat(added.record().images()).containsExactly(picture);
        assertThat(told).hasValue(1);
        var same = shop.catalogue.change(added.key(), priced("1,20"), List.of(picture));
        assertThat(same.undo().size()).as("nothing to take back").isZero();
        assertThat(same.product()).isEqualTo(added);
        var bare = shop.catalogue.change(added.key(), priced("1,30"), List.of());
        assertThat(bare.product().record().images()).isEmpty();
        assertThat(told).hasValue(2);
        assertThatThrownBy(() -> shop.catalogue.add(TestShop.draft("price", "cher"), List.of(picture)))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void aSaveIsTakenBackWithItsPictures() {
        var picture = new Image(new Blob(Cid.of(Cid.Codec.RAW, new byte[] {1}), "image/jpeg", 1), "Un croissant", 4, 3);
        var made = shop.catalogue.add(TestShop.draft("name", "Croissant", "price", "1,20"), List.of(picture));
        var key = made.product().key();
        shop.clock.pass(Duration.ofSeconds(5));
        var edited = shop.catalogue.change(key, priced("1,30"), List.of());
        assertThat(shop.catalogue.undo(made.undo()).kept()).as("changed since").containsExactly("Croissant");
        assertThat(shop.catalogue.undo(edited.undo()).restored()).isEqualTo(1);
        assertThat(shop.catalogue.find(key)).contains(made.product());
        assertThat(shop.catalogue.undo(made.undo()).restored()).isEqualTo(1);
        assertThat(shop.catalogue.find(key).orElseThrow().state()).isEqualTo(ProductState.WITHDRAWN);
        assertThat(shop.catalogue.undo(made.undo()).kept()).as("gone already").isEmpty();
    }

    private static ProductEdit priced(String price) {
        return new ProductEdit(ProductDraft.EMPTY, TestShop.draft("price", price));
    }

    @Test
    void withoutAPriceItIsADraftAndTheFirstPricePublishesIt() {
        var product = shop.catalogue.add(TestShop.draft("name", "Comté", "vat_rate", "20"));
        assertThat(product.publishState()).isEqualTo(PublishState.DRAFT);
        var priced = shop.catalogue.change(product.key(), TestShop.draft("price", "4"));
        assertThat(priced.state()).isEqualTo(ProductState.PUBLISHED);
        assertThat(priced.record().price().orElseThrow().vatRate()).hasValue(2_000);
        var unpriced = shop.catalogue.change(product.key(), TestShop.draft("price", ""));
        assertThat(unpriced.state()).isEqualTo(ProductState.DRAFT);
        assertThatThrownBy(() -> shop.catalogue.change(product.key(), TestShop.draft("state", "published")))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected ->
                                assertThat(rejected.problems()).containsExactly(Problem.of("price", Fault.REQUIRED)));
    }

    @Test
    void whatTheShopkeeperKeepsBackStaysADraftThroughChanges() {
        var product = shop.catalogue.add(TestShop.draft("name", "Comté", "price", "4", "state", "draft"));
        assertThat(shop.catalogue
                        .change(product.key(), TestShop.draft("price", "5"))
                        .state())
                .isEqualTo(ProductState.DRAFT);
    }

    @Test
    void aDraftThatChangesNothingLeavesEvenTheDateAlone() {
        var product = shop.catalogue.add(TestShop.draft("name", "Comté", "price", "4.35", "quantity", "500 g"));
        shop.clock.pass(Duration.ofHours(1));
        assertThat(shop.catalogue.change(product.key(), TestShop.draft("price", "4,35 €", "quantity", "0,5 kg")))
                .isEqualTo(product);
        assertThat(shop.catalogue.change(product.key(), shop.catalogue.draft(product, Language.FR)))
                .isEqualTo(product);
        assertThat(shop.catalogue.change(product.key(), shop.catalogue.draft(product, Language.EN)))
                .isEqualTo(product);
    }

    @Test
    void aChangeOfStockAloneLeavesTheRecordAlone() {
        var product = shop.catalogue.add(TestShop.draft("name", "Comté", "price", "4", "stock", "9"));
        shop.clock.pass(Duration.ofHours(1));
        var sold = shop.catalogue.change(product.key(), TestShop.draft("stock", "8"));
        assertThat(sold.record()).isEqualTo(product.record());
        assertThat(sold.updatedAt()).isAfter(product.updatedAt());
        var scarce = shop.catalogue.change(product.key(), TestShop.draft("stock", "3"));
        assertThat(scarce.record().availability()).contains(Availability.LIMITED);
        assertThat(shop.catalogue
                        .change(product.key(), TestShop.draft("stock", "0"))
                        .record()
                        .availability())
                .contains(Availability.OUT_OF_STOCK);
    }

    @Test
    void fromWhichStockOnItIsLimitedIsForTheShopToSay() {
        var product = shop.catalogue.add(TestShop.draft("name", "Comté", "price", "4", "stock", "5"));
        var said = shop.catalogue.add(
                TestShop.draft("name", "Morbier", "price", "4", "stock", "5", "availability", "précommande"));
        shop.shop.set(TestShop.fields("limited-up-to", "5"));
        assertThat(shop.catalogue.find(product.key()).orElseThrow().record().availability())
                .contains(Availability.LIMITED);
        assertThat(shop.catalogue.find(said.key()).orElseThrow().record().availability())
                .contains(Availability.PRE_ORDER);
    }

    @Test
    void ofTwoChangesOfTheShopAtOnceNeitherIsLost() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = List.of("tagline", "phone").stream()
                    .map(field -> threads.submit(() -> {
                        for (int i = 1; i <= 25; i++) {
                            shop.shop.set(TestShop.fields(field, "0123456" + (100 + i)));
                            assertThat(shop.shop.show(Language.FR).get(ShopField.of(field)))
                                    .isEqualTo("0123456" + (100 + i));
                        }
                    }))
                    .toList();
            for (var one : done) {
                one.get();
            }
        }
    }

    @Test
    void aCurrencyOfOtherDigitsWantsItsOwnPrice() {
        var product = shop.catalogue.add(TestShop.draft("name", "Comté", "price", "4"));
        assertThatThrownBy(() -> shop.catalogue.change(product.key(), TestShop.draft("currency", "JPY")))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected ->
                                assertThat(rejected.problems()).containsExactly(Problem.of("price", Fault.REQUIRED)));
        var dollars = shop.catalogue.change(product.key(), TestShop.draft("currency", "USD"));
        assertThat(dollars.record().price().orElseThrow().money().amount()).isEqualByComparingTo("4");
        var yen = shop.catalogue.change(product.key(), TestShop.draft("currency", "JPY", "price", "500"));
        assertThat(yen.record().price().orElseThrow().money().minorUnits()).isEqualTo(500);
    }

    @Test
    void aRateOfTheShopIsGivenToNewProductsAndToThoseThatAskForIt() {
        shop.shop.set(TestShop.fields("vat", ""));
        var without = shop.catalogue.add(TestShop.draft("name", "Comté", "price", "4"));
        shop.shop.set(TestShop.fields("vat", "20"));
        var edited = shop.catalogue.change(without.key(), TestShop.draft("name", "Comté vieux", "vat_rate", ""));
        assertThat(edited.record().price().orElseThrow().vatRate()).isEmpty();
        var made = shop.catalogue.add(TestShop.draft("name", "Morbier", "price", "4"));
        assertThat(made.record().price().orElseThrow().vatRate()).hasValue(2_000);
        shop.catalogue.change(made.key(), TestShop.draft("vat_rate", "5,5"));
        var asked = shop.catalogue.change(made.key(), TestShop.draft("vat_rate", ""));
        assertThat(asked.record().price().orElseThrow().vatRate()).hasValue(2_000);
    }

    @Test
    void twoProductsOnSaleCannotHaveOneCode() {
        shop.catalogue.add(TestShop.draft("name", "Comté", "price", "4", "gtin", "3177630046030", "sku", "C1"));
        assertThatThrownBy(() ->
                        shop.catalogue.add(TestShop.draft("name", "Morbier", "gtin", "3 177630 046030", "sku", "C1")))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.problems())
                                .containsExactly(
                                        Problem.of("gtin", Fault.DUPLICATE, "3177630046030", "Comté"),
                                        Problem.of("sku", Fault.DUPLICATE, "C1", "Comté")));
    }

    @Test
    void aProductIsFoundByBarcodeOwnCodeOrRecordKey() {
        var product =
                shop.catalogue.add(TestShop.draft("name", "Comté", "price", "4", "gtin", "3177630046030", "sku", "C1"));
        assertThat(shop.catalogue.find("3177630046030")).contains(product);
        assertThat(shop.catalogue.find("C1")).contains(product);
        assertThat(shop.catalogue.find(product.key().value())).contains(product);
        assertThat(shop.catalogue.find("rien du tout / ?")).isEmpty();
    }

    @Test
    void aRemovedProductIsGoneFromTheListAndCanComeBackUnderItsKey() {
        var product = shop.catalogue.add(TestShop.draft("name", "Comté", "price", "4", "sku", "C1"));
        assertThat(shop.catalogue.remove(product.key()).publishState()).isEqualTo(PublishState.WITHDRAWN);
        assertThat(shop.catalogue.find("C1")).isEmpty();
        assertThat(shop.catalogue.list(ProductQuery.all(0, 10)).list()).isEmpty();
        var back = shop.catalogue.change(product.key(), TestShop.draft("state", "published"));
        assertThat(back.state()).isEqualTo(ProductState.PUBLISHED);
        assertThat(shop.catalogue.list(ProductQuery.all(0, 10)).list()).containsExactly(back);
    }

    @Test
    void aShopIsMadeOnceAndShownAsItIsReadBack() {
        assertThatThrownBy(() -> shop.shop.init(TestShop.fields("name", "Encore", "currency", "EUR")))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.problems()).containsExactly(Problem.of("", Fault.SHOP_EXISTS)));
        shop.shop.set(TestShop.fields(
                "lat",
                "48,8566",
                "lon",
                "2.352",
                "postal-code",
                "75004",
                "locality",
                "Paris",
                "country",
                "fr",
                "openingHours",
                "lu-sa 9:00-12:30 14:00-19:00",
                "closed-on",
                "2026-12-24..2027-01-02 Noël; 2027-05-01",
                "status",
                "fermé jusqu’au 2027-01-02",
                "pickup-lead-minutes",
                "60",
                "payments in shop",
                "espèces, carte",
                "mediator",
                "M. Dupont\nParis"));
        for (var language : Language.values()) {
            var shown = shop.shop.show(language);
            var before = shop.shop.profile();
            shop.shop.set(shown);
            assertThat(shop.shop.profile()).isEqualTo(before);
            assertThat(shop.shop.show(language)).isEqualTo(shown);
        }
        assertThat(shop.shop.show(Language.FR))
                .containsEntry(ShopField.LAT, "48.856600")
                .containsEntry(ShopField.COUNTRY, "FR")
                .containsEntry(ShopField.VAT, "5.5")
                .containsEntry(ShopField.LIMITED_UP_TO, "3");
    }

    @Test
    void aShopsMistakesAreFoundAtOnceToo() {
        var rejected = catchThrowableOfType(
                Rejected.class,
                () -> shop.shop.set(TestShop.fields(
                        "name",
                        "",
                        "currency",
                        "EURO",
                        "country",
                        "XX",
                        "email",
                        "moi",
                        "lat",
                        "91",
                        "opening-hours",
                        "toujours",
                        "vat",
                        "abc",
                        "website",
                        "ftp://x",
                        "status",
                        "peut-être",
                        "limited-up-to",
                        "-1")));
        assertThat(rejected.problems().stream().map(Problem::field))
                .containsExactlyInAnyOrder(
                        "name",
                        "currency",
                        "country",
                        "email",
                        "lat",
                        "opening-hours",
                        "vat",
                        "website",
                        "status",
                        "limited-up-to");
    }

    @Test
    void aNodeWithoutAShopHasNoProducts(@TempDir Path other) {
        try (var mirror = new TestShop(other)) {
            assertThat(mirror.shop.exists()).isFalse();
            assertThatThrownBy(() -> mirror.catalogue.add(TestShop.draft("name", "Comté")))
                    .isInstanceOfSatisfying(
                            Rejected.class,
                            rejected -> assertThat(rejected.problems())
                                    .containsExactly(Problem.of("", Fault.SHOP_MISSING)));
            assertThat(mirror.publisher.publishNow()).isEmpty();
        }
    }
}
