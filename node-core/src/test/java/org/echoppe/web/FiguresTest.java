package org.echoppe.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Currency;
import java.util.OptionalInt;
import org.echoppe.domain.Language;
import org.echoppe.domain.Money;
import org.echoppe.records.Measure;
import org.echoppe.records.Price;
import org.echoppe.records.Unit;
import org.echoppe.web.view.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    private static final Figures FRENCH = new Figures(new Texts(Language.FR), FakeWeb.CLOCK);
    private static final Figures ENGLISH = new Figures(new Texts(Language.EN), FakeWeb.CLOCK);

    private static Price euros(long cents) {
        return new Price(new Money(cents, Money.EUR), OptionalInt.of(550), true);
    }

    @Test
    void aPriceIsWrittenAsTheLanguageDoes() {
        assertThat(FRENCH.price(euros(123_450)).amount()).isEqualTo("1\u202f234,50\u00a0€");
        assertThat(ENGLISH.price(euros(123_450)).amount()).isEqualTo("€1,234.50");
        var yen = new Price(new Money(1_500, Currency.getInstance("JPY")), OptionalInt.empty(), false);
        assertThat(ENGLISH.price(yen).amount()).contains("1,500").doesNotContain(".");
        assertThat(ENGLISH.price(yen).plus()).isEqualTo("plus VAT");
        assertThat(ENGLISH.price(yen).vat()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "390, 500, KG, '7,80 €/kg'",
        "100, 3000, KG, '0,33 €/kg'",
        "200, 3000, L, '0,67 €/l'",
        "1000, 6000, PIECE, '1,67 €/pièce'",
        "390, 1000, PIECE, ''",
        "390, 1000, KG, '3,90 €/kg'",
        "1, 1, M2, '10,00 €/m²'",
    })
    void theUnitPriceIsThatOfOneUnitRoundedToACoin(long cents, long thousandths, Unit unit, String written) {
        var price = FRENCH.price(euros(cents), new Measure(thousandths, unit));
        assertThat(price.unit().replace('\u00a0', ' ').replace('\u202f', ' ')).isEqualTo(written);
    }

    @Test
    void whatIsSoldByWeightIsPricedByTheUnitAlone() {
        var price = FRENCH.loose(euros(240), new Measure(100, Unit.KG));
        assertThat(price.amount().replace('\u00a0', ' ')).isEqualTo("24,00 €/kg");
        assertThat(price.unit()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "-90, à l’instant",
        "30, à l’instant",
        "180, il y a 3 min",
        "7200, il y a 2 h",
        "180000, il y a 2 jours",
    })
    void anAgeIsAsRoughAsPeopleSayIt(long seconds, String words) {
        assertThat(FRENCH.ago(FakeWeb.NOW.minusSeconds(seconds)).replace('\u00a0', ' '))
                .isEqualTo(words);
    }

    @Test
    void anAbsenceBeganAtATimeOrOnADay() {
        assertThat(FRENCH.since(FakeWeb.NOW.minus(Duration.ofMinutes(10)))).isEqualTo("depuis 10\u00a0h\u00a005");
        assertThat(FRENCH.since(FakeWeb.NOW.minus(Duration.ofDays(18)))).isEqualTo("depuis le 1er novembre");
        assertThat(ENGLISH.since(FakeWeb.NOW.minus(Duration.ofDays(400)))).isEqualTo("since 15 October 2025");
    }

    @ParameterizedTest
    @CsvSource({
        "3, 300",
        "'3,5', 350",
        "3.50, 350",
        "'3,50 €', 350",
        "'1 234,50', 123450",
        "'3,505',",
        "-1,",
        "abc,",
        "'',",
        "1e9,",
    })
    void aTypedPriceIsUnderstoodOrNot(String typed, @org.jspecify.annotations.Nullable Long cents) {
        assertThat(Prices.typed(typed, Money.EUR).map(Money::minorUnits).orElse(null))
                .isEqualTo(cents);
    }
}
