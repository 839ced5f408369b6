package org.echoppe.replicas;

import org.echoppe.records.Geo;

/**
 * A shop in the neighbourhood of another.
 *
 * @param geo where it stands
 * @param metres how far that is
 */
public record Near(Storefront shop, Geo geo, double metres) {}
