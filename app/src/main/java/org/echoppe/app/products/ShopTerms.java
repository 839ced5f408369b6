package org.echoppe.app.products;

import java.util.Currency;
import java.util.List;

/**
 * What the form of a product takes from its shop.
 *
 * @param vatRate in percent, for products that name none; empty where the shop named none
 * @param vatRates of its country, as the language writes them
 * @param limitedUpTo a stock of one to so many pieces is called limited
 */
public record ShopTerms(String shop, Currency currency, String vatRate, List<String> vatRates, int limitedUpTo) {
    static final ShopTerms UNKNOWN = new ShopTerms("", Currency.getInstance("EUR"), "", List.of(), 0);
}
