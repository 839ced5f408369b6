package org.echoppe.web.view;

import org.jspecify.annotations.Nullable;

/**
 * One listing in a grid.
 *
 * @param state availability or absence of the shop; null when there is nothing to warn of
 */
public record Card(
        String href,
        Foreign name,
        Foreign shop,
        Picture picture,
        @Nullable Price price,
        @Nullable State state) {}
