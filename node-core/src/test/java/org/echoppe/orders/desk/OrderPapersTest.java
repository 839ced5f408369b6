package org.echoppe.orders.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.echoppe.orders.desk.TestDesk.wish;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.echoppe.catalogue.ProductDraft;
import org.echoppe.catalogue.ProductField;
import org.echoppe.catalogue.ShopField;
import org.echoppe.domain.OrderState;
import org.echoppe.orders.documents.Paper;
import org.echoppe.orders.documents.Printed;
import org.echoppe.orders.wire.FakeShopper;
import org.echoppe.store.LedgerStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The papers of real orders: fixed when they get their number, whatever becomes of shop, goods and shopper. */
class OrderPapersTest extends Bookshop {
    @BeforeEach
    void register() {
        shop.shop.set(Map.of(ShopField.COMPANY_NAME, "Librairie du Pont SARL", ShopField.VAT_ID, "FR32823456789"));
    }

    private void handOver() {
        shop.send(shopper, shop.delivered(shopper, 2_440, wish(novel, 1), wish(essay, 1)));
        shop.desk.accept(shopper.id(), List.of(), "");
        shop.desk.ship(shopper.id());
        shop.desk.complete(shopper.id());
    }

    private byte[] invoice() {
        return shop.papers.invoice(shopper.id()).orElseThrow();
    }

    @Test
    void anInvoiceIsTheSameFileWhateverBecomesOfShopGoodsAndShopper() throws IOException {
        handOver();
        byte[] file = invoice();
        show("order-invoice", file);
        assertThat(new Printed(file).text())
                .contains(
                        "Facture F2026-000001",
                        "Librairie du Pont SARL",
                        "5 quai de Saône",
                        "FR32823456789",
                        "Agnès Martin",
                        "3 rue Mercière",
                        "69002 Lyon",
                        "Roman d’été",
                        "8,44 €",
                        "Livraison",
                        "23,13 €",
                        "1,27 €",
                        "24,40 €",
                        "Payé le 23 novembre 2026 : à la remise");

        shop.shop.set(Map.of(ShopField.NAME, "Autre nom", ShopField.STREET, "ailleurs"));
        shop.catalogue.change(novel.key(), ProductDraft.EMPTY.with(ProductField.NAME, "Autre livre"));
        shop.publish();
        shop.pass(Duration.ofDays(400));
        assertThat(shop.desk.forget()).isEqualTo(1);
        assertThat(shop.desk.person(shop.of(shopper))).isEmpty();
        assertThat(invoice()).isEqualTo(file);
        reopen();
        shop.ledger.rebuild();
        assertThat(invoice()).isEqualTo(file);
        assertThatThrownBy(() -> shop.papers.slip(shopper.id(), Paper.ROLL)).hasMessageContaining("order-erased");
    }

    @Test
    void theNameOnAnInvoiceIsKeptForTenFullYears() {
        handOver();
        shop.pass(Duration.between(shop.clock.instant(), Instant.parse("2036-12-31T22:00:00Z")));
        shop.desk.forget();
        assertThat(shop.papers.invoice(shopper.id())).isPresent();
        shop.pass(Duration.ofHours(2));
        shop.desk.forget();
        assertThat(shop.papers.invoice(shopper.id())).isEmpty();
        assertThat(shop.of(shopper).invoice()).as("the books stay").contains("F2026-000001");
    }

    @Test
    void whatIsTakenBackPieceByPieceIsCreditedPieceByPiece() throws IOException {
        handOver();
        shop.pass(Duration.ofDays(2));
        withdrawFrom(1, 1);
        assertThat(shop.of(shopper).owed()).isEqualTo(1_250);
        shop.desk.refund(shopper.id(), "");
        assertThat(shop.of(shopper).creditNotes()).containsExactly("A2026-000001");
        assertThat(shop.of(shopper).state()).isEqualTo(OrderState.COMPLETED);

        shop.pass(Duration.ofDays(40));
        shop.desk.forget();
        shop.desk.takeBackLines(shopper.id(), List.of(0), "Page déchirée");
        var order = shop.of(shopper);
        assertThat(order.state()).as("nothing stays").isEqualTo(OrderState.REFUNDED);
        assertThat(order.creditNotes()).containsExactly("A2026-000001", "A2027-000001");
        assertThat(order.refunded()).isEqualTo(2_440);
        assertThatThrownBy(() -> shop.desk.takeBackLines(shopper.id(), List.of(0), ""))
                .hasMessageContaining("order-stands-elsewhere");

        var notes = shop.papers.creditNotes(shopper.id());
        show("order-credit-1", notes.get(0));
        show("order-credit-2", notes.get(1));
        assertThat(new Printed(notes.get(0)).text())
                .contains("Avoir A2026-000001", "F2026-000001", "23 novembre 2026", "Rétractation du client")
                .contains("Essai", "12,50 €", "Agnès Martin")
                .doesNotContain("Roman", "Livraison");
        assertThat(new Printed(notes.get(1)).text())
                .as("with the fee, and to the name that the invoice bears")
                .contains("Page déchirée", "Roman d’été", "Livraison", "11,90 €", "Agnès Martin");
    }

    @Test
    void oneOfThreePiecesIsTakenBackAndTheOthersStay() throws Exception {
        shop.send(shopper, shop.order(shopper, 3_920, wish(novel, 3), wish(essay, 1)));
        shop.desk.accept(shopper.id(), List.of(), "");
        shop.desk.complete(shopper.id());
        assertThat(shop.desk.worth(shopper.id(), List.of(2L, 0L)).minorUnits()).isEqualTo(1_780);
        shop.desk.takeBack(shopper.id(), List.of(2L, 0L), "Deux exemplaires abîmés");
        var order = shop.of(shopper);
        assertThat(order.state()).isEqualTo(OrderState.COMPLETED);
        assertThat(order.refunded()).isEqualTo(1_780);
        assertThat(shop.desk.story(shopper.id()).getLast().words()).isEqualTo("Deux exemplaires abîmés");
        assertThat(shop.lastAnswer(shopper).path("lines"))
                .as("as they were ordered")
                .hasSize(2);
        assertThat(shop.lastAnswer(shopper).path("lines").path(0).path("total").longValue())
                .isEqualTo(2_670);
        assertThat(order.due().minorUnits()).isEqualTo(890 + 1_250 + order.fee());
        assertThat(new Printed(shop.papers.creditNotes(shopper.id()).getFirst()).text())
                .contains("Avoir A2026-000001", "Deux exemplaires abîmés", "Roman d’été", "17,80 €")
                .doesNotContain("Essai");
        assertThatThrownBy(() -> shop.desk.takeBack(shopper.id(), List.of(2L, 0L, 0L), ""))
                .hasMessageContaining("order-quantity");
        assertThatThrownBy(() -> shop.desk.takeBack(shopper.id(), List.of(0L, 0L, 0L), ""))
                .hasMessageContaining("order-owes-nothing");

        withdrawFrom(1, 0);
        assertThat(shop.of(shopper).owed()).as("of the line only what stayed").isEqualTo(890);
        assertThat(shop.desk.worth(shopper.id(), List.of(0L, 1L, 0L)).minorUnits())
                .as("with what is owed already")
                .isEqualTo(890 + 1_250);
        shop.ledger.rebuild();
        shop.desk.refund(shopper.id(), "Voilà.");
        assertThat(shop.of(shopper).creditNotes()).containsExactly("A2026-000001", "A2026-000002");
        shop.desk.takeBack(shopper.id(), List.of(0L, 1L, 0L), "");
        assertThat(shop.of(shopper).state()).as("nothing stays").isEqualTo(OrderState.REFUNDED);
        assertThat(shop.of(shopper).refunded())
                .isEqualTo(shop.of(shopper).total().minorUnits());
    }

    @Test
    void numbersHaveNoGapAndWhatEndsOtherwiseHasNone() {
        for (int i = 0; i < 3; i++) {
            var one = new FakeShopper();
            var other = new FakeShopper();
            shop.send(one, shop.order(one, 890, wish(novel, 1)));
            shop.send(other, shop.order(other, 890, wish(novel, 1)));
            shop.desk.accept(one.id(), List.of(), "");
            shop.desk.complete(one.id());
            shop.desk.accept(other.id(), List.of(), "");
            shop.desk.cancel(other.id(), "Fermé");
            assertThatThrownBy(() -> shop.desk.complete(other.id())).hasMessageContaining("order-stands-elsewhere");
            assertThat(shop.of(one).invoice()).contains("F2026-00000" + (i + 1));
            assertThat(shop.papers.invoice(other.id())).isEmpty();
        }
        assertThat(new LedgerStore(shop.database).numbers("invoice", 2026)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void theSlipHoldsTheCodeOfTheTransferForWhatStays() throws IOException {
        acceptTransfer();
        withdrawFrom(1, 1);
        for (var paper : Paper.values()) {
            byte[] slip = shop.papers.slip(shopper.id(), paper);
            show("order-slip-" + paper, slip);
            assertThat(new Printed(slip).text())
                    .contains("Agnès Martin", "Bien cuit, s’il vous plaît", "VIREMENT", "8,90 €", "FR14 2004 1010")
                    .doesNotContain("Essai");
            assertThat(new Printed(slip).codes())
                    .anyMatch(code -> code.startsWith("BCD\n002\n1\nSCT") && code.contains("EUR8.90"))
                    .anyMatch(shop.of(shopper).reference()::equals);
        }
        shop.desk.paid(shopper.id());
        shop.desk.complete(shopper.id());
        assertThat(new Printed(invoice()).text())
                .contains("Payé le 23 novembre 2026 : virement")
                .doesNotContain("Essai");
    }
}
