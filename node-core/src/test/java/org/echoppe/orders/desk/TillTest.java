package org.echoppe.orders.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.echoppe.orders.desk.TestDesk.wish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.echoppe.catalogue.Product;
import org.echoppe.catalogue.ProductDraft;
import org.echoppe.catalogue.ProductField;
import org.echoppe.catalogue.ShopField;
import org.echoppe.orders.desk.Till.Piece;
import org.echoppe.orders.documents.Printed;
import org.echoppe.orders.wire.FakeShopper;
import org.echoppe.store.LedgerStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TillTest {
    @TempDir
    Path home;

    private TestDesk shop;
    private Product jam;
    private Product wine;

    @BeforeEach
    void open() {
        shop = new TestDesk(home);
        jam = shop.product(
                "Confiture de mûres",
                "4,35",
                "stock",
                "5",
                "vat_rate",
                "5,5",
                "gtin",
                "3017620422003",
                "sku",
                "CONF-1");
        wine = shop.product("Côtes-du-Rhône", "11,90", "stock", "2", "vat_rate", "20");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aSaleTakesOfTheSameStockAndItsReceiptIsTheSameFileAgain() throws IOException {
        var found = shop.till.find(" 3017620422003 ").orElseThrow();
        assertThat(shop.till.find("CONF-1")).contains(found);
        assertThat(found.name()).isEqualTo("Confiture de mûres");
        assertThat(found.stock()).contains(5L);
        var pieces = List.of(Piece.of(found, 2), new Piece(wine.key(), Optional.empty(), 1));
        var sold = shop.till.sell("s1", pieces, "card");
        assertThat(sold.number().text()).isEqualTo("T2026-000001");
        assertThat(sold.total().minorUnits()).isEqualTo(2_060);
        assertThat(sold.vat()).extracting(vat -> vat.tax().minorUnits()).containsExactly(45L, 198L);
        assertThat(shop.stock(jam.key())).isEqualTo(3);
        assertThat(shop.till.sell("s1", pieces, "card")).as("pressed twice").isEqualTo(sold);
        assertThat(shop.stock(jam.key())).isEqualTo(3);

        byte[] file = shop.papers.receipt("s1");
        Files.createDirectories(Path.of("target", "papers"));
        ImageIO.write(
                new Printed(file).picture(0, 100),
                "png",
                Path.of("target", "papers", "sale-receipt.png").toFile());
        assertThat(new Printed(file).text())
                .contains("Ticket T2026-000001", "Boulangerie du Pont", "Confiture de mûres", "2 × 4,35 €")
                .contains("20,60 €", "Payé : carte bancaire", "TVA 5,5 % sur 8,25 € HT", "TVA 20 % sur 9,92 € HT");
        shop.shop.set(Map.of(ShopField.NAME, "Autre"));
        assertThat(shop.papers.receipt("s1")).isEqualTo(file);
        assertThatThrownBy(() -> shop.papers.receipt("s2")).hasMessageContaining("not-found");
    }

    @Test
    void aSaleIsUndoneOnceByANoteAndItsGoodsAreBack() throws IOException {
        var pieces = List.of(new Piece(jam.key(), Optional.empty(), 2), new Piece(wine.key(), Optional.empty(), 1));
        shop.till.sell("s1", pieces, "card");
        shop.till.sell("s2", pieces, "cash");
        assertThatThrownBy(() -> shop.till.undo("s3")).hasMessageContaining("not-found");
        shop.pass(Duration.ofDays(1));
        assertThat(shop.till.undo("s1").text()).isEqualTo("A2026-000001");
        assertThat(shop.till.undo("s1").text()).as("pressed twice").isEqualTo("A2026-000001");
        assertThat(shop.stock(jam.key())).isEqualTo(3);
        assertThat(shop.stock(wine.key())).isEqualTo(1);
        assertThat(shop.till.newest(2))
                .extracting(made -> made.number().text(), made -> made.undone().isPresent())
                .containsExactly(tuple("T2026-000002", false), tuple("T2026-000001", true));
        assertThat(shop.till.undo("s2").text()).isEqualTo("A2026-000002");

        byte[] note = shop.papers.printUndoing("s1");
        Files.createDirectories(Path.of("target", "papers"));
        ImageIO.write(
                new Printed(note).picture(0, 100),
                "png",
                Path.of("target", "papers", "sale-undone.png").toFile());
        assertThat(new Printed(note).text())
                .contains("Avoir A2026-000001", "Annule le ticket T2026-000001 du", "Vente annulée")
                .contains("24 novembre 2026", "TOTAL RENDU", "20,60 €", "Rendu : carte bancaire", "TVA 20 %")
                .doesNotContain("DUPLICATA");
        var before = new LedgerStore(shop.database).contents();
        shop.ledger.rebuild();
        assertThat(new LedgerStore(shop.database).contents()).isEqualTo(before);
    }

    @Test
    void aReceiptThatIsPrintedAgainSaysThatItIsACopyAndWhich() throws IOException {
        shop.till.sell("s1", List.of(new Piece(jam.key(), Optional.empty(), 1)), "cash");
        byte[] first = shop.papers.printReceipt("s1");
        assertThat(first).isEqualTo(shop.papers.receipt("s1"));
        assertThat(new Printed(first).text()).doesNotContain("DUPLICATA");
        assertThat(new Printed(shop.papers.printReceipt("s1")).text()).contains("DUPLICATA n° 1");
        shop.close();
        shop = new TestDesk(home);
        byte[] third = shop.papers.printReceipt("s1");
        ImageIO.write(
                new Printed(third).picture(0, 100),
                "png",
                Path.of("target", "papers", "sale-copy.png").toFile());
        assertThat(new Printed(third).text()).contains("DUPLICATA n° 2", "Ticket T2026-000001");
    }

    @Test
    void whatIsPromisedIsNotSoldUnlessItLiesOnTheCounter() {
        var shopper = new FakeShopper();
        shop.send(shopper, shop.order(shopper, 2_380, wish(wine, 2)));
        shop.desk.accept(shopper.id(), List.of(), "");
        var bottle = List.of(new Piece(wine.key(), Optional.empty(), 1));
        assertThatThrownBy(() -> shop.till.sell("s1", bottle, "cash")).hasMessageContaining("stock-too-small");
        assertThat(shop.till.sellAnyway("s1", bottle, "cash").number().text()).isEqualTo("T2026-000001");
        assertThat(shop.stock(wine.key())).isZero();
        assertThatThrownBy(() -> shop.till.sell("s2", List.of(), "cash")).hasMessageContaining("sale-empty");
        assertThatThrownBy(() -> shop.till.sell("s2", List.of(new Piece(jam.key(), Optional.empty(), 0)), "cash"))
                .hasMessageContaining("sale-quantity");
        assertThat(shop.till
                        .sell("s2", List.of(new Piece(jam.key(), Optional.empty(), 1)), "cash")
                        .number()
                        .text())
                .as("what was refused took no number")
                .isEqualTo("T2026-000002");
    }

    @Test
    void kindsAreSoldEachAndAPriceOfNowCounts() {
        var shirt = shop.product(
                "Chemise",
                "30",
                "sku",
                "CHEM",
                "variants",
                "[{\"options\":{\"Taille\":\"M\"},\"sku\":\"CHEM-M\",\"stock\":\"1\"},"
                        + "{\"options\":{\"Taille\":\"L\"},\"sku\":\"CHEM-L\",\"price\":\"32\",\"stock\":\"4\"}]");
        assertThat(shop.till.find("CHEM")).as("which one?").isEmpty();
        assertThat(shop.till.all("CHEM")).extracting(Till.Found::name).containsExactly("Chemise (M)", "Chemise (L)");
        var large = shop.till.find("CHEM-L").orElseThrow();
        assertThat(large.each().minorUnits()).isEqualTo(3_200);
        assertThat(large.stock()).contains(4L);
        shop.catalogue.change(shirt.key(), ProductDraft.EMPTY.with(ProductField.NAME, "Chemise d’été"));
        assertThat(shop.till
                        .sell("s1", List.of(Piece.of(large, 2)), "cash")
                        .total()
                        .minorUnits())
                .isEqualTo(6_400);
        assertThat(shop.till.find("CHEM-L").orElseThrow().stock()).contains(2L);
        assertThat(new Printed(shop.papers.receipt("s1")).text()).contains("Chemise d’été (L)");
    }
}
