package org.echoppe.web.view;

/**
 * A price as printed.
 *
 * @param unit price of a kilogram, litre, metre or piece; empty when the record has no measure
 * @param plus that the VAT comes on top, of which the shop does not say how much; empty where the amount is what one pays
 * @param vat which VAT is in it; empty where that is not said here
 */
public record Price(String amount, String unit, String plus, String vat) {}
