package org.echoppe.store;

/** What became of a new head. */
public enum StoreOutcome {
    /** It is the head now, durably. */
    STORED,
    /** Another head was stored meanwhile; nothing was changed. */
    HEAD_MOVED
}
