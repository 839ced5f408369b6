package org.echoppe.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.echoppe.Shared;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.echoppe.store.ProductQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product files of real shops, with all that is wrong in them: ../shared/data/README.md. */
class RealFilesTest {
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

    private ImportPlan plan(Path file, List<String> map, List<String> set) {
        var sheet = shop.importer.open(file);
        return shop.importer.plan(sheet, shop.importer.guess(sheet, map, set), ProductKey.GTIN, ImportProgress.NONE);
    }

    private static long gtins(ImportPlan plan) {
        return plan.added().stream()
                .flatMap(row -> row.after().record().gtin().stream())
                .map(gtin -> gtin.padded())
                .distinct()
                .count();
    }

    @Test
    void theGrocersFilesGiveAllTheirProductsFourOfThemWithAnOwnCode() {
        var first = plan(Shared.file("data/epicerie-346.csv"), List.of(), List.of());
        assertThat(first.added()).hasSize(938);
        assertThat(first.rejectedRows()).isZero();
        assertThat(gtins(first)).isEqualTo(937);
        var second = plan(Shared.file("data/epicerie-359.csv"), List.of(), List.of());
        assertThat(second.added()).hasSize(960);
        assertThat(gtins(second)).isEqualTo(957);
        var own = java.util.stream.Stream.of(first, second)
                .flatMap(plan -> plan.warnings().stream())
                .filter(note -> note.problem().fault() == Fault.CODE_BECAME_SKU)
                .toList();
        assertThat(own.stream().map(RowNote::cell))
                .containsExactlyInAnyOrder("3178500411843", "3228470001282", "32298201655431", "3229820734945");
        assertThat(own).allSatisfy(note -> assertThat(note.row()).isGreaterThan(1));
        shop.importer.accept(first, ImportProgress.NONE);
        shop.importer.accept(second, ImportProgress.NONE);
        assertThat(shop.products.count()).isEqualTo(1_898);
        assertThat(shop.catalogue.find("3178500411843").orElseThrow().record().gtin())
                .isEmpty();
        assertThat(shop.catalogue.list(ProductQuery.all(0, 2_000)).list())
                .noneMatch(product -> product.record().name().contains("&quot;")
                        || product.record().name().contains("&amp;"));
        var again = plan(Shared.file("data/epicerie-346.csv"), List.of(), List.of());
        assertThat(again.unchanged()).isEqualTo(938);
    }

    @Test
    void aSpoiledKeyIsRefusedWithTheReasonAndTheColumnThatHoldsTheTrueCode() {
        Path file = Shared.file("data/off-1470-excel-mangled.csv");
        var rejected = catchThrowableOfType(Rejected.class, () -> plan(file, List.of(), List.of()));
        assertThat(rejected.problems()).hasSize(2);
        assertThat(rejected.problems().get(0).fault()).isEqualTo(Fault.KEY_COLUMN_SPOILED);
        assertThat(rejected.problems().get(0).arguments()).startsWith("code", 1_253);
        assertThat(rejected.problems().get(1).fault()).isEqualTo(Fault.KEY_COLUMN_ELSEWHERE);
        assertThat(rejected.problems().get(1).arguments()).startsWith("url", 1_470);
        assertThat(shop.products.count()).isZero();
    }

    @Test
    void theCodeInsideTheAddressGivesEveryProductThatHasAName() {
        var plan = plan(Shared.file("data/off-1470-excel-mangled.csv"), List.of("url=gtin"), List.of());
        assertThat(plan.rejectedRows()).isEqualTo(6);
        assertThat(plan.rejected()).allSatisfy(note -> {
            assertThat(note.column()).isEqualTo("product_name");
            assertThat(note.problem().fault()).isEqualTo(Fault.REQUIRED);
        });
        assertThat(plan.added()).hasSize(1_464);
        shop.importer.accept(plan, ImportProgress.NONE);
        assertThat(shop.products.count()).isEqualTo(1_464);
        var measured = plan.added().stream()
                .filter(row -> row.after().record().measure().isPresent())
                .count();
        assertThat(measured).isGreaterThan(300);
        assertThat(plan.added()).noneMatch(row -> row.after().state() == org.echoppe.store.ProductState.PUBLISHED);
        assertThat(plan.added())
                .allMatch(row -> !row.after().record().toFields().toString().contains("static.openfoodfacts.org"));
        assertThat(plan(Shared.file("data/off-1470-excel-mangled.csv"), List.of("url=gtin"), List.of())
                        .unchanged())
                .isEqualTo(1_464);
    }

    @Test
    void theBookshopsIsbnsGetTheirZerosBackAndItsSpoiledColumnIsLeftOut() {
        var plan = plan(Shared.file("data/goodbooks-books.csv"), List.of(), List.of());
        assertThat(plan.added()).hasSize(10_000);
        assertThat(gtins(plan)).isEqualTo(9_277);
        assertThat(plan.warnings().stream()
                        .filter(note -> note.problem().fault() == Fault.COLUMN_SPOILED)
                        .map(RowNote::column))
                .containsExactly("isbn13");
        assertThat(plan.warnings().stream().filter(note -> note.problem().fault() == Fault.CODE_BECAME_SKU))
                .hasSize(23);
        assertThat(plan.added().getFirst().after().record().name())
                .isEqualTo("The Hunger Games (The Hunger Games, #1)");
        assertThat(plan.added().getFirst().after().record().lang()).isEqualTo("en");
        assertThat(plan.added()).allMatch(row -> row.after().record().price().isEmpty());
    }

    @Test
    void aPriceForEveryRowPublishesThem() throws IOException {
        var lines = Files.readAllLines(Shared.file("data/goodbooks-books.csv"), StandardCharsets.UTF_8);
        Path part = home.resolve("books-300.csv");
        Files.writeString(part, lines.stream().limit(301).collect(Collectors.joining("\n")));
        var plan = plan(part, List.of(), List.of("price=12.50"));
        shop.importer.accept(plan, ImportProgress.NONE);
        assertThat(shop.products.count()).isEqualTo(300);
        assertThat(shop.publisher.publishNow()).isPresent();
        assertThat(shop.catalogue.list(ProductQuery.all(0, 300)).list()).allSatisfy(product -> {
            assertThat(product.publishState()).isEqualTo(PublishState.ONLINE);
            assertThat(product.record().price().orElseThrow().money().minorUnits())
                    .isEqualTo(1_250);
        });
    }
}
