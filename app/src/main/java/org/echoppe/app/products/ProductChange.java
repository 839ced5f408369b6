package org.echoppe.app.products;

import org.echoppe.catalogue.Ending;
import org.echoppe.catalogue.ProductField;
import org.echoppe.catalogue.Recount;

/** What the shopkeeper wants done to several products, as typed. */
public sealed interface ProductChange {
    /**
     * Prices go up or down.
     *
     * @param text {@code +5 %}, {@code -0,10}
     */
    record Price(String text, Ending ending) implements ProductChange {}

    /**
     * The stock is counted anew.
     *
     * @param pieces {@code 24}; nothing where nobody counts any more
     */
    record Stock(Recount how, String pieces) implements ProductChange {}

    /** One field becomes this text. */
    record Write(ProductField field, String text) implements ProductChange {}

    ProductChange WITHDRAW = new Write(ProductField.STATE, "withdrawn");
    ProductChange PUBLISH = new Write(ProductField.STATE, "published");
}
