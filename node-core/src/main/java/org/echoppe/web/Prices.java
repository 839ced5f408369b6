package org.echoppe.web;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.echoppe.domain.Did;
import org.echoppe.domain.Money;
import org.echoppe.replicas.Listings;
import org.jspecify.annotations.Nullable;

/** Prices that somebody asks for: in which currency, and how much. */
final class Prices {
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,8}([.,]\\d{0,3})?");
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
    /** What people write beside a price; any other sign is another currency's. */
    private static final Map<String, String> SIGNS = Map.of("EUR", "€", "GBP", "£", "USD", "$");

    private Prices() {}

    /** The one asked for; else that of the shop; else that of most shops here, of which each has one voice. */
    static Currency currency(Listings listings, @Nullable Currency asked, @Nullable Did shop) {
        return asked != null ? asked : listings.currency(shop).orElse(Money.EUR);
    }

    /** The currency of three letters, ISO 4217; empty when there is none of that code. */
    static Optional<Currency> currency(String code) {
        try {
            String letters = code.toUpperCase(Locale.ROOT);
            return CODE.matcher(letters).matches() ? Optional.of(Currency.getInstance(letters)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What a person types in major units: « 3,50 », 3.50, 3 €. Empty when it is no price in that currency. */
    static Optional<Money> typed(String text, Currency currency) {
        String code = currency.getCurrencyCode();
        String plain = text.replaceAll("[\\s\\u00a0\\u202f]", "")
                .toUpperCase(Locale.ROOT)
                .replace(code, "")
                .replace(SIGNS.getOrDefault(code, code), "");
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
