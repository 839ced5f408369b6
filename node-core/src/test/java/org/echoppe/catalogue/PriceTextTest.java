package org.echoppe.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.echoppe.domain.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTextTest {
    private static final List<Locale> PLACES = List.of(
            Locale.FRANCE,
            Locale.UK,
            Locale.US,
            Locale.GERMANY,
            Locale.ITALY,
            Locale.CANADA_FRENCH,
            Locale.of("fr", "CH"),
            Locale.of("de", "CH"),
            Locale.of("fr", "BE"),
            Locale.of("nl", "NL"),
            Locale.of("es", "ES"),
            Locale.of("pt", "PT"),
            Locale.of("sv", "SE"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4.35 | 435",
                "4,35 | 435",
                "4,35 € | 435",
                "€4.35 | 435",
                "EUR 4.35 | 435",
                "4,35 eur | 435",
                "4,35 euros | 435",
                "4€35 | 435",
                "1 234,50 | 123450",
                "1,234.50 | 123450",
                "1.234,50 | 123450",
                "1'234.50 | 123450",
                "1.234.567,00 | 123456700",
                "12 | 1200",
                "12,- | 1200",
                ",99 | 99",
                "0.5 | 50",
                "4.3500 | 435",
                "0 | 0",
                "1.234 | 123400"
            })
    void aPriceIsReadAsItIsWritten(String text, long cents) {
        assertThat(PriceText.parse(text, Money.EUR, ',')).contains(new Money(cents, Money.EUR));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "gratis", "4.355", "$4.35", "4,35 USD", "1,2,3", "1 23,50", "4..35", "4-5", "NaN", "1e3", "€"
            })
    void whatIsNoPriceIsNotGuessedAt(String text) {
        assertThat(PriceText.parse(text, Money.EUR, '.')).isEmpty();
    }

    @Test
    void whatTheTradeOfAPlaceWritesIsReadBackTheSame() {
        var random = new Random(20261122);
        var currencies = List.of("EUR", "USD", "GBP", "CHF", "SEK", "CAD", "JPY");
        for (int i = 0; i < 3_000; i++) {
            var currency = Currency.getInstance(currencies.get(random.nextInt(currencies.size())));
            var money = new Money(random.nextLong(1, 1L << random.nextInt(2, 33)), currency);
            var place = PLACES.get(random.nextInt(PLACES.size()));
            char decimal = java.text.DecimalFormatSymbols.getInstance(place).getMonetaryDecimalSeparator();
            String text = money.format(place);
            assertThat(PriceText.parse(text, currency, decimal))
                    .as("%s in %s", text, place)
                    .contains(money);
            assertThat(PriceText.parse(PriceText.plain(money), currency, decimal))
                    .contains(money);
        }
    }
}
