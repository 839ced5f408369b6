package org.echoppe.catalogue;

import java.util.Currency;
import java.util.Optional;
import org.echoppe.domain.Language;
import org.echoppe.domain.Money;
import org.echoppe.records.Unit;

/** What a kilo, a litre … of a product costs, while its form is still being filled in. */
public record UnitPrice(Money money, Unit unit) {
    /** Empty where price or quantity are missing or not readable, and for a single piece. */
    public static Optional<UnitPrice> of(String price, String quantity, Currency currency, Language language) {
        char decimal = language == Language.EN ? '.' : ',';
        return PriceText.parse(price, currency, decimal)
                .filter(money -> money.minorUnits() >= 0)
                .flatMap(money -> QuantityText.parse(quantity)
                        .flatMap(measure -> measure.unitPrice(money).map(each -> new UnitPrice(each, measure.unit()))));
    }

    /** A price as typed; empty while it is none. */
    public static Optional<Money> price(String text, Currency currency, Language language) {
        return PriceText.parse(text, currency, language == Language.EN ? '.' : ',');
    }
}
