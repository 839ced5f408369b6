package org.echoppe.web.view;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a page says to machines: search engines, feed readers, browsers that keep it.
 *
 * @param description one sentence or two
 * @param canonical the one address under which the page is to be known
 * @param alternates the same in each language, by its code, and under {@code x-default} where the browser chooses
 * @param indexed whether search engines shall list it
 * @param data schema.org as JSON-LD, safe inside a script element
 * @param picture the address of its main picture; null when it has none
 * @param feed of the shop's news; null when the page is no shop's
 */
public record Head(
        String description,
        String canonical,
        Map<String, String> alternates,
        boolean indexed,
        String data,
        @Nullable String picture,
        @Nullable String feed) {}
