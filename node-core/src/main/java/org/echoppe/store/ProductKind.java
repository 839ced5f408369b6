package org.echoppe.store;

/** A group of the shop's own products that a shopkeeper looks for. All but the last leave withdrawn ones out. */
public enum ProductKind {
    ALL,
    DRAFT,
    PUBLISHED,
    /** Counted and gone, or said to be. */
    SOLD_OUT,
    /** Nearly gone: what shoppers read as limited. */
    LOW_STOCK,
    NO_PICTURE,
    WITHDRAWN
}
