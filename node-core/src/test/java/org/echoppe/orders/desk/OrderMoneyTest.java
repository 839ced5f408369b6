package org.echoppe.orders.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.echoppe.orders.desk.TestDesk.wish;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.echoppe.catalogue.ShopField;
import org.echoppe.domain.Cid;
import org.echoppe.domain.OrderState;
import org.echoppe.orders.documents.Buyer;
import org.echoppe.orders.documents.Paper;
import org.echoppe.orders.documents.Printed;
import org.echoppe.orders.wire.FakeShopper;
import org.echoppe.records.Address;
import org.junit.jupiter.api.Test;

/** What is to be paid and paid back for an order that does not go straight on. */
class OrderMoneyTest extends Bookshop {
    @Test
    void whatIsTransferredIsWhatStaysWhateverIsWithdrawn() throws Exception {
        acceptTransfer();
        assertThat(told().path("transfer").path("amount").intValue()).isEqualTo(2_140);
        withdrawFrom(1, 1);
        assertThat(told().path("transfer").path("amount").intValue()).isEqualTo(890);
        assertThat(told().path("transfer").path("epc").stringValue()).contains("EUR8.90");
        assertThat(told().path("due").intValue()).isEqualTo(890);
        shop.desk.say(shopper.id(), "Bien noté.");
        assertThat(told().path("transfer").path("amount").intValue()).isEqualTo(890);
        assertThatThrownBy(() -> shop.desk.paid(shopper.id(), 889)).hasMessageContaining("transfer-too-small");

        shop.desk.paid(shopper.id(), 2_140);
        assertThat(told().path("paid").booleanValue()).isTrue();
        assertThat(told().path("transfer").isNull())
                .as("nothing to pay any more")
                .isTrue();
        assertThat(shop.of(shopper).owed())
                .as("the shopper had paid as it was told first")
                .isEqualTo(1_250);
        assertThat(ToDo.of(shop.of(shopper))).as("goods before money").isEqualTo(ToDo.PREPARE);
        shop.desk.refund(shopper.id(), "");
        assertThat(shop.of(shopper).state()).as("it goes on").isEqualTo(OrderState.ACCEPTED);
        assertThat(shop.of(shopper).owed()).isZero();
        shop.desk.complete(shopper.id());
        assertThat(shop.papers.creditNotes(shopper.id()))
                .as("never was on an invoice")
                .isEmpty();
    }

    @Test
    void whatIsHandedOverBeforeItsTransferCameIsStillToBePaid() throws Exception {
        handOverUnpaid();
        assertThat(shop.of(shopper).paid()).isFalse();
        assertThat(ToDo.of(shop.of(shopper))).isEqualTo(ToDo.COLLECT);
        assertThat(told().path("transfer").path("amount").intValue()).isEqualTo(2_140);
        byte[] invoice = shop.papers.invoice(shopper.id()).orElseThrow();
        show("order-invoice-unpaid", invoice);
        assertThat(new Printed(invoice).text())
                .contains("À payer par virement : 21,40 €, au plus tard le 23 décembre 2026", "FR14 2004 1010")
                .doesNotContain("Payé");
        assertThat(new Printed(invoice).codes()).anyMatch(code -> code.contains("EUR21.40"));

        shop.pass(Duration.ofDays(3));
        withdrawFrom(1, 1);
        assertThat(told().path("refund").path("amount").intValue()).isZero();
        assertThat(told().path("transfer").path("amount").intValue()).isEqualTo(890);
        assertThat(shop.of(shopper).creditNotes()).containsExactly("A2026-000001");
        byte[] note = shop.papers.creditNotes(shopper.id()).getFirst();
        show("order-credit-unpaid", note);
        assertThat(new Printed(note).text())
                .contains("Essai", "12,50 €", "Vient en déduction de la facture", "Rétractation du client")
                .doesNotContain("Remboursé", "Roman");

        shop.pass(Duration.ofDays(60));
        assertThat(shop.desk.forget()).as("who owes money is known").isZero();
        shop.desk.paid(shopper.id());
        assertThat(shop.of(shopper).owed()).isZero();
        assertThat(ToDo.of(shop.of(shopper))).isEqualTo(ToDo.NOTHING);
        assertThat(shop.papers.invoice(shopper.id()).orElseThrow()).isEqualTo(invoice);
        shop.desk.takeBackLines(shopper.id(), List.of(0), "Page déchirée");
        assertThat(shop.of(shopper).refunded()).as("what was paid, and no more").isEqualTo(890);
        assertThat(new Printed(shop.papers.creditNotes(shopper.id()).getLast()).text())
                .contains("Remboursé le");
        sameFromTheJournal();
    }

    @Test
    void whatIsTakenBackUnpaidIsCreditedAndNotOwed() throws Exception {
        handOverUnpaid();
        shop.desk.takeBackLines(shopper.id(), List.of(0), "Page déchirée");
        var order = shop.of(shopper);
        assertThat(order.owed() + order.refunded()).isZero();
        assertThat(order.creditNotes()).hasSize(1);
        assertThat(told().path("transfer").path("amount").intValue()).isEqualTo(1_250);
        assertThat(shop.desk.story(shopper.id()))
                .filteredOn(one -> one.kind() == Happening.Kind.GIVEN_LESS)
                .extracting(Happening::words)
                .containsExactly("Page déchirée");
    }

    @Test
    void ofAPaidOrderThatRunsWhatCannotBeGivenIsPaidBackAtOnce() throws Exception {
        acceptTransfer();
        shop.desk.paid(shopper.id());
        assertThat(shop.desk.worth(shopper.id(), List.of(0L, 1L)).minorUnits()).isEqualTo(1_250);
        shop.desk.takeBack(shopper.id(), List.of(0L, 1L), "Il n’y en a plus");
        var order = shop.of(shopper);
        assertThat(order.state()).isEqualTo(OrderState.ACCEPTED);
        assertThat(order.refunded()).isEqualTo(1_250);
        assertThat(order.owed()).isZero();
        assertThat(told().path("reason").stringValue()).isEqualTo("Il n’y en a plus");
        assertThat(told().path("lines").path(1).path("accepted").intValue()).isZero();
        assertThat(told().path("total").intValue()).isEqualTo(890);
        assertThat(shop.stock(essay.key())).as("nothing comes back by itself").isEqualTo(8);
        shop.desk.complete(shopper.id());
        assertThat(new Printed(shop.papers.invoice(shopper.id()).orElseThrow()).text())
                .contains("8,90 €", "virement")
                .doesNotContain("Essai");
        sameFromTheJournal();
    }

    @Test
    void ofAnUnpaidOrderThatRunsLessIsToBePaid() throws Exception {
        acceptTransfer();
        shop.desk.takeBack(shopper.id(), List.of(1L, 0L), "Il s’est abîmé");
        assertThat(told().path("transfer").path("amount").intValue()).isEqualTo(1_250);
        assertThat(told().path("refund").isMissingNode()).isTrue();
        for (var paper : Paper.values()) {
            assertThat(new Printed(shop.papers.slip(shopper.id(), paper)).codes())
                    .anyMatch(code -> code.contains("EUR12.50"));
        }
        shop.desk.takeBack(shopper.id(), List.of(0L, 1L), "Plus rien");
        assertThat(shop.of(shopper).state()).as("nothing is left").isEqualTo(OrderState.CANCELLED);
        assertThat(shop.stock(novel.key()) + shop.stock(essay.key()))
                .as("nothing comes back by itself")
                .isEqualTo(16);
        assertThat(shop.of(shopper).owed()).isZero();
        shop.desk.paid(shopper.id(), 2_140);
        assertThat(shop.of(shopper).owed()).as("a transfer that was under way").isEqualTo(2_140);
    }

    @Test
    void aPaidOrderIsCancelledAndPaidBackInOneStep() throws Exception {
        acceptTransfer();
        shop.desk.paid(shopper.id());
        shop.desk.cancel(shopper.id(), "Fermé", true);
        assertThat(shop.of(shopper).state()).isEqualTo(OrderState.REFUNDED);
        assertThat(shop.of(shopper).refunded()).isEqualTo(2_140);
        assertThat(told().path("refund").path("amount").intValue()).isEqualTo(2_140);
        assertThat(shop.stock(novel.key())).isEqualTo(9);
    }

    @Test
    void whatIsBroughtInPartCostsWhatTheLawSaysOfThatPartAndNeverMoreThanAgreed() throws Exception {
        var mug = shop.product("Tasse", "12,00", "stock", "9", "vat_rate", "20");
        shop.shop.set(Map.of(ShopField.DELIVERY, "690*: 2,00 offert 20,00"));
        shop.publish();
        shop.send(shopper, shop.delivered(shopper, 2_390, wish(novel, 1), wish(mug, 1)));
        assertThat(shop.of(shopper).fee()).as("books under 35 €").isEqualTo(300);
        shop.desk.accept(shopper.id(), List.of(0L, 1L), "");
        assertThat(shop.of(shopper).fee())
                .as("no book is left, and what the shop gives up from 20 € on stays given up")
                .isZero();
        assertThat(told().path("total").intValue()).isEqualTo(1_200);
    }

    @Test
    void whatTheLawMakesDearerIsOfferedAndNotCharged() throws Exception {
        var leaf = shop.product("Feuillet", "1,00", "stock", "9", "vat_rate", "5,5", "category", "Livres");
        shop.shop.set(Map.of(ShopField.DELIVERY, "690*: 0.00"));
        shop.publish();
        var thick = shop.product("Pavé", "34,00", "stock", "9", "vat_rate", "5,5", "category", "Livres");
        shop.send(shopper, shop.delivered(shopper, 3_501, wish(thick, 1), wish(leaf, 1)));
        assertThat(shop.of(shopper).fee()).as("a cent from 35 € of books on").isEqualTo(1);
        shop.desk.accept(shopper.id(), List.of(1L, 0L), "Le feuillet manque");
        assertThat(shop.of(shopper).state()).as("37 € are more than 35.01").isEqualTo(OrderState.CHANGED);
        var offered = told();
        assertThat(offered.path("total").intValue()).isEqualTo(3_700);
        assertThat(offered.path("changes").toString())
                .isEqualTo("[{\"what\":\"stock\",\"line\":1,\"was\":\"1\",\"now\":\"0\"},"
                        + "{\"what\":\"total\",\"was\":\"3501\",\"now\":\"3700\"}]");
        assertThat(offered.path("message").stringValue()).isEqualTo("Le feuillet manque");
        shop.say(shopper, shopper.word(1, "agree", shop.clock.instant()).put("answer", 2));
        assertThat(shop.of(shopper).state()).isEqualTo(OrderState.RECEIVED);
        shop.desk.accept(shopper.id(), List.of(), "");
        assertThat(shop.of(shopper).total().minorUnits()).isEqualTo(3_700);
    }

    @Test
    void whatTheShopOffersForLessCanBeAgreedToWhereTheSmallerBasketWouldBeDearer() throws Exception {
        offerLess("690*: 4,90 offert 35,00");
        shop.say(shopper, shopper.word(1, "agree", shop.clock.instant()).put("answer", 2));
        assertThat(told().path("state").stringValue()).isEqualTo("received");
        shop.desk.accept(shopper.id(), List.of(), "");
        assertThat(told().path("total").intValue()).isEqualTo(3_700);
    }

    @Test
    void whatTheShopOffersForLessCanBeAgreedToBelowTheLeastBasket() throws Exception {
        offerLess("690*: 0,00 min 35,00");
        shop.say(shopper, shopper.word(1, "agree", shop.clock.instant()).put("answer", 2));
        assertThat(told().path("state").stringValue()).isEqualTo("received");
        assertThat(told().path("total").intValue()).isEqualTo(3_700);

        var small = new FakeShopper();
        shop.send(small, shop.delivered(small, 890, wish(novel, 1)));
        shop.say(small, small.word(1, "agree", shop.clock.instant()).put("answer", 1));
        assertThat(shop.lastAnswer(small).path("changes").toString())
                .as("that the basket is too small is no offer of the shop's")
                .contains("minimum");
    }

    @Test
    void whatTheShopOfferedForLessIsAskedAgainWhereNothingIsBroughtAnyMore() throws Exception {
        offerLess("690*: 4,90 offert 35,00");
        shop.shop.set(Map.of(ShopField.DELIVERY, "75001: 4,90"));
        shop.publish();
        shop.say(shopper, shopper.word(1, "agree", shop.clock.instant()).put("answer", 2));
        assertThat(told().path("changes").toString()).contains("area");
        shop.shop.set(Map.of(ShopField.DELIVERY, "690*: 4,90 offert 35,00"));
        shop.publish();
        shop.say(shopper, shopper.word(2, "agree", shop.clock.instant()).put("answer", 3));
        assertThat(told().path("total").intValue())
                .as("from here on it is what the zone asks for")
                .isEqualTo(3_890);
    }

    /** Of 35 € of books the shop has those of 34 € alone, and offers them with the law's 3 €: answer 2. */
    private void offerLess(String delivery) throws Exception {
        shop.shop.set(Map.of(ShopField.DELIVERY, delivery));
        shop.publish();
        var leaf = shop.product("Feuillet", "1,00", "stock", "9", "vat_rate", "5,5", "category", "Livres");
        var thick = shop.product("Pavé", "34,00", "stock", "9", "vat_rate", "5,5", "category", "Livres");
        shop.send(shopper, shop.delivered(shopper, 3_501, wish(thick, 1), wish(leaf, 1)));
        shop.desk.accept(shopper.id(), List.of(1L, 0L), "");
        assertThat(told().path("state").stringValue()).isEqualTo("changed");
        assertThat(told().path("total").intValue()).isEqualTo(3_700);
    }

    @Test
    void anOrderThatCallsItsCountryAnotherPaysForBooksAllTheSame() throws Exception {
        var order = shop.delivered(shopper, 1_189, wish(novel, 1));
        ((tools.jackson.databind.node.ObjectNode) order.path("fulfilment").path("address")).put("country", "BE");
        shop.shop.set(Map.of(ShopField.DELIVERY, "690*: 0.00"));
        shop.publish();
        shop.send(shopper, order);
        assertThat(told().path("fee").intValue()).isEqualTo(300);
        assertThat(shop.of(shopper).state()).isEqualTo(OrderState.CHANGED);
    }

    @Test
    void theTextsThatWereAcceptedAreKeptAsLongAsTheOrderNamesThem() throws IOException {
        acceptTransfer();
        var named = shop.of(shopper).profile();
        shop.shop.set(Map.of(ShopField.TAGLINE, "Personne n’a commandé sous cela"));
        shop.publish();
        var unnamed = shop.profile();
        shop.shop.set(Map.of(ShopField.TAGLINE, "Livres", ShopField.TERMS, "Tout autre chose."));
        shop.publish();
        assertThat(shop.desk.isCurrent(shop.desk.terms(shop.of(shopper)).orElseThrow()))
                .isFalse();
        for (int i = 0; i < 3; i++) {
            shop.pass(Duration.ofDays(40));
            shop.desk.forget();
        }
        var terms = shop.desk.terms(shop.of(shopper)).orElseThrow();
        assertThat(terms.profile().legal().terms()).startsWith("La vente est conclue");
        assertThat(terms.cid()).isEqualTo(named);
        var store = new org.echoppe.store.OrderStore(shop.database);
        assertThat(store.past("org.echoppe.shop.profile/self", named)).isPresent();
        assertThat(store.past("org.echoppe.shop.profile/self", unnamed)).isEmpty();
        byte[] file = shop.papers.terms(shopper.id());
        show("order-terms", file);
        assertThat(new Printed(file).text())
                .contains("Textes acceptés avec la commande " + shop.of(shopper).reference())
                .contains("Conditions de vente", "La vente est conclue quand la boutique l’accepte.")
                .contains(named.toString())
                .doesNotContain("Tout autre chose");
    }

    @Test
    void textsThatAreKeptForAnOrderAreNotReadAnyMoreAMonthAfterTheyWereReplaced() throws Exception {
        acceptTransfer();
        var kept = shop.profile();
        shop.shop.set(Map.of(ShopField.TERMS, "Tout autre chose."));
        shop.publish();
        shop.pass(Duration.ofDays(30));
        shop.desk.forget();
        assertThat(answeredTo(kept)).isEqualTo("received");
        shop.pass(Duration.ofDays(2));
        assertThat(answeredTo(kept)).isEqualTo("changed");
        shop.desk.forget();
        assertThat(answeredTo(kept)).isEqualTo("changed");
        assertThat(shop.desk.terms(shop.of(shopper))).isPresent();
    }

    private String answeredTo(Cid profile) throws Exception {
        var other = new FakeShopper();
        var order = shop.order(other, 890, wish(novel, 1)).put("profile", profile.toString());
        shop.send(other, order);
        return shop.lastAnswer(other).path("state").stringValue();
    }

    @Test
    void textsThatCameBackAreReadForAMonthAfterTheyLeftAgain() throws Exception {
        acceptTransfer();
        var texts = shop.shop.profile().orElseThrow().legal().terms();
        var first = shop.profile();
        for (int i = 0; i < 2; i++) {
            shop.shop.set(Map.of(ShopField.TERMS, "Tout autre chose."));
            shop.publish();
            shop.pass(Duration.ofDays(42));
            shop.desk.forget();
            assertThat(answeredTo(first)).isEqualTo("changed");
            shop.shop.set(Map.of(ShopField.TERMS, texts));
            shop.publish();
            assertThat(shop.profile()).as("the same record").isEqualTo(first);
        }
        shop.shop.set(Map.of(ShopField.TERMS, "Encore autre chose."));
        shop.publish();
        shop.desk.forget();
        assertThat(answeredTo(first)).isEqualTo("received");
        shop.pass(Duration.ofDays(32));
        shop.desk.forget();
        assertThat(answeredTo(first)).isEqualTo("changed");
        assertThat(shop.desk.terms(shop.of(shopper))).isPresent();
    }

    @Test
    void anOrderThatNamesAProfileThatNeverWasTheShopsIsAnsweredChanged() throws Exception {
        var order = shop.order(shopper, 890, wish(novel, 1))
                .put("profile", Cid.of(new byte[] {7}).toString());
        shop.send(shopper, order);
        assertThat(told().path("state").stringValue()).isEqualTo("changed");
        assertThat(told().path("changes").toString()).isEqualTo("[{\"what\":\"terms\"}]");
        assertThat(shop.desk.terms(shop.of(shopper))).isEmpty();
    }

    @Test
    void anInvoiceIsMadeOutToTheCompanyThatAsksForIt() throws IOException {
        shop.send(shopper, shop.delivered(shopper, 2_440, wish(novel, 1), wish(essay, 1)));
        shop.desk.accept(shopper.id(), List.of(), "");
        var nowhere = new Address("", "", "", "");
        assertThatThrownBy(() -> shop.desk.complete(shopper.id(), to(new Buyer("", nowhere, "", "32823456789"))))
                .hasMessageContaining("company-nameless")
                .hasMessageContaining("vat-id-malformed");
        assertThat(shop.of(shopper).state()).isEqualTo(OrderState.ACCEPTED);
        var seat = new Address("1 place Bellecour", "69002", "Lyon", "");
        shop.desk.complete(shopper.id(), to(new Buyer("Études Martin SARL", seat, "823456789", "fr 32 823 456 789")));
        byte[] invoice = shop.papers.invoice(shopper.id()).orElseThrow();
        show("order-invoice-company", invoice);
        assertThat(new Printed(invoice).text())
                .contains("Études Martin SARL", "1 place Bellecour", "N° de TVA FR32823456789", "SIREN 823 456 789")
                .contains("Livré à", "3 rue Mercière", "Nature des opérations", "indemnité forfaitaire de 40 €")
                .doesNotContain("Agnès");
    }

    private static HandingOver to(Buyer company) {
        return new HandingOver(true, Optional.of(company));
    }
}
