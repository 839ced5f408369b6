package org.echoppe.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.echoppe.domain.Money;

/** An amount of money as people write it: 4.35, 4,35 €, EUR 4.35, 4€35, 1 234,50. */
final class PriceText {
    private static final Pattern SIGNED = Pattern.compile(
            "([^\\d.,+-]*)([-\u2212]?[.,]?\\d(?:[\\d.,'\u2019\\s\\u00a0\\u2007\\u2009\\u202f]*\\d)?)(?:[.,](?:-|\u2013){1,2})?([^\\d]*)");
    private static final Pattern SIGN_IN_THE_MIDDLE = Pattern.compile("(\\d+)\\s*(\\p{Sc})\\s*(\\d{2})");
    private static final Pattern GAPS = Pattern.compile("[\\s\\u00a0\\u202f\\p{Cf}.]");
    private static final Map<Currency, Set<String>> SIGNS = new ConcurrentHashMap<>();

    private PriceText() {}

    /**
     * The exact amount; empty for what is no amount, is in another currency, or is finer than the currency's smallest coin:
     * a price is never rounded.
     *
     * @param decimal see {@link DecimalText#parse}
     */
    static Optional<Money> parse(String text, Currency currency, char decimal) {
        return number(text, currency, decimal).flatMap(amount -> exact(amount, currency, RoundingMode.UNNECESSARY));
    }

    /** The same for what the shop pays itself, rounded to the smallest coin: suppliers count in fractions of it. */
    static Optional<Money> rounded(String text, Currency currency, char decimal) {
        return number(text, currency, decimal).flatMap(amount -> exact(amount, currency, RoundingMode.HALF_UP));
    }

    /** As a file holds it: 1234.50. A currency of three decimals gets a fourth, so that it cannot be taken for thousands. */
    static String plain(Money money) {
        var amount = money.amount();
        return (amount.scale() == 3 ? amount.setScale(4) : amount).toPlainString();
    }

    private static Optional<BigDecimal> number(String text, Currency currency, char decimal) {
        String amount = text.strip();
        Matcher middle = SIGN_IN_THE_MIDDLE.matcher(amount);
        if (middle.matches() && isOf(currency, middle.group(2))) {
            return Optional.of(new BigDecimal(middle.group(1) + "." + middle.group(3)));
        }
        Matcher signed = SIGNED.matcher(amount);
        if (!signed.matches() || !isOf(currency, signed.group(1)) || !isOf(currency, signed.group(3))) {
            return Optional.empty();
        }
        return DecimalText.parse(signed.group(2), decimal);
    }

    private static Optional<Money> exact(BigDecimal amount, Currency currency, RoundingMode rounding) {
        try {
            int digits = Math.max(0, currency.getDefaultFractionDigits());
            return Optional.of(
                    new Money(amount.setScale(digits, rounding).unscaledValue().longValueExact(), currency));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static boolean isOf(Currency currency, String sign) {
        String plain = plain(sign);
        return plain.isEmpty() || isUsual(currency, plain) || signs(currency).contains(plain);
    }

    /** Asked first: to gather what all the world writes takes a second, and it may be a window that waits. */
    private static boolean isUsual(Currency currency, String plain) {
        return plain.equals(plain(currency.getCurrencyCode()))
                || plain.equals(plain(currency.getSymbol(Locale.FRANCE)));
    }

    /** All that anybody anywhere writes for the currency, its code included. */
    private static Set<String> signs(Currency currency) {
        return SIGNS.computeIfAbsent(currency, key -> {
            Set<String> signs = Arrays.stream(Locale.getAvailableLocales())
                    .map(key::getSymbol)
                    .map(PriceText::plain)
                    .collect(Collectors.toSet());
            signs.add(plain(key.getCurrencyCode()));
            String name = plain(key.getDisplayName(Locale.FRENCH));
            signs.add(name);
            signs.add(name + "s");
            return signs;
        });
    }

    private static String plain(String sign) {
        return sign.isEmpty() ? sign : GAPS.matcher(sign).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
