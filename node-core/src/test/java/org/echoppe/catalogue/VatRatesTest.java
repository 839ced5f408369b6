package org.echoppe.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.List;
import org.echoppe.domain.Language;
import org.echoppe.domain.Money;
import org.junit.jupiter.api.Test;

/** What a form offers and reckons while it is being filled in. */
class VatRatesTest {
    private static final String COUNTRIES =
            "AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IT LT LU LV MT NL NO PL PT RO SE SI SK";

    @Test
    void everyCountryOfTheUnionAndItsNeighboursHasItsRates() {
        for (var country : COUNTRIES.split(" ")) {
            assertThat(VatRates.knows(country)).as(country).isTrue();
            assertThat(VatRates.of(country, '.'))
                    .allSatisfy(rate -> assertThat(PriceFields.basisPoints(rate, '.'))
                            .hasValueSatisfying(points -> assertThat(points).isBetween(0, 2_700)));
        }
        assertThat(VatRates.of("FR", ',')).isEqualTo(List.of("20", "10", "5,5", "2,1", "0"));
        assertThat(VatRates.of(" ch ", Language.EN)).startsWith("8.1").endsWith("0");
        assertThat(VatRates.of("US", ',')).as("no rate of another country").containsExactly("0");
        assertThat(VatRates.of("", ',')).as("none chosen").startsWith("20");
        assertThat(VatRates.countries()).containsExactly(COUNTRIES.split(" "));
    }

    @Test
    void theUnitPriceFollowsWhatIsTyped() {
        var euro = Currency.getInstance("EUR");
        assertThat(UnitPrice.of("3,90", "500 g", euro, Language.FR).map(UnitPrice::money))
                .contains(new Money(780, euro));
        assertThat(UnitPrice.of("3,9x", "500 g", euro, Language.FR)).isEmpty();
        assertThat(UnitPrice.of("3,90", "beaucoup", euro, Language.FR)).isEmpty();
        assertThat(UnitPrice.of("3,90", "1 piece", euro, Language.FR)).isEmpty();
    }
}
