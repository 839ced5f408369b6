package org.echoppe.catalogue;

import java.util.List;

/**
 * Some of the products that a query finds.
 *
 * @param total products that it finds
 */
public record Products(List<Product> list, int total) {}
