package org.echoppe.orders.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.echoppe.orders.rules.WithdrawalRight.Answer;
import org.echoppe.records.Withdrawal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WithdrawalRightTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Optional<Withdrawal> PERISHABLE = Optional.of(new Withdrawal(false, "Denrée périssable"));

    private final WithdrawalRight right = new WithdrawalRight(PARIS, "FR");

    @ParameterizedTest
    @CsvSource({
        // a Tuesday and the Tuesday after next
        "2026-11-24T10:00, 2026-12-08",
        // just before midnight in Paris is still that day
        "2026-11-24T23:59, 2026-12-08",
        // the fourteenth day is a Saturday
        "2026-11-21T10:00, 2026-12-07",
        // Christmas on a Friday, then a weekend
        "2026-12-11T10:00, 2026-12-28",
        // Easter Monday
        "2026-03-23T10:00, 2026-04-07",
        // Ascension, a Thursday
        "2026-04-30T10:00, 2026-05-15",
        // Whit Monday
        "2026-05-11T10:00, 2026-05-26",
    })
    void fourteenDaysEndWithAWorkingDayOfTheShop(String handedOver, LocalDate last) {
        var instant = java.time.LocalDateTime.parse(handedOver).atZone(PARIS).toInstant();
        assertThat(right.until(instant))
                .isEqualTo(last.plusDays(1).atStartOfDay(PARIS).toInstant().minusMillis(1));
    }

    @Test
    void elsewhereOnlyWeekendsMoveTheEnd() {
        var handedOver = Instant.parse("2026-12-11T10:00:00Z");
        assertThat(new WithdrawalRight(ZoneId.of("UTC"), "GB").until(handedOver))
                .isEqualTo(Instant.parse("2026-12-25T23:59:59.999Z"));
    }

    @Test
    void onTheTenthDayOneMayWithdrawAndAfterTheLastOneMayNot() {
        var handedOver = Instant.parse("2026-11-24T10:00:00Z");
        var last = right.until(handedOver);
        assertThat(right.of(Optional.empty(), Optional.of(handedOver), handedOver.plusSeconds(10 * 86_400)))
                .isEqualTo(new Answer.Open(Optional.of(last)));
        assertThat(right.of(Optional.empty(), Optional.of(handedOver), last))
                .isEqualTo(new Answer.Open(Optional.of(last)));
        assertThat(right.of(Optional.empty(), Optional.of(handedOver), last.plusMillis(1)))
                .isEqualTo(new Answer.Over(last));
    }

    @Test
    void whatWasSentInTimeCountsFromItsSendingWhereThatCanBeTrue() {
        var ordered = Instant.parse("2026-11-01T10:00:00Z");
        var arrived = Instant.parse("2026-12-20T10:00:00Z");
        var oldest = arrived.minus(WithdrawalRight.CARRIED);
        assertThat(WithdrawalRight.declared(oldest, ordered, arrived)).isEqualTo(oldest);
        assertThat(WithdrawalRight.declared(oldest.minusMillis(1), ordered, arrived))
                .as("on the road longer than an envelope is carried")
                .isEqualTo(arrived);
        assertThat(WithdrawalRight.declared(arrived, ordered, arrived)).isEqualTo(arrived);
        assertThat(WithdrawalRight.declared(arrived.plusMillis(1), ordered, arrived))
                .as("a clock that is ahead")
                .isEqualTo(arrived);
        assertThat(WithdrawalRight.declared(ordered, ordered, ordered.plusSeconds(60)))
                .isEqualTo(ordered);
        assertThat(WithdrawalRight.declared(ordered.minusMillis(1), ordered, ordered.plusSeconds(60)))
                .as("before there was an order")
                .isEqualTo(ordered.plusSeconds(60));
    }

    @Test
    void beforeHandingOverTheDaysDoNotRun() {
        assertThat(right.of(Optional.of(new Withdrawal(true, "")), Optional.empty(), Instant.EPOCH))
                .isEqualTo(new Answer.Open(Optional.empty()));
    }

    @Test
    void whatPerishesIsExcludedWithTheMerchantsReason() {
        assertThat(right.of(PERISHABLE, Optional.empty(), Instant.EPOCH))
                .isEqualTo(new Answer.Excluded("Denrée périssable"));
    }

    @ParameterizedTest
    @CsvSource({"2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25", "2285-03-22"})
    void easterIsWhereTheChurchesHaveIt(LocalDate sunday) {
        assertThat(WorkingDays.easter(sunday.getYear())).isEqualTo(sunday);
    }
}
