package org.echoppe.app.products;

/** Which products the list shows. */
public enum ProductFilter {
    ALL,
    DRAFTS,
    ONLINE,
    SOLD_OUT,
    LOW_STOCK,
    NO_PICTURE,
    /** Taken back; they can be put on sale again. */
    WITHDRAWN
}
