package org.echoppe.web.view;

import java.util.List;
import java.util.Map;

/**
 * By what the listings can be narrowed.
 *
 * @param ready what can be had now: in stock, at an open shop
 * @param handing how the goods come to the shopper
 * @param within how far one would go; empty when nobody said from where
 * @param prices ranges to choose from
 * @param currencies other than the one of the prices, that some of the goods are sold in
 * @param currency of the prices, three letters
 * @param action where the forms lead
 * @param kept names and values that the price form has to send along
 * @param least the price typed, as typed
 */
public record Facets(
        List<Choice> categories,
        List<Choice> shops,
        List<Choice> ready,
        List<Choice> handing,
        List<Choice> within,
        List<Choice> prices,
        List<Choice> currencies,
        String currency,
        String action,
        Map<String, String> kept,
        String least,
        String most,
        Nearby nearby,
        int active) {}
