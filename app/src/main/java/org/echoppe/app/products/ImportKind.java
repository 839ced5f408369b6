package org.echoppe.app.products;

/** What an import makes of a row, or says about it. */
public enum ImportKind {
    ADDED,
    CHANGED,
    UNCHANGED,
    REFUSED,
    /** Taken, but otherwise than it stands in the file. */
    NOTED
}
