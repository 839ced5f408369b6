package org.echoppe.domain;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An exact amount of money. 12.50 EUR is {@code new Money(1250, EUR)}; floating point is never used. */
public record Money(long minorUnits, Currency currency) implements Comparable<Money> {
    public static final Currency EUR = Currency.getInstance("EUR");

    /** Made once, since that takes longer than writing an amount; no thread writes with one that another has. */
    private static final Map<Written, NumberFormat> FORMATS = new ConcurrentHashMap<>();

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
        var format = FORMATS.computeIfAbsent(new Written(locale, currency), Written::format);
        return ((NumberFormat) format.clone()).format(amount());
    }

    /** How amounts of a currency are written in a language. */
    private record Written(Locale locale, Currency currency) {
        NumberFormat format() {
            var format = NumberFormat.getCurrencyInstance(locale);
            format.setCurrency(currency);
            int digits = Math.max(0, currency.getDefaultFractionDigits());
            format.setMinimumFractionDigits(digits);
            format.setMaximumFractionDigits(digits);
            return format;
        }
    }

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
