package org.echoppe.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Language;
import org.echoppe.domain.Money;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.echoppe.records.Availability;
import org.echoppe.records.Price;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Products that come in kinds: what is published of a kind, what stays in the shop, and every mistake at once. */
class VariantsTest {
    @TempDir
    Path folder;

    private TestShop shop;

    @BeforeEach
    void open() {
        shop = TestShop.open(folder);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private static VariantDraft kind(String size, String price, String gtin, String sku, String stock) {
        return new VariantDraft("", Map.of("taille", size), price, "", gtin, sku, stock);
    }

    private static ProductDraft shirt(VariantDraft... kinds) {
        return TestShop.draft("name", "Marinière", "price", "39", "sku", "MAR").withVariants(List.of(kinds));
    }

    @Test
    void aKindIsPublishedWithItsPriceAndItsStockStaysInTheShop() {
        var product = shop.catalogue.add(
                shirt(kind("S", "", "", "MAR-S", "0"), kind("M", "42,50", "3017620422003", "MAR-M", "2")));
        var medium = product.record().variants().get(1);
        assertThat(medium.key()).isEqualTo("m");
        assertThat(medium.price().map(Price::money)).contains(new Money(4250, Money.EUR));
        assertThat(medium.price().orElseThrow().vatRate()).hasValue(550);
        assertThat(product.record().variants().getFirst().availability()).contains(Availability.OUT_OF_STOCK);
        assertThat(product.record().availability()).contains(Availability.LIMITED);
        assertThat(product.backroom().stock()).hasValue(2);
        assertThat(product.backroom().variant("m").sku()).isEqualTo("MAR-M");
        assertThat(product.record().fields().toString()).doesNotContain("MAR-M");
        assertThat(shop.catalogue.find(product.key())).contains(product);
    }

    @Test
    void everyMistakeIsNamedWithItsKind() {
        var wrong = shirt(
                kind("S", "cher", "3017620422004", "A", "trois"),
                kind("S", "", "", "A", ""),
                new VariantDraft("", Map.of(), "", "peut-être", "", "x".repeat(65), ""));
        assertThat(shop.catalogue.check(null, wrong))
                .extracting(Problem::field)
                .containsExactlyInAnyOrder(
                        "variants.1.price",
                        "variants.1.gtin",
                        "variants.1.stock",
                        "variants.2.options",
                        "variants.2.sku",
                        "variants.3.options",
                        "variants.3.availability",
                        "variants.3.sku");
        assertThat(shop.catalogue.check(null, TestShop.draft("name", "x", "variants", "{[")))
                .containsExactly(Problem.of("variants", Fault.WRONG_SHAPE));
    }

    @Test
    void aCodeOfAKindIsTakenForOtherProductsAndFindsIt() {
        var product = shop.catalogue.add(shirt(kind("M", "", "3017620422003", "MAR-M", "2")));
        assertThat(shop.catalogue.find("3017620422003")).contains(product);
        assertThat(shop.catalogue.find("MAR-M")).contains(product);
        assertThat(shop.catalogue.check(null, TestShop.draft("name", "Autre", "sku", "MAR-M")))
                .containsExactly(Problem.of("sku", Fault.DUPLICATE, "MAR-M", "Marinière"));
        var other = TestShop.draft("name", "Autre").withVariants(List.of(kind("L", "", "3017620422003", "MAR", "")));
        assertThat(shop.catalogue.check(null, other))
                .extracting(Problem::field)
                .containsExactly("variants.1.gtin", "variants.1.sku");
        shop.catalogue.change(product.key(), ProductDraft.EMPTY.with(ProductField.VARIANTS, ""));
        assertThat(shop.catalogue.find("MAR-M")).isEmpty();
    }

    @Test
    void theSumIsTheProductsStockAndCannotBeSetApart() {
        var product = shop.catalogue.add(shirt(kind("S", "", "", "", "3"), kind("M", "", "", "", "4")));
        assertThat(product.backroom().stock()).hasValue(7);
        shop.catalogue.change(product.key(), TestShop.draft("stock", "7", "brand", "Armor"));
        assertThatThrownBy(() -> shop.catalogue.change(product.key(), TestShop.draft("stock", "8")))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("stock: stock-by-variants");
    }

    @Test
    void kindsGoOnWithVatAndTheLimitOfTheShop() {
        var product = shop.catalogue.add(shirt(kind("S", "41", "", "", "5")));
        var taxed = shop.catalogue.change(product.key(), TestShop.draft("vat_rate", "20"));
        var price = taxed.record().variants().getFirst().price().orElseThrow();
        assertThat(price.vatRate()).hasValue(2000);
        shop.shop.set(TestShop.fields("limited-up-to", "9"));
        var limited = shop.catalogue.find(product.key()).orElseThrow().record();
        assertThat(limited.availability()).contains(Availability.LIMITED);
        assertThat(limited.variants().getFirst().availability()).contains(Availability.LIMITED);
    }

    @Test
    void kindsGoThroughAnExportAndBack() {
        var product =
                shop.catalogue.add(shirt(kind("S", "41", "3017620422003", "MAR-S", "5"), kind("M", "", "", "", "")));
        Path file = folder.resolve("export.csv");
        shop.exporter.csv(file);
        try (var other = TestShop.open(folder.resolve("other"))) {
            var sheet = other.importer.open(file);
            var plan = other.importer.plan(sheet, other.importer.guess(sheet), ProductKey.GTIN, ImportProgress.NONE);
            other.importer.accept(plan, ImportProgress.NONE);
            var copy = other.catalogue.find(product.key()).orElseThrow();
            assertThat(copy.record().variants()).isEqualTo(product.record().variants());
            assertThat(copy.backroom()).isEqualTo(product.backroom());
        }
        assertThat(shop.catalogue.draft(product, Language.FR).variants().getFirst())
                .isEqualTo(new VariantDraft("s", Map.of("taille", "S"), "41,00", "", "3017620422003", "MAR-S", "5"));
    }

    @Test
    void aGridKeepsWhatItsKindsHad() {
        var sizes = List.of(new VariantGrid.Option("taille", List.of("S", "M")));
        var known = VariantGrid.of(List.of(), sizes, List.of()).stream()
                .map(kind -> new VariantDraft(kind.label(), kind.options(), "9", "", "", "", "1"))
                .toList();
        var renamed = List.of(new VariantGrid.Option("Größe", List.of("S", "Medium")));
        assertThat(VariantGrid.of(sizes, renamed, known))
                .extracting(VariantDraft::key, VariantDraft::label)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("S", "S"),
                        org.assertj.core.groups.Tuple.tuple("M", "Medium"));
        var both = List.of(sizes.getFirst(), new VariantGrid.Option("couleur", List.of("bleu", "rouge")));
        assertThat(VariantGrid.of(sizes, both, known))
                .extracting(VariantDraft::label, VariantDraft::key)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("S · bleu", "S"),
                        org.assertj.core.groups.Tuple.tuple("S · rouge", ""),
                        org.assertj.core.groups.Tuple.tuple("M · bleu", "M"),
                        org.assertj.core.groups.Tuple.tuple("M · rouge", ""));
        assertThat(VariantGrid.options(VariantGrid.of(sizes, both, known))).isEqualTo(both);
        assertThat(VariantGrid.size(both)).isEqualTo(4);
    }
}
