package org.echoppe.web.view;

import org.jspecify.annotations.Nullable;

/** A labelled fact; {@code href} is checked, and null when the text leads nowhere. */
public record Line(
        String icon, String label, Foreign text, @Nullable String href) {}
