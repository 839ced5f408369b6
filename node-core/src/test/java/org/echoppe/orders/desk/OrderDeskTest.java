package org.echoppe.orders.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.echoppe.orders.desk.TestDesk.wish;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.echoppe.catalogue.ProductField;
import org.echoppe.catalogue.ShopField;
import org.echoppe.domain.Cid;
import org.echoppe.domain.OrderState;
import org.echoppe.domain.Rejected;
import org.echoppe.orders.wire.FakeShopper;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What is ordered, from the first look at it to handing it over. */
class OrderDeskTest extends Bakery {
    @Test
    void anOrderIsReceivedAcceptedAndHandedOver() throws Exception {
        var receipt = shop.send(shopper, breakfast());
        assertThat(receipt.merchant()).isEqualTo(shop.identity.did());
        var received = shop.lastAnswer(shopper);
        assertThat(received.path("state").stringValue()).isEqualTo("received");
        assertThat(received.path("total").intValue()).isEqualTo(830);
        assertThat(received.path("vat").toString())
                .isEqualTo("[{\"rate\":550,\"net\":227,\"tax\":13},{\"rate\":1000,\"net\":536,\"tax\":54}]");
        assertThat(shop.stock(croissant.key()))
                .as("an unaccepted order reserves nothing")
                .isEqualTo(10);

        shop.desk.accept(shopper.id(), List.of(), "À demain !");
        var accepted = shop.lastAnswer(shopper);
        assertThat(accepted.path("state").stringValue()).isEqualTo("accepted");
        assertThat(accepted.path("message").stringValue()).isEqualTo("À demain !");
        assertThat(accepted.path("number").intValue()).isEqualTo(2);
        assertThat(shop.stock(croissant.key())).isEqualTo(8);
        assertThat(shop.stock(sandwich.key())).isEqualTo(2);

        shop.desk.ready(shopper.id());
        shop.desk.complete(shopper.id());
        var over = shop.lastAnswer(shopper);
        assertThat(over.path("state").stringValue()).isEqualTo("completed");
        assertThat(over.path("documents").get(0).path("number").stringValue()).isEqualTo("F2026-000001");
        assertThat(over.path("withdrawUntil").stringValue()).isEqualTo("2026-12-07T22:59:59.999Z");
        assertThat(shop.answers).extracting(answer -> answer.number()).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void anAlteredPriceIsAnsweredChangedAndNeverAccepted() throws Exception {
        shop.send(shopper, shop.order(shopper, 730, wish(croissant, 2), wish(sandwich, 1)));
        var answer = shop.lastAnswer(shopper);
        assertThat(answer.path("state").stringValue()).isEqualTo("changed");
        assertThat(answer.path("changes").get(0).path("what").stringValue()).isEqualTo("total");
        assertThatThrownBy(() -> shop.desk.accept(shopper.id(), List.of(), "")).isInstanceOf(Rejected.class);
    }

    @Test
    void anAlteredRecordIsAnsweredChanged() throws Exception {
        var forged = new FakeShopper.Wish(croissant.key(), Cid.of(new byte[] {9}), "", 2);
        shop.send(shopper, shop.order(shopper, 240, forged));
        var change = shop.lastAnswer(shopper).path("changes").get(0);
        assertThat(change.path("what").stringValue()).isEqualTo("price");
        assertThat(change.path("now").stringValue()).isEqualTo("120");
    }

    @Test
    void aStalePriceIsAnsweredChangedAndHoldsOnceAgreedTo() throws Exception {
        var stale = breakfast();
        change(croissant, ProductField.PRICE, "1,30");
        shop.send(shopper, stale);
        var answer = shop.lastAnswer(shopper);
        assertThat(answer.path("changes").toString())
                .isEqualTo("[{\"what\":\"price\",\"line\":0,\"was\":\"120\",\"now\":\"130\"}]");
        assertThat(answer.path("total").intValue()).isEqualTo(850);

        var agreed = shopper.word(1, "agree", shop.clock.instant()).put("answer", 1);
        shop.say(shopper, agreed);
        assertThat(shop.lastAnswer(shopper).path("state").stringValue()).isEqualTo("received");
        shop.desk.accept(shopper.id(), List.of(), "");
        assertThat(shop.lastAnswer(shopper).path("total").intValue()).isEqualTo(850);
    }

    @Test
    void anotherDescriptionOfTheSamePriceIsNoChange() throws Exception {
        var stale = breakfast();
        change(croissant, ProductField.DESCRIPTION, "Pur beurre");
        shop.send(shopper, stale);
        assertThat(shop.lastAnswer(shopper).path("state").stringValue()).isEqualTo("received");
    }

    @Test
    void whatIsGoneOrTooFewIsOffered() throws Exception {
        shop.send(shopper, shop.order(shopper, 2_360, wish(sandwich, 4)));
        var answer = shop.lastAnswer(shopper);
        assertThat(answer.path("changes").toString())
                .isEqualTo("[{\"what\":\"stock\",\"line\":0,\"was\":\"4\",\"now\":\"3\"}]");
        assertThat(answer.path("total").intValue()).isEqualTo(1_770);
        change(sandwich, ProductField.STATE, "withdrawn");
        var other = new FakeShopper();
        shop.send(other, shop.order(other, 590, wish(sandwich, 1)));
        assertThat(shop.lastAnswer(other).path("changes").get(0).path("what").stringValue())
                .isEqualTo("gone");
    }

    @Test
    void theSamePieceIsNotPromisedToTwoLinesOfOneOrder() throws Exception {
        shop.send(shopper, shop.order(shopper, 2_360, wish(sandwich, 2), wish(sandwich, 2)));
        assertThat(shop.lastAnswer(shopper).path("changes").toString())
                .isEqualTo("[{\"what\":\"stock\",\"line\":1,\"was\":\"2\",\"now\":\"1\"}]");
    }

    @Test
    void aSlotThatIsNoneIsAnsweredChanged() throws Exception {
        var order = breakfast();
        ((ObjectNode) order.path("fulfilment"))
                .put("from", "2026-11-24T02:00:00Z")
                .put("to", "2026-11-24T02:15:00Z");
        shop.send(shopper, order);
        assertThat(shop.lastAnswer(shopper).path("changes").toString()).isEqualTo("[{\"what\":\"slot\"}]");
    }

    @Test
    void outOfTheZoneNothingIsBrought() throws Exception {
        var order = shop.delivered(shopper, 1_130, wish(croissant, 2), wish(sandwich, 1));
        ((ObjectNode) order.path("fulfilment").path("address")).put("postalCode", "75001");
        shop.send(shopper, order);
        assertThat(shop.lastAnswer(shopper).path("changes").toString()).isEqualTo("[{\"what\":\"area\"}]");
    }

    @Test
    void aPartIsAcceptedByLine() throws Exception {
        shop.send(shopper, breakfast());
        shop.desk.accept(shopper.id(), List.of(1L, 0L), "Plus de sandwich");
        var answer = shop.lastAnswer(shopper);
        assertThat(answer.path("total").intValue()).isEqualTo(120);
        assertThat(answer.path("lines").get(1).path("accepted").intValue()).isZero();
        assertThat(shop.stock(sandwich.key())).isEqualTo(3);
        assertThatThrownBy(() -> shop.desk.accept(shopper.id(), List.of(), "")).isInstanceOf(Rejected.class);
    }

    @Test
    void ofTwoOrdersForTheLastPieceOneWinsAndTheOtherIsRefusedInWords() {
        change(sandwich, ProductField.STOCK, "1");
        var other = new FakeShopper();
        shop.send(shopper, shop.order(shopper, 590, wish(sandwich, 1)));
        shop.send(other, shop.order(other, 590, wish(sandwich, 1)));
        shop.desk.accept(shopper.id(), List.of(), "");
        assertThatThrownBy(() -> shop.desk.accept(other.id(), List.of(), "")).hasMessageContaining("stock-too-small");
        assertThat(shop.of(other).state()).isEqualTo(OrderState.RECEIVED);
        shop.desk.cancel(shopper.id(), "Désolée");
        assertThat(shop.stock(sandwich.key())).as("what was set aside is back").isEqualTo(1);
    }

    @Test
    void byItselfTheLastPieceIsSoldOnceAmongTwenty() throws Exception {
        new OrderSettings(shop.settings).acceptByItself(true, 1_000, 1_000, 100_000);
        change(sandwich, ProductField.STOCK, "1");
        var shoppers =
                java.util.stream.Stream.generate(FakeShopper::new).limit(20).toList();
        var barrier = new CyclicBarrier(shoppers.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = threads.invokeAll(shoppers.stream()
                    .<Callable<Object>>map(one -> () -> {
                        var order = shop.order(one, 590, wish(sandwich, 1));
                        barrier.await();
                        return shop.send(one, order);
                    })
                    .toList());
            for (var future : sent) {
                future.get();
            }
        }
        assertThat(shop.desk.in(List.of(OrderState.ACCEPTED))).hasSize(1);
        assertThat(shop.desk.in(List.of(OrderState.CHANGED))).hasSize(19);
        assertThat(shop.stock(sandwich.key())).isZero();
    }

    @Test
    void byItselfOnlySoManyAreAcceptedAnHour() {
        new OrderSettings(shop.settings).acceptByItself(true, 2, 2, 1_000);
        for (int i = 0; i < 3; i++) {
            var one = new FakeShopper();
            shop.send(one, shop.order(one, 120, wish(croissant, 1)));
        }
        assertThat(shop.desk.in(List.of(OrderState.ACCEPTED))).hasSize(2);
        shop.pass(Duration.ofMinutes(61));
        var later = new FakeShopper();
        shop.send(later, shop.order(later, 120, wish(croissant, 1)));
        assertThat(shop.of(later).state()).isEqualTo(OrderState.ACCEPTED);
        shop.send(shopper, shop.order(shopper, 1_080, wish(croissant, 9)));
        assertThat(shop.of(shopper).state()).as("too dear, and not there").isNotEqualTo(OrderState.ACCEPTED);
    }

    @Test
    void everythingIsThereAfterAStartAndAnswersGoOutOnce() throws Exception {
        shop.send(shopper, breakfast());
        shop.desk.accept(shopper.id(), List.of(), "");
        reopen();
        assertThat(shop.lastAnswer(shopper).path("state").stringValue()).isEqualTo("accepted");
        assertThat(shop.answers).hasSize(2);
        shop.answering.catchUp();
        assertThat(shop.answers).hasSize(2);
        sameFromTheJournal();
        assertThat(shop.desk.person(shop.of(shopper)).orElseThrow().contact().name())
                .isEqualTo("Agnès Martin");
    }

    @Test
    void whatIsPersonalIsGoneThirtyDaysAfterTheEnd() {
        shop.send(shopper, breakfast());
        shop.desk.accept(shopper.id(), List.of(), "");
        shop.desk.complete(shopper.id());
        shop.pass(Duration.ofDays(29));
        assertThat(shop.desk.forget()).isZero();
        shop.pass(Duration.ofDays(2));
        assertThat(shop.desk.forget()).isEqualTo(1);
        assertThat(shop.of(shopper).erased()).isTrue();
        assertThat(shop.desk.person(shop.of(shopper))).isEmpty();
        assertThat(shop.of(shopper).lines())
                .as("what was sold stays in the books")
                .hasSize(2);
        assertThat(shop.desk.forget()).isZero();
    }

    @Test
    void whoPaysByTransferIsTheAccountToldOnceItIsAccepted() throws Exception {
        shop.shop.set(Map.of(
                ShopField.TRANSFER_HOLDER,
                "Boulangerie du Pont",
                ShopField.TRANSFER_IBAN,
                "FR1420041010050500013M02606"));
        shop.publish();
        shop.send(shopper, breakfast().put("payment", "transfer"));
        assertThat(shop.lastAnswer(shopper).has("transfer"))
                .as("nothing is owed yet")
                .isFalse();
        shop.desk.accept(shopper.id(), List.of(), "");
        var transfer = shop.lastAnswer(shopper).path("transfer");
        var reference = shop.of(shopper).reference();
        assertThat(transfer.path("reference").stringValue()).isEqualTo(reference);
        assertThat(transfer.path("epc").stringValue().lines())
                .containsExactly(
                        "BCD",
                        "002",
                        "1",
                        "SCT",
                        "",
                        "Boulangerie du Pont",
                        "FR1420041010050500013M02606",
                        "EUR8.30",
                        "",
                        "",
                        reference);
    }

    @Test
    void whoCannotPaySoIsToldThatTheTermsAreOthers() throws Exception {
        shop.send(shopper, breakfast().put("payment", "transfer"));
        assertThat(shop.lastAnswer(shopper).path("changes").toString()).isEqualTo("[{\"what\":\"terms\"}]");
    }
}
