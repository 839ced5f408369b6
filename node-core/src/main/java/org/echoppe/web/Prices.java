package org.echoppe.web;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;
import org.echoppe.domain.Did;
import org.echoppe.domain.Money;
import org.echoppe.replicas.Listings;
import org.jspecify.annotations.Nullable;

/** Prices that somebody asks for: in which currency, and how much. */
final class Prices {
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,8}([.,]\\d{0,3})?");

    private Prices() {}

    /** The currency of that shop; without one, that of the shop with most to offer. */
    static Currency currency(Listings listings, @Nullable Did shop) {
        return listings.currency(shop).orElse(Money.EUR);
    }

    /** What a person types in major units: « 3,50 », 3.50, 3 €. Empty when it is no price. */
    static Optional<Money> typed(String text, Currency currency) {
        String plain = text.replaceAll("[\\s\\u00a0\\u202f€]", "");
        if (!AMOUNT.matcher(plain).matches()) {
            return Optional.empty();
        }
        var amount = new BigDecimal(plain.replace(',', '.'));
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        var minor = amount.movePointRight(digits);
        return minor.stripTrailingZeros().scale() > 0
                ? Optional.empty()
                : Optional.of(new Money(minor.longValueExact(), currency));
    }
}
