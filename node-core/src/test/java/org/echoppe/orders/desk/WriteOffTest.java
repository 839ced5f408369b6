package org.echoppe.orders.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.echoppe.orders.desk.TestDesk.wish;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.echoppe.catalogue.ShopField;
import org.echoppe.domain.OrderState;
import org.echoppe.orders.wire.FakeShopper;
import org.echoppe.store.OlderRows;
import org.echoppe.store.OrderStore;
import org.junit.jupiter.api.Test;

/** An order that was handed over, and whose transfer never comes. */
class WriteOffTest extends Bookshop {
    private static final Duration MONTH = Duration.ofDays(31);

    @Test
    void whatNobodyWaitsForAnyMoreIsForgottenInTimeAndItsInvoiceStays() throws Exception {
        handOverUnpaid();
        byte[] invoice = shop.papers.invoice(shopper.id()).orElseThrow();
        assertThat(shop.desk.tally().toCollect()).isEqualTo(1);
        assertThat(shop.desk.awaiting()).extracting(ShopOrder::id).containsExactly(shopper.id());
        shop.pass(MONTH.multipliedBy(2));
        assertThat(shop.desk.forget()).as("who owes money is known").isZero();
        told();
        int answers = shop.answers.size();

        shop.desk.writeOff(shopper.id());
        var order = shop.of(shopper);
        assertThat(order.writtenOff()).isTrue();
        assertThat(order.paid()).isFalse();
        assertThat(order.due().minorUnits()).as("it is owed all the same").isEqualTo(2_140);
        assertThat(order.creditNotes()).as("its VAT is as it was").isEmpty();
        assertThat(ToDo.of(order)).isEqualTo(ToDo.NOTHING);
        assertThat(shop.desk.tally().toCollect()).isZero();
        assertThat(shop.desk.awaiting()).isEmpty();
        told();
        assertThat(shop.answers).as("the shopper is told nothing").hasSize(answers);

        assertThat(shop.desk.forget()).as("it may be taken back for a month").isZero();
        shop.pass(MONTH);
        assertThat(shop.desk.forget()).isEqualTo(1);
        assertThat(shop.of(shopper).erased()).isTrue();
        assertThat(shop.desk.person(shop.of(shopper))).isEmpty();
        assertThat(shop.papers.invoice(shopper.id()).orElseThrow()).isEqualTo(invoice);
        sameFromTheJournal();
    }

    @Test
    void itIsAwaitedAgainOrPaidAfterAll() throws Exception {
        handOverUnpaid();
        shop.desk.writeOff(shopper.id());
        shop.desk.say(shopper.id(), "Votre virement n’est pas arrivé.");
        assertThat(told().path("transfer").path("amount").intValue())
                .as("it is to be paid all the same")
                .isEqualTo(2_140);
        shop.desk.awaitAgain(shopper.id());
        assertThat(ToDo.of(shop.of(shopper))).isEqualTo(ToDo.COLLECT);
        assertThatThrownBy(() -> shop.desk.awaitAgain(shopper.id())).hasMessageContaining("transfer-not-written-off");
        shop.desk.writeOff(shopper.id());

        withdrawFrom(1, 1);
        assertThat(told().path("transfer").path("amount").intValue()).isEqualTo(890);
        assertThat(shop.of(shopper).creditNotes()).hasSize(1);
        assertThat(shop.of(shopper).owed()).as("never paid, so never paid back").isZero();
        assertThat(shop.of(shopper).writtenOff()).isTrue();
        shop.desk.paid(shopper.id());
        assertThat(shop.of(shopper).paid()).isTrue();
        assertThat(shop.of(shopper).writtenOff()).isFalse();
        assertThatThrownBy(() -> shop.desk.writeOff(shopper.id())).hasMessageContaining("transfer-not-awaited");
        assertThat(shop.desk.story(shopper.id()))
                .extracting(Happening::kind)
                .containsSubsequence(
                        Happening.Kind.WRITTEN_OFF,
                        Happening.Kind.AWAITED_AGAIN,
                        Happening.Kind.WRITTEN_OFF,
                        Happening.Kind.PAID);
        sameFromTheJournal();
    }

    @Test
    void whatAllCameBackOfWasReturnedUnpaidAndNeitherPaidNorWrittenOff() {
        handOverUnpaid();
        shop.desk.writeOff(shopper.id());
        shop.desk.takeBackLines(shopper.id(), List.of(0, 1), "Tout est revenu");
        var order = shop.of(shopper);
        assertThat(order.state()).isEqualTo(OrderState.COMPLETED);
        assertThat(order.writtenOff()).isFalse();
        assertThat(order.returnedUnpaid()).isTrue();
        assertThat(shop.of(handOverPaid()).returnedUnpaid()).isFalse();
    }

    @Test
    void onlyWhatWasHandedOverAndIsToBePaidByTransferIsWrittenOff() {
        acceptTransfer();
        assertThatThrownBy(() -> shop.desk.writeOff(shopper.id())).hasMessageContaining("transfer-not-awaited");
        var other = handOverPaid();
        assertThatThrownBy(() -> shop.desk.writeOff(other.id())).hasMessageContaining("transfer-not-awaited");
    }

    @Test
    void whatMayNotBeForgottenKeepsNothingElseFromBeing() {
        handOverUnpaid();
        shop.pass(Duration.ofDays(1));
        var paid = handOverPaid();
        shop.pass(MONTH);
        assertThat(new OrderStore(shop.database).settled(List.of("completed"), shop.clock.instant(), 1))
                .as("of those that may be, the first")
                .extracting(row -> row.id())
                .containsExactly(paid.id().value());
        assertThat(shop.desk.forget()).isEqualTo(1);
        assertThat(shop.of(shopper).erased()).isFalse();
    }

    @Test
    void theRowsOfAnOlderProgramAreReckonedAtTheStart() {
        handOverUnpaid();
        OlderRows.make(shop.database);
        assertThat(shop.desk.tally().toCollect()).isZero();
        shop.pass(MONTH);
        assertThat(shop.desk.forget())
                .as("of what nobody knows nothing is forgotten")
                .isZero();
        reopen();
        assertThat(shop.desk.tally().toCollect()).isEqualTo(1);
        sameFromTheJournal();
    }

    @Test
    void textsThatAnOrderOfAnOlderProgramMayNameAreNotForgottenBeforeItIsReckoned() {
        handOverUnpaid();
        shop.shop.set(Map.of(ShopField.TERMS, "Tout autre chose."));
        shop.publish();
        OlderRows.make(shop.database);
        shop.pass(MONTH.multipliedBy(2));
        shop.desk.forget();
        reopen();
        assertThat(shop.desk.terms(shop.of(shopper))).isPresent();
    }

    private FakeShopper handOverPaid() {
        var other = new FakeShopper();
        shop.send(other, shop.order(other, 890, wish(novel, 1)));
        shop.desk.accept(other.id(), List.of(), "");
        shop.desk.complete(other.id());
        return other;
    }
}
