package org.echoppe.web.view;

/**
 * A price as printed.
 *
 * @param unit price of a kilogram, litre, metre or piece; empty when the record has no measure
 * @param vat whether and which VAT is in it; empty when the record does not say
 */
public record Price(String amount, String unit, String vat) {}
