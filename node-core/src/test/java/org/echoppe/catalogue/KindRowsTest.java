package org.echoppe.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KindRowsTest {
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

    private ImportPlan plan(String file) throws URISyntaxException {
        var resource = Objects.requireNonNull(KindRowsTest.class.getResource(file));
        var sheet = shop.importer.open(Path.of(resource.toURI()));
        return shop.importer.plan(sheet, shop.importer.guess(sheet), ProductKey.SKU, ImportProgress.NONE);
    }

    @Test
    void theRowsOfOneHandleAreOneProductInKinds() throws URISyntaxException {
        var plan = plan("shopify.csv");
        assertThat(plan.rejected()).isEmpty();
        assertThat(plan.added()).hasSize(2);
        shop.importer.accept(plan, ImportProgress.NONE);
        var apron = shop.catalogue.find("tablier-lin").orElseThrow();
        assertThat(apron.record().name()).isEqualTo("Tablier en lin");
        var kinds = apron.record().variants();
        assertThat(kinds).hasSize(3);
        assertThat(kinds.getFirst().options()).isEqualTo(Map.of("Taille", "S", "Couleur", "Écru"));
        assertThat(kinds.getFirst().gtin()).isPresent();
        assertThat(kinds.get(1).price()).isEmpty();
        assertThat(kinds.get(2).price().orElseThrow().money().minorUnits()).isEqualTo(4_250);
        assertThat(apron.record().price().orElseThrow().money().minorUnits()).isEqualTo(3_900);
        var back = apron.backroom().variant(kinds.get(2).key());
        assertThat(back.sku()).isEqualTo("TAB-M-B");
        assertThat(back.stock()).hasValue(7);
        var soap = shop.catalogue.find("SAV-1").orElseThrow();
        assertThat(soap.record().variants()).isEmpty();
        assertThat(soap.backroom().stock()).hasValue(12);
        assertThat(plan("shopify.csv").unchanged()).isEqualTo(2);
    }

    @Test
    void shopifysNewerHeadersSayTheSame() throws URISyntaxException {
        var plan = plan("shopify-newer.csv");
        assertThat(plan.rejected()).isEmpty();
        shop.importer.accept(plan, ImportProgress.NONE);
        var apron = shop.catalogue.find("tablier-lin").orElseThrow();
        var kinds = apron.record().variants();
        assertThat(kinds).extracting(kind -> kind.options().get("Taille")).containsExactly("S", "M");
        assertThat(kinds.getFirst().price()).isEmpty();
        assertThat(kinds.get(1).price().orElseThrow().money().minorUnits()).isEqualTo(4_250);
        assertThat(apron.backroom().variant(kinds.get(1).key()).sku()).isEqualTo("TAB-M");
        assertThat(apron.backroom().variant(kinds.get(1).key()).stock()).hasValue(7);
        assertThat(apron.backroom().imageUrl()).isEqualTo("https://images.example/tablier.jpg");
        assertThat(shop.catalogue.find("SAV-1").orElseThrow().record().variants())
                .isEmpty();
    }

    @Test
    void variationsBelongToTheProductTheirParentNames() throws URISyntaxException {
        var plan = plan("woocommerce.csv");
        shop.importer.accept(plan, ImportProgress.NONE);
        var book = shop.catalogue.find("CARNET").orElseThrow();
        assertThat(book.record().category()).isEqualTo(List.of("Papeterie"));
        assertThat(book.record().price().orElseThrow().money().minorUnits()).isEqualTo(1_200);
        var kinds = book.record().variants();
        assertThat(kinds).extracting(kind -> kind.options().get("Papier")).containsExactly("Uni", "Ligné");
        assertThat(kinds.getFirst().price()).isEmpty();
        assertThat(kinds.get(1).price().orElseThrow().money().minorUnits()).isEqualTo(1_350);
        assertThat(book.backroom().variant(kinds.getFirst().key()).stock()).hasValue(5);
        assertThat(shop.catalogue.find("GOMME").orElseThrow().record().variants())
                .isEmpty();
        assertThat(shop.catalogue.find("PERDU-1")).isPresent();
        assertThat(plan("woocommerce.csv").unchanged()).isEqualTo(3);
    }
}
