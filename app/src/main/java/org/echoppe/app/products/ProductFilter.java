package org.echoppe.app.products;

/** Which products the list shows. */
public enum ProductFilter {
    ALL,
    DRAFTS,
    SOLD_OUT,
    /** Taken back; they can be put on sale again. */
    WITHDRAWN
}
