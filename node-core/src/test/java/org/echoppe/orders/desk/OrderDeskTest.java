package org.echoppe.orders.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.echoppe.orders.desk.TestDesk.wish;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.echoppe.catalogue.Product;
import org.echoppe.catalogue.ProductDraft;
import org.echoppe.catalogue.ProductField;
import org.echoppe.catalogue.ShopField;
import org.echoppe.domain.Cid;
import org.echoppe.domain.OrderState;
import org.echoppe.domain.Rejected;
import org.echoppe.identity.ShopperWord;
import org.echoppe.orders.wire.Envelope;
import org.echoppe.orders.wire.FakeShopper;
import org.echoppe.repo.Ipld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class OrderDeskTest {
    /** On which what was handed over today may still be given back. */
    private static final Instant LAST_DAY = Instant.parse("2026-12-07T20:00:00Z");

    @TempDir
    Path home;

    private TestDesk shop;
    private Product croissant;
    private Product sandwich;
    private final FakeShopper shopper = new FakeShopper();

    @BeforeEach
    void open() {
        shop = new TestDesk(home);
        croissant = shop.product(
                "Croissant", "1,20", "stock", "10", "vat_rate", "5,5", "withdrawal", "excluded: Denrée périssable");
        sandwich = shop.product("Sandwich", "5,90", "stock", "3", "vat_rate", "10");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private ObjectNode breakfast() {
        return shop.order(shopper, 830, wish(croissant, 2), wish(sandwich, 1));
    }

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
    void fiveCopiesAreOneOrder() {
        var envelope = shopper.envelope(breakfast(), shop.identity.encryptionKey());
        for (int i = 0; i < 5; i++) {
            assertThat(shop.desk.receive(envelope, Optional.empty()).ends(envelope))
                    .isTrue();
        }
        shop.send(shopper, breakfast());
        shop.answering.catchUp();
        assertThat(shop.desk.newest(10)).hasSize(1);
        assertThat(shop.answers).hasSize(1);
        assertThat(shop.of(shopper).envelopes())
                .as("two envelopes of one order")
                .hasSize(2);
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
    void withdrawingOnTheTenthDayIsDatedAndOwedBackWithTheFee() throws Exception {
        var novel = shop.product("Roman", "8,90", "stock", "2", "vat_rate", "5,5", "category", "Livres");
        var essay = shop.product("Essai", "12,50", "stock", "2", "vat_rate", "5,5", "category", "Livres");
        shop.send(shopper, shop.delivered(shopper, 2_440, wish(novel, 1), wish(essay, 1)));
        assertThat(shop.lastAnswer(shopper).path("total").intValue()).isEqualTo(2_440);
        shop.desk.accept(shopper.id(), List.of(), "");
        shop.desk.ship(shopper.id());
        shop.desk.complete(shopper.id());
        shop.pass(Duration.ofDays(10));
        shop.say(shopper, shopper.word(1, "withdraw", shop.clock.instant()));
        var answer = shop.lastAnswer(shopper);
        assertThat(answer.path("state").stringValue()).isEqualTo("withdrawn");
        assertThat(answer.path("refund").path("amount").intValue()).isEqualTo(2_440);
        assertThat(answer.path("withdrawal").path("at").stringValue()).isEqualTo("2026-12-03T07:00:00Z");
        assertThat(answer.path("withdrawal").path("lines").toString()).isEqualTo("[0,1]");
        shop.desk.refund(shopper.id(), "");
        assertThat(shop.of(shopper).state()).isEqualTo(OrderState.REFUNDED);
        assertThatThrownBy(() -> shop.desk.refund(shopper.id(), "")).isInstanceOf(Rejected.class);
    }

    @Test
    void aWithdrawalSentOnTheLastDayIsGrantedThoughItWaitedInAMailbox() throws Exception {
        handOverANovel();
        shop.pass(Duration.ofDays(20));
        shop.say(shopper, shopper.word(1, "withdraw", LAST_DAY));
        var answer = shop.lastAnswer(shopper);
        assertThat(answer.path("state").stringValue()).isEqualTo("withdrawn");
        assertThat(answer.path("refund").path("amount").intValue()).isEqualTo(890);
    }

    @Test
    void aWithdrawalSentTooLateOrSaidToBeOlderThanItCanBeIsRefused() throws Exception {
        handOverANovel();
        shop.pass(Duration.ofDays(20));
        shop.say(shopper, shopper.word(1, "withdraw", LAST_DAY.plus(Duration.ofDays(1))));
        assertThat(refusal()).isEqualTo("2026-12-07T22:59:59.999Z");
        shop.say(shopper, shopper.word(2, "withdraw", shop.clock.instant().plusSeconds(60)));
        assertThat(refusal()).isEqualTo("2026-12-07T22:59:59.999Z");
        shop.pass(Duration.ofDays(25));
        shop.say(shopper, shopper.word(3, "withdraw", LAST_DAY));
        assertThat(refusal()).isEqualTo("2026-12-07T22:59:59.999Z");
        assertThat(shop.lastAnswer(shopper).path("number").intValue()).isEqualTo(6);
        assertThat(shop.of(shopper).state()).isEqualTo(OrderState.COMPLETED);
    }

    /** Today, so that it may be given back until the seventh of December. */
    private void handOverANovel() {
        var novel = shop.product("Roman", "8,90", "stock", "2", "vat_rate", "5,5", "category", "Livres");
        shop.send(shopper, shop.order(shopper, 890, wish(novel, 1)));
        shop.desk.accept(shopper.id(), List.of(), "");
        shop.desk.complete(shopper.id());
    }

    private String refusal() throws Exception {
        return shop.lastAnswer(shopper)
                .path("withdrawal")
                .path("refused")
                .get(0)
                .path("reason")
                .stringValue();
    }

    @Test
    void whatPerishesIsRefusedWithItsReason() throws Exception {
        shop.send(shopper, shop.order(shopper, 240, wish(croissant, 2)));
        shop.desk.accept(shopper.id(), List.of(), "");
        shop.desk.complete(shopper.id());
        shop.say(shopper, shopper.word(1, "withdraw", shop.clock.instant()));
        var answer = shop.lastAnswer(shopper);
        assertThat(answer.path("state").stringValue()).isEqualTo("completed");
        assertThat(answer.path("withdrawal")
                        .path("refused")
                        .get(0)
                        .path("reason")
                        .stringValue())
                .isEqualTo("Denrée périssable");
        assertThat(answer.path("refund").path("amount").intValue()).isZero();
    }

    @Test
    void onlyWhoOrderedSpeaksOfAnOrderAndEachWordIsHeardOnce() throws Exception {
        shop.send(shopper, breakfast());
        var stranger = new FakeShopper();
        var forged = stranger.word(1, "cancel", shop.clock.instant())
                .put("order", shopper.id().value());
        shop.say(stranger, forged);
        assertThat(shop.of(shopper).state()).isEqualTo(OrderState.RECEIVED);
        shop.say(shopper, shopper.word(1, "cancel", shop.clock.instant()));
        shop.say(shopper, shopper.word(1, "cancel", shop.clock.instant()));
        assertThat(shop.of(shopper).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(shop.lastAnswer(shopper).path("number").intValue()).isEqualTo(2);
    }

    @Test
    void aWithdrawalThatALaterMessageOvertookIsHeardOnce() throws Exception {
        handOverANovel();
        shop.say(shopper, shopper.word(200, "message", shop.clock.instant()).put("text", "Bien arrivé."));
        for (int i = 0; i < 3; i++) {
            shop.say(shopper, shopper.word(100, "withdraw", shop.clock.instant()));
        }
        assertThat(shop.lastAnswer(shopper).path("state").stringValue()).isEqualTo("withdrawn");
        assertThat(shop.lastAnswer(shopper).path("number").intValue()).isEqualTo(4);
        long end = shop.ledger.end().sequence();
        shop.say(shopper, shopper.word(200, "message", shop.clock.instant()).put("text", "Bien arrivé."));
        assertThat(shop.ledger.end().sequence()).isEqualTo(end);
        var before = new org.echoppe.store.LedgerStore(shop.database).contents();
        shop.ledger.rebuild();
        assertThat(new org.echoppe.store.LedgerStore(shop.database).contents()).isEqualTo(before);
    }

    @Test
    void soManyWordsAreKnownOneByOneAndOfOlderJournalsAllUpToTheLast() {
        shop.send(shopper, breakfast());
        var order = shop.of(shopper);
        for (int i = 1; i <= ShopOrder.MOST_HEARD + 1; i++) {
            order = order.with(new Ipld.Fields(order.hearing(2L * i)));
        }
        assertThat(order.hasHeard(1)).as("older than all that are known").isTrue();
        assertThat(order.hasHeard(3)).isFalse();
        assertThat(order.hasHeard(4)).isTrue();
        assertThat(order.hasHeard(203)).isFalse();
        var older = shop.of(shopper).with(new Ipld.Fields(Map.of("words", new Ipld.Int(9))));
        older = older.with(new Ipld.Fields(older.hearing(12)));
        assertThat(older.hasHeard(9)).isTrue();
        assertThat(older.hasHeard(10)).isFalse();
        assertThat(older.hasHeard(12)).isTrue();
    }

    @Test
    void anEnvelopeThatNobodyCanReadHasArrivedAndIsNothing() {
        var sealedToAnother =
                shopper.envelope(breakfast(), new FakeShopper().key().did());
        assertThat(shop.desk.receive(sealedToAnother, Optional.empty()).ends(sealedToAnother))
                .isTrue();
        assertThat(shop.desk.newest(10)).isEmpty();
    }

    @Test
    void whatSomebodySendsUnderTheIdOfAnEnvelopeKeepsNoOrderAway() {
        var envelope = shopper.envelope(breakfast(), shop.identity.encryptionKey());
        var rubbish = under(
                envelope,
                shopper.envelope(breakfast(), new FakeShopper().key().did()).jwe());
        var receipt = shop.desk.receive(rubbish, Optional.empty());
        assertThat(receipt.ends(rubbish)).isTrue();
        assertThat(receipt.ends(envelope)).isFalse();
        var other = new FakeShopper();
        var theirs = shop.order(other, 120, wish(croissant, 1));
        shop.desk.receive(
                under(
                        envelope,
                        other.envelope(theirs, shop.identity.encryptionKey()).jwe()),
                Optional.empty());
        for (int i = 0; i < 5; i++) {
            assertThat(shop.desk.receive(envelope, Optional.empty()).ends(envelope))
                    .isTrue();
        }
        shop.answering.catchUp();
        assertThat(shop.desk.newest(10)).extracting(ShopOrder::id).containsExactlyInAnyOrder(shopper.id(), other.id());
        assertThat(shop.answers).hasSize(2);
        assertThat(shop.of(shopper).envelopes()).hasSize(1);
        var before = new org.echoppe.store.LedgerStore(shop.database).contents();
        shop.ledger.rebuild();
        assertThat(new org.echoppe.store.LedgerStore(shop.database).contents()).isEqualTo(before);
    }

    @Test
    void aLaterWordIsHeardThoughItsIdWasUsedBefore() {
        var envelope = shopper.envelope(breakfast(), shop.identity.encryptionKey());
        shop.desk.receive(envelope, Optional.empty());
        var word = shopper.sign(shopper.word(1, "cancel", shop.clock.instant()), ShopperWord.WORD);
        var sealed = shopper.envelope(word, shop.identity.did().value(), shop.identity.encryptionKey());
        for (int i = 0; i < 5; i++) {
            shop.desk.receive(under(envelope, sealed.jwe()), Optional.empty());
        }
        shop.answering.catchUp();
        assertThat(shop.of(shopper).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(shop.answers).hasSize(2);
    }

    @Test
    void whatIsRewrittenOnTheOutsideOfAnEnvelopeLeavesTheOrderAsItIs() throws Exception {
        var envelope = shopper.envelope(breakfast(), shop.identity.encryptionKey());
        var rewritten = new Envelope(
                envelope.id(),
                envelope.to(),
                new FakeShopper().replyKey().thumbprint(),
                List.of(shop.identity.did()),
                envelope.jwe());
        assertThat(shop.desk.receive(rewritten, Optional.empty()).ends(envelope))
                .as("a receipt for the sealed part, so the order has to be there")
                .isTrue();
        assertThat(shop.desk.take(rewritten, Optional.empty()).reply())
                .isEqualTo(shopper.replyKey().thumbprint());
        shop.desk.receive(envelope, Optional.empty());
        assertThat(shop.lastAnswer(shopper).path("state").stringValue()).isEqualTo("received");
        assertThat(shop.answers).hasSize(1);
    }

    @Test
    void copiesUnderEverNewIdsMakeNeitherTheOrderNorTheJournalLonger() {
        for (int i = 0; i < Receiving.MOST_COPIES; i++) {
            shop.send(shopper, breakfast());
        }
        long end = shop.ledger.end().sequence();
        for (int i = 0; i < 5; i++) {
            shop.send(shopper, breakfast());
        }
        assertThat(shop.ledger.end().sequence()).isEqualTo(end);
        assertThat(shop.of(shopper).envelopes()).hasSize(Receiving.MOST_COPIES);
        var first = shop.of(shopper).envelopes().getFirst();
        for (int i = 1; i <= Receiving.MOST_ENVELOPES; i++) {
            shop.say(shopper, shopper.word(i, "message", shop.clock.instant()).put("text", "Encore une chose."));
        }
        assertThat(shop.of(shopper).hasHeard(Receiving.MOST_ENVELOPES)).isTrue();
        assertThat(shop.of(shopper).envelopes())
                .hasSize(Receiving.MOST_ENVELOPES)
                .startsWith(first);
    }

    private static Envelope under(Envelope seen, String jwe) {
        return new Envelope(seen.id(), seen.to(), seen.reply(), seen.replyAt(), jwe);
    }

    @Test
    void everythingIsThereAfterAStartAndAnswersGoOutOnce() throws Exception {
        shop.send(shopper, breakfast());
        shop.desk.accept(shopper.id(), List.of(), "");
        shop.close();
        shop = new TestDesk(home);
        assertThat(shop.lastAnswer(shopper).path("state").stringValue()).isEqualTo("accepted");
        assertThat(shop.answers).hasSize(2);
        shop.answering.catchUp();
        assertThat(shop.answers).hasSize(2);
        var before = new org.echoppe.store.LedgerStore(shop.database).contents();
        shop.ledger.rebuild();
        assertThat(new org.echoppe.store.LedgerStore(shop.database).contents())
                .as("made again from the journal")
                .isEqualTo(before);
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

    @Test
    void theShopperIsToldThatSomebodyReadItAlsoWhenItWasAnsweredByItself() {
        shop.send(shopper, shop.order(shopper, 730, wish(croissant, 2), wish(sandwich, 1)));
        assertThat(shop.of(shopper).state()).isEqualTo(OrderState.CHANGED);
        shop.desk.look(shopper.id());
        shop.desk.look(shopper.id());
        shop.answering.catchUp();
        assertThat(shop.receipts).hasSize(1);
        assertThat(shop.receipts.getFirst().read()).isTrue();
    }

    private void change(Product product, ProductField field, String text) {
        shop.catalogue.change(product.key(), ProductDraft.EMPTY.with(field, text));
        shop.publish();
    }
}
