package org.echoppe.catalogue;

import java.util.Currency;
import java.util.OptionalInt;
import org.echoppe.domain.Language;

/**
 * What products take from their shop where they say nothing themselves.
 *
 * @param vatRate in basis points
 * @param limitedUpTo a stock of one to so many pieces is published as limited
 */
record ShopDefaults(String lang, Currency currency, OptionalInt vatRate, int limitedUpTo) {
    static final int LIMITED_UP_TO = 3;

    /** What the shop's language parts whole from fraction with. */
    char decimalSign() {
        return Language.of(lang) == Language.EN ? '.' : ',';
    }
}
