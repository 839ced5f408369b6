package org.echoppe.web.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * By what the listings can be narrowed.
 *
 * @param stock null when it would change nothing
 * @param kept names and values that the price form has to send along
 * @param least the price typed, as typed
 */
public record Facets(
        List<Choice> categories,
        List<Choice> shops,
        @Nullable Choice stock,
        String priceAction,
        Map<String, String> kept,
        String least,
        String most,
        int active) {}
