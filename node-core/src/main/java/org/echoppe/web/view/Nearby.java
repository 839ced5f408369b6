package org.echoppe.web.view;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * From where somebody looks.
 *
 * @param action where the form leads
 * @param kept names and values that the form has to send along
 * @param typed a postcode as typed; empty for none, or for a position
 * @param words what is known of it: « près de 69001 »; empty when nobody said
 * @param unknown that nothing is known of the place, in a sentence; null when all is well
 * @param clear the same page without a place; null when there is none
 */
public record Nearby(
        String action,
        Map<String, String> kept,
        String typed,
        String words,
        @Nullable String unknown,
        @Nullable String clear) {}
