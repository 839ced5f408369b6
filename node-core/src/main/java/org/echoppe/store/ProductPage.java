package org.echoppe.store;

import java.util.List;

/**
 * Some of the rows that a query finds.
 *
 * @param total rows that it finds
 */
public record ProductPage(List<ProductRow> rows, int total) {}
