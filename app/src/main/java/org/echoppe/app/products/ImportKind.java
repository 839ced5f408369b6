package org.echoppe.app.products;

/** What an import makes of a row. */
public enum ImportKind {
    ADDED,
    CHANGED,
    UNCHANGED,
    REFUSED
}
