package org.echoppe.orders.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.echoppe.orders.desk.TestDesk.wish;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.echoppe.domain.OrderState;
import org.echoppe.domain.Rejected;
import org.junit.jupiter.api.Test;

/** The shopper goes back on it: in time or not, and what the law lets nobody give back. */
class WithdrawalTest extends Bakery {
    /** On which what was handed over today may still be given back. */
    private static final Instant LAST_DAY = Instant.parse("2026-12-07T20:00:00Z");

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

    @Test
    void aWithdrawalThatComesTwiceIsNotToldAsRefused() throws Exception {
        var novel = shop.product("Roman", "8,90", "stock", "2", "vat_rate", "5,5", "category", "Livres");
        var essay = shop.product("Essai", "12,50", "stock", "2", "vat_rate", "5,5", "category", "Livres");
        shop.send(shopper, shop.order(shopper, 2_140, wish(novel, 1), wish(essay, 1)));
        shop.desk.accept(shopper.id(), List.of(), "");
        shop.desk.complete(shopper.id());
        for (int word = 1; word <= 2; word++) {
            var said = shopper.word(word, "withdraw", shop.clock.instant());
            said.putArray("lines").add(0);
            shop.say(shopper, said);
        }
        assertThat(shop.desk.story(shopper.id()))
                .extracting(Happening::kind)
                .doesNotContain(Happening.Kind.WITHDRAWAL_REFUSED);
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
    void aWithdrawalThatIsRefusedIsReadAtTheShopAlsoWithoutAWord() throws Exception {
        shop.send(shopper, twoCroissants(shopper));
        shop.desk.accept(shopper.id(), List.of(), "");
        shop.desk.complete(shopper.id());
        assertThat(shop.of(shopper).row().seen()).isTrue();
        shop.say(shopper, shopper.word(1, "withdraw", shop.clock.instant()));
        assertThat(shop.of(shopper).row().seen()).isFalse();
        assertThat(shop.desk.story(shopper.id()).getLast().kind()).isEqualTo(Happening.Kind.WITHDRAWAL_REFUSED);
        shop.desk.look(shopper.id());
        assertThat(shop.of(shopper).row().seen()).isTrue();
    }

    @Test
    void whoWouldWithdrawFromAPartBeforeItIsAcceptedIsReadAtTheShop() throws Exception {
        shop.send(shopper, breakfast());
        shop.desk.look(shopper.id());
        var word = shopper.word(1, "withdraw", shop.clock.instant());
        word.putArray("lines").add(1);
        shop.say(shopper, word);
        assertThat(shop.of(shopper).row().seen()).isFalse();
        assertThat(shop.of(shopper).state()).isEqualTo(OrderState.RECEIVED);
        assertThat(told().path("state").stringValue()).isEqualTo("received");
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
        sameFromTheJournal();
    }
}
