package org.echoppe.domain;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An exact amount of money. 12.50 EUR is {@code new Money(1250, EUR)}; floating point is never used. */
public record Money(long minorUnits, Currency currency) implements Comparable<Money> {
    public static final Currency EUR = Currency.getInstance("EUR");

    private static final Map<Written, AmountForm> FORMS = new ConcurrentHashMap<>();

    /** @throws ArithmeticException past what a long holds */
    public Money plus(Money other) {
        same(other);
        return new Money(Math.addExact(minorUnits, other.minorUnits), currency);
    }

    /** @throws ArithmeticException past what a long holds */
    public Money times(long count) {
        return new Money(Math.multiplyExact(minorUnits, count), currency);
    }

    /** The amount in major units: 12.50 for 1250 cents. */
    public BigDecimal amount() {
        return BigDecimal.valueOf(minorUnits, Math.max(0, currency.getDefaultFractionDigits()));
    }

    /** As people write it: « 1 234,50 € » in French, €1,234.50 in English. */
    public String format(Locale locale) {
        return FORMS.computeIfAbsent(new Written(locale, currency), key -> AmountForm.of(key.locale, key.currency))
                .write(minorUnits);
    }

    private record Written(Locale locale, Currency currency) {}

    /** @throws IllegalArgumentException between two currencies */
    @Override
    public int compareTo(Money other) {
        same(other);
        return Long.compare(minorUnits, other.minorUnits);
    }

    private void same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("two currencies: " + currency + " and " + other.currency);
        }
    }
}
