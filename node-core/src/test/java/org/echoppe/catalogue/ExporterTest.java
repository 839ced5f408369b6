package org.echoppe.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.echoppe.domain.Gtin;
import org.echoppe.domain.Rejected;
import org.echoppe.records.ProductRecord;
import org.echoppe.records.Variant;
import org.echoppe.repo.Ipld;
import org.echoppe.store.ProductQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ExporterTest {
    private static final int PRODUCTS = 200;
    private static final List<String> WORDS = List.of(
            "Comté",
            "=SUM(A1)",
            "'=1",
            "-5°",
            "+33",
            "@home",
            "&amp;",
            "<b>gras</b>",
            "a\nb",
            "\"guillemets\"",
            "1.234",
            "3,5",
            "l’été",
            "🧀",
            ";",
            "|",
            "\t",
            "' ",
            "key",
            "x");

    @TempDir
    private Path folder;

    @Test
    void anExportImportsBackToExactlyTheSame() {
        Path file = folder.resolve("export.csv");
        var random = new Random(20261122);
        try (var shop = TestShop.open(folder.resolve("a"));
                var other = TestShop.open(folder.resolve("b"))) {
            shop.catalogue.saveAll(products(shop, random));
            var before = shop.catalogue.list(ProductQuery.all(0, PRODUCTS)).list();
            assertThat(before).hasSize(PRODUCTS);
            assertThat(shop.exporter.csv(file)).isEqualTo(PRODUCTS);
            shop.clock.pass(Duration.ofDays(1));

            var home = plan(shop, file);
            assertThat(home.rejected()).isEmpty();
            assertThat(home.unchanged()).isEqualTo(PRODUCTS);

            var away = other.importer.accept(plan(other, file), ImportProgress.NONE);
            assertThat(away.rejected()).isEmpty();
            for (var product : before) {
                var copy = other.catalogue.find(product.key()).orElseThrow();
                assertThat(undated(copy.record())).isEqualTo(undated(product.record()));
                assertThat(copy.backroom()).isEqualTo(product.backroom());
                assertThat(copy.state()).isEqualTo(product.state());
            }
            Path again = folder.resolve("again.csv");
            other.exporter.csv(again);
            assertThat(again).hasSameTextualContentAs(file);
        }
    }

    @Test
    void aProductWithoutVatComesBackWithoutItIntoAShopThatHasADefault() {
        Path file = folder.resolve("export.csv");
        try (var shop = TestShop.open(folder.resolve("a"));
                var other = TestShop.open(folder.resolve("b"))) {
            shop.shop.set(TestShop.fields("vat", ""));
            var product = shop.catalogue.add(TestShop.draft("name", "Comté", "price", "4"));
            shop.shop.set(TestShop.fields("vat", "20"));
            shop.exporter.csv(file);
            assertThat(plan(shop, file).unchanged()).isEqualTo(1);
            other.importer.accept(plan(other, file), ImportProgress.NONE);
            assertThat(other.catalogue
                            .find(product.key())
                            .orElseThrow()
                            .record()
                            .price())
                    .isEqualTo(product.record().price());
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anExportIsForItsOwnerAloneAndABrokenOneLeavesNothing() throws IOException {
        Path file = folder.resolve("export.csv");
        try (var shop = TestShop.open(folder.resolve("a"))) {
            shop.catalogue.add(TestShop.draft("name", "Comté", "note", "secret"));
            shop.exporter.csv(file);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            var taken = folder.resolve("taken.csv");
            Files.createDirectories(taken.resolve("full"));
            assertThatThrownBy(() -> shop.exporter.csv(taken)).isInstanceOf(Rejected.class);
            assertThat(folder.resolve("taken.csv.part")).doesNotExist();
        }
    }

    @Test
    void anEmptiedCellOfAnExportEmptiesTheField() throws IOException {
        Path file = folder.resolve("export.csv");
        try (var shop = TestShop.open(folder.resolve("a"))) {
            shop.catalogue.add(TestShop.draft("name", "Comté", "description", "Affiné", "price", "4"));
            shop.exporter.csv(file);
            Files.writeString(file, Files.readString(file).replace("Affiné", ""));
            var plan = plan(shop, file);
            assertThat(plan.changed().getFirst().changes())
                    .containsExactly(new FieldChange(ProductField.DESCRIPTION, "Affiné", ""));
        }
    }

    private static ImportPlan plan(TestShop shop, Path file) {
        var sheet = shop.importer.open(file);
        return shop.importer.plan(sheet, shop.importer.guess(sheet), ProductKey.GTIN, ImportProgress.NONE);
    }

    private static Ipld.Fields undated(ProductRecord record) {
        var entries = new LinkedHashMap<>(record.toFields().entries());
        entries.remove("updatedAt");
        return new Ipld.Fields(entries);
    }

    private static List<Product> products(TestShop shop, Random random) {
        var products = new java.util.ArrayList<Product>();
        for (int i = 0; i < PRODUCTS; i++) {
            var draft = TestShop.draft(
                    "name", text(random).replaceAll("[\n\t]", " ").strip() + "x");
            if (random.nextBoolean()) {
                draft = draft.with(ProductField.GTIN, gtin(i));
            }
            if (random.nextBoolean()) {
                draft = draft.with(ProductField.SKU, "S" + i);
            }
            for (var field : List.of(
                    ProductField.DESCRIPTION, ProductField.INGREDIENTS, ProductField.ALLERGENS, ProductField.NOTE)) {
                draft = draft.with(field, random.nextBoolean() ? text(random) : "");
            }
            draft = draft.with(ProductField.PRICE, random.nextInt(4) == 0 ? "" : random.nextInt(500) + ",05")
                    .with(ProductField.VAT_RATE, random.nextBoolean() ? "20" : "")
                    .with(ProductField.QUANTITY, random.nextBoolean() ? random.nextInt(1, 3_000) + " g" : "")
                    .with(ProductField.STOCK, random.nextBoolean() ? "" + random.nextInt(6) : "")
                    .with(ProductField.AVAILABILITY, random.nextInt(3) == 0 ? "preOrder" : "")
                    .with(ProductField.WITHDRAWAL, random.nextInt(3) == 0 ? "excluded: périssable" : "")
                    .with(ProductField.CATEGORY, random.nextBoolean() ? "Frais > Fromages, affinés" : "")
                    .with(ProductField.TEST, random.nextInt(5) == 0 ? "oui" : "")
                    .with(ProductField.COST, random.nextBoolean() ? "1.234,50" : "");
            var product = new DraftReader(shop.shop.defaults(), ',', null, draft)
                    .read(shop.catalogue.newKey(key -> false), shop.clock.instant())
                    .orThrow();
            products.add(random.nextInt(5) == 0 ? withVariant(product) : product);
        }
        return products;
    }

    private static Product withVariant(Product product) {
        var variant = new Variant("1", Map.of("taille", "42"), Optional.empty(), Optional.empty(), Optional.empty());
        return new Product(
                product.key(),
                product.state(),
                true,
                product.record().withVariants(List.of(variant)),
                product.backroom(),
                product.publishedCid(),
                product.updatedAt());
    }

    private static String gtin(int i) {
        for (int check = 0; ; check++) {
            var gtin = Gtin.parse("300000" + String.format("%06d", i) + check);
            if (gtin.isPresent()) {
                return gtin.get().value();
            }
        }
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            text.append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return text.toString();
    }
}
