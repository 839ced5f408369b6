package org.echoppe.orders.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.echoppe.domain.OrderState;
import org.echoppe.domain.Rejected;
import org.echoppe.orders.OrderStep;
import org.echoppe.orders.wire.FakeShopper;
import org.echoppe.store.LedgerStore;
import org.junit.jupiter.api.Test;

/** What was said of an order that came later, or never. */
class EarlyWordsTest extends Bakery {
    private void order() {
        shop.send(shopper, twoCroissants(shopper));
    }

    private void cancel() {
        shop.say(shopper, shopper.word(7, "cancel", shop.clock.instant()).put("text", "Finalement non."));
    }

    /** Keys of early words that can still be read. */
    private int readable() {
        return new LedgerStore(shop.database)
                .unerased(List.of(OrderStep.EARLY), shop.clock.instant().plusSeconds(1))
                .size();
    }

    @Test
    void aCancellationThatComesBeforeItsOrderIsHeardWhenTheOrderComesAlsoAfterAStart() throws Exception {
        cancel();
        cancel();
        assertThat(shop.desk.newest(10)).isEmpty();
        assertThat(readable()).as("once, however often it comes").isEqualTo(1);
        reopen();
        new OrderSettings(shop.settings).acceptByItself(true, 10, 10, 1_000);
        order();
        assertThat(shop.of(shopper).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(shop.lastAnswer(shopper).path("number").intValue()).isEqualTo(1);
        assertThat(shop.stock(croissant.key())).isEqualTo(10);
        assertThat(readable()).as("the words are the order's now").isZero();
        assertThat(shop.desk.story(shopper.id())).extracting(Happening::words).containsExactly("", "Finalement non.");
        assertThat(shop.of(shopper).envelopes())
                .as("each is told when it is read")
                .hasSize(2);
        cancel();
        assertThat(shop.desk.story(shopper.id())).hasSize(2);
        var before = new LedgerStore(shop.database).contents();
        shop.ledger.rebuild();
        assertThat(new LedgerStore(shop.database).contents()).isEqualTo(before);
    }

    @Test
    void wordsAreHeardInTheirOrderAndThoseOfAnybodyElseNever() throws Exception {
        shop.say(shopper, shopper.word(9, "message", shop.clock.instant()).put("text", "Bien cuits"));
        shop.say(shopper, shopper.word(8, "message", shop.clock.instant()).put("text", "Bonjour"));
        var stranger = new FakeShopper();
        shop.say(
                stranger,
                stranger.word(1, "cancel", shop.clock.instant())
                        .put("order", shopper.id().value()));
        order();
        assertThat(shop.lastAnswer(shopper).path("state").stringValue()).isEqualTo("received");
        assertThat(shop.desk.story(shopper.id()))
                .extracting(Happening::words)
                .containsExactly("", "Bonjour", "Bien cuits");
        assertThat(readable()).isZero();
    }

    @Test
    void soManyAreKeptAndWhatFindsNoRoomComesAgain() {
        for (int i = 1; i <= EarlyWords.OF_ORDER; i++) {
            shop.say(shopper, shopper.word(i, "message", shop.clock.instant()).put("text", "Bonjour"));
        }
        var cancel = shopper.word(9, "cancel", shop.clock.instant());
        assertThatThrownBy(() -> shop.say(shopper, cancel))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("mail-full");
        order();
        shop.say(shopper, cancel);
        assertThat(shop.of(shopper).state()).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void strangersTakeNobodysRoomNorDoWordsThatWereForgotten() {
        for (int i = 1; i <= EarlyWords.OF_ORDER; i++) {
            var stranger = new FakeShopper();
            shop.say(
                    stranger,
                    stranger.word(i, "cancel", shop.clock.instant())
                            .put("order", shopper.id().value()));
            shop.say(shopper, shopper.word(i, "message", shop.clock.instant()).put("text", "Bonjour"));
        }
        shop.pass(Duration.ofDays(32));
        shop.desk.forget();
        cancel();
        order();
        assertThat(shop.of(shopper).state()).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void aWithdrawalFromAllOfAnOrderThatIsNotAcceptedCancelsItAndIsAcknowledged() throws Exception {
        new OrderSettings(shop.settings).acceptByItself(true, 10, 10, 1_000);
        shop.say(shopper, shopper.word(7, "withdraw", shop.clock.instant()));
        order();
        assertThat(shop.of(shopper).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(shop.lastAnswer(shopper).path("number").intValue()).isEqualTo(1);
        assertThat(shop.lastAnswer(shopper).path("withdrawal").path("lines").toString())
                .isEqualTo("[0]");
        assertThat(shop.stock(croissant.key())).isEqualTo(10);
    }

    @Test
    void whatIsSaidOfAnOrderThatNeverComesCannotBeReadAfterAMonth() {
        cancel();
        shop.pass(Duration.ofDays(30));
        shop.desk.forget();
        assertThat(readable()).isEqualTo(1);
        shop.pass(Duration.ofDays(2));
        shop.desk.forget();
        assertThat(readable()).isZero();
    }

    @Test
    void anOrderThatIsTakenInTheSameBatchAsAWordBeforeItHearsIt() {
        var held = new CountDownLatch(1);
        var first = waiting(() -> shop.ledger.run(turn -> {
            try {
                held.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return true;
        }));
        var word = waiting(this::cancel);
        var order = waiting(this::order);
        held.countDown();
        await().until(() -> !first.isAlive() && !word.isAlive() && !order.isAlive());
        assertThat(shop.of(shopper).state()).isEqualTo(OrderState.CANCELLED);
    }

    /** It stands in the ledger's queue, or is what the ledger is at, when this returns. */
    private static Thread waiting(Runnable work) {
        var thread = Thread.ofPlatform().start(work);
        await().until(() -> thread.getState() == Thread.State.WAITING);
        return thread;
    }
}
