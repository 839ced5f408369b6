package org.echoppe.catalogue;

import java.util.Locale;

/** By what an import recognises a product it has seen before. */
public enum ProductKey {
    GTIN(ProductField.GTIN),
    SKU(ProductField.SKU),
    NAME(ProductField.NAME);

    private final ProductField field;

    ProductKey(ProductField field) {
        this.field = field;
    }

    public ProductField field() {
        return field;
    }

    /** As after {@code --key}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
