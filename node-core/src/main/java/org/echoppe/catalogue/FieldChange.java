package org.echoppe.catalogue;

/** One field of a product before and after, as text. */
public record FieldChange(ProductField field, String before, String after) {}
