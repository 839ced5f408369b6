package org.echoppe.orders.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.echoppe.orders.desk.TestDesk.wish;

import java.nio.file.Path;
import java.util.List;
import org.echoppe.catalogue.ProductDraft;
import org.echoppe.catalogue.ProductField;
import org.echoppe.domain.Language;
import org.echoppe.orders.documents.Paper;
import org.echoppe.orders.documents.Printed;
import org.echoppe.orders.wire.FakeShopper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goods sold by weight, from the shopkeeper's form to the invoice. */
class LooseTest {
    @TempDir
    Path home;

    @Test
    void whatIsSoldByWeightIsPricedGivenAndInvoicedByWeight() throws Exception {
        try (var shop = new TestDesk(home)) {
            assertThatThrownBy(() -> shop.product("Comté", "28,90", "loose", "oui"))
                    .hasMessageContaining("loose-of-what");
            var cheese =
                    shop.product("Comté", "28,90", "loose", "oui", "quantity", "1 kg", "vat_rate", "5,5", "sku", "C");
            assertThatThrownBy(() ->
                            shop.catalogue.change(cheese.key(), ProductDraft.EMPTY.with(ProductField.STOCK, "12")))
                    .as("pieces of what is cut are no stock")
                    .hasMessageContaining("loose-not-counted");
            assertThat(cheese.record().looseMeasure()).isPresent();
            assertThat(shop.catalogue.draft(cheese, Language.FR).text(ProductField.LOOSE))
                    .isEqualTo("1");

            var shopper = new FakeShopper();
            shop.send(shopper, shop.order(shopper, 1_012, wish(cheese, 350)));
            var line = shop.lastAnswer(shopper).path("lines").get(0);
            assertThat(line.path("total").intValue()).isEqualTo(1_012);
            assertThat(line.path("loose").toString()).isEqualTo("{\"quantity\":1000,\"unit\":\"kg\"}");
            shop.desk.accept(shopper.id(), List.of(300L), "Il n’en restait que 300 g");
            assertThat(shop.of(shopper).total().minorUnits()).isEqualTo(867);
            assertThat(new Printed(shop.papers.slip(shopper.id(), Paper.ROLL)).text())
                    .contains("0,300 kg", "8,67 €");
            shop.desk.complete(shopper.id());
            assertThat(new Printed(shop.papers.invoice(shopper.id()).orElseThrow()).text())
                    .contains("0,300 kg", "28,90 €/kg", "8,67 €");

            var found = shop.till.find("C").orElseThrow();
            assertThat(found.priceOf(125).minorUnits()).isEqualTo(361);
            shop.till.sell("s1", List.of(Till.Piece.of(found, 125)), "cash");
            assertThat(new Printed(shop.papers.receipt("s1")).text()).contains("0,125 kg × 28,90 €/kg", "3,61 €");

            shop.catalogue.change(cheese.key(), ProductDraft.EMPTY.with(ProductField.LOOSE, "non"));
            assertThat(shop.catalogue.find(cheese.key()).orElseThrow().record().loose())
                    .isFalse();
        }
    }
}
