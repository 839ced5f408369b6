package org.echoppe.catalogue;

/** How a stock is counted anew. */
public enum Recount {
    /** So many are there. */
    TO,
    /** So many came. */
    MORE,
    /** So many went. */
    LESS,
    /** Nobody counts any more. */
    NONE
}
