package org.echoppe.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MoneyTest {
    private static final Currency YEN = Currency.getInstance("JPY");
    private static final Currency DINAR = Currency.getInstance("TND");

    @Test
    void sumsAreExact() {
        var tenCents = euros(10);
        assertThat(tenCents.plus(tenCents).plus(tenCents)).isEqualTo(euros(30));
        assertThat(euros(435).times(3)).isEqualTo(euros(1305));
        assertThat(euros(435).times(0)).isEqualTo(euros(0));
    }

    @Test
    void pastWhatALongHoldsIsAnErrorAndNotAnotherAmount() {
        assertThatThrownBy(() -> euros(Long.MAX_VALUE).plus(euros(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> euros(Long.MAX_VALUE / 2 + 1).times(2)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void twoCurrenciesAreNeverMixed() {
        var yen = new Money(10, YEN);
        assertThatThrownBy(() -> euros(10).plus(yen)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> euros(10).compareTo(yen)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void eachCurrencyHasItsDigits() {
        assertThat(euros(1250).amount()).isEqualTo(new BigDecimal("12.50"));
        assertThat(new Money(1250, YEN).amount()).isEqualTo(new BigDecimal("1250"));
        assertThat(new Money(1250, DINAR).amount()).isEqualTo(new BigDecimal("1.250"));
    }

    @Test
    void itIsWrittenAsPeopleWriteIt() {
        assertThat(euros(123_450).format(Locale.FRANCE)).isEqualTo("1\u202f234,50\u00a0€");
        assertThat(euros(123_450).format(Locale.UK)).isEqualTo("€1,234.50");
        assertThat(new Money(1250, YEN).format(Locale.UK)).isEqualTo("JP¥1,250");
    }

    @Test
    void itIsWrittenLetterByLetterAsTheJdkWritesIt() {
        var random = new Random(7);
        for (var currency : List.of(Money.EUR, YEN, DINAR, Currency.getInstance("CHF"), Currency.getInstance("USD"))) {
            for (var locale : List.of(Locale.FRANCE, Locale.UK, Locale.US, Locale.GERMANY)) {
                var format = NumberFormat.getCurrencyInstance(locale);
                format.setCurrency(currency);
                format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
                format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
                for (int i = 0; i < 200; i++) {
                    long amount = i < 12 ? i : random.nextLong() >> random.nextInt(62);
                    var money = new Money(amount, currency);
                    assertThat(money.format(locale)).isEqualTo(format.format(money.amount()));
                }
                var least = new Money(Long.MIN_VALUE, currency);
                assertThat(least.format(locale)).isEqualTo(format.format(least.amount()));
            }
        }
    }

    @Test
    void lessIsLess() {
        assertThat(euros(-1)).isLessThan(euros(0));
        assertThat(euros(2)).isGreaterThan(euros(1));
    }

    private static Money euros(long cents) {
        return new Money(cents, Money.EUR);
    }
}
