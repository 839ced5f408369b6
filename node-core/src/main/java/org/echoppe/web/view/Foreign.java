package org.echoppe.web.view;

import org.jspecify.annotations.Nullable;

/**
 * Text that a merchant wrote, in the merchant's language.
 *
 * @param lang a checked language tag; null when it is the page's own or unknown
 */
public record Foreign(String text, @Nullable String lang) {}
