package org.echoppe.domain;

import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/**
 * How amounts of one currency are written in one language: letter by letter what the JDK's {@link NumberFormat} writes, which
 * may serve one thread at a time and takes ten times as long; a page of results says fifty prices.
 *
 * @param digits behind the decimal sign
 * @param group how many digits stand together before it
 */
record AmountForm(
        String before,
        String after,
        String beforeNegative,
        String afterNegative,
        char groups,
        char decimal,
        int digits,
        int group) {
    static AmountForm of(Locale locale, Currency currency) {
        var format = (DecimalFormat) NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        var symbols = format.getDecimalFormatSymbols();
        return new AmountForm(
                format.getPositivePrefix(),
                format.getPositiveSuffix(),
                format.getNegativePrefix(),
                format.getNegativeSuffix(),
                symbols.getMonetaryGroupingSeparator(),
                symbols.getMonetaryDecimalSeparator(),
                Math.max(0, currency.getDefaultFractionDigits()),
                format.isGroupingUsed() ? format.getGroupingSize() : Integer.MAX_VALUE);
    }

    String write(long minorUnits) {
        boolean negative = minorUnits < 0;
        String figures = Long.toUnsignedString(Math.abs(minorUnits));
        if (figures.length() <= digits) {
            figures = "0".repeat(digits + 1 - figures.length()) + figures;
        }
        int whole = figures.length() - digits;
        var text = new StringBuilder(figures.length() + 12).append(negative ? beforeNegative : before);
        for (int at = 0; at < whole; at++) {
            if (at > 0 && (whole - at) % group == 0) {
                text.append(groups);
            }
            text.append(figures.charAt(at));
        }
        if (digits > 0) {
            text.append(decimal).append(figures, whole, figures.length());
        }
        return text.append(negative ? afterNegative : after).toString();
    }
}
