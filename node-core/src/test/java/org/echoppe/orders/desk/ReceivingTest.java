package org.echoppe.orders.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.echoppe.orders.desk.TestDesk.wish;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.echoppe.domain.OrderState;
import org.echoppe.identity.ShopperWord;
import org.echoppe.orders.wire.Envelope;
import org.echoppe.orders.wire.FakeShopper;
import org.echoppe.repo.Ipld;
import org.junit.jupiter.api.Test;

/** Envelopes: again, altered, of somebody else, in another order. */
class ReceivingTest extends Bakery {
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
        sameFromTheJournal();
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
    void theShopperIsToldThatSomebodyReadItAlsoWhenItWasAnsweredByItself() {
        shop.send(shopper, shop.order(shopper, 730, wish(croissant, 2), wish(sandwich, 1)));
        assertThat(shop.of(shopper).state()).isEqualTo(OrderState.CHANGED);
        shop.desk.look(shopper.id());
        shop.desk.look(shopper.id());
        shop.answering.catchUp();
        assertThat(shop.receipts).hasSize(1);
        assertThat(shop.receipts.getFirst().read()).isTrue();
    }
}
