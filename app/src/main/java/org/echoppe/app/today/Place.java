package org.echoppe.app.today;

/** Where something is done: a screen, and what it shows there. */
public sealed interface Place {
    /** Products of one kind. */
    enum Goods implements Place {
        ALL,
        SOLD_OUT,
        LOW_STOCK,
        DRAFTS
    }

    /** Orders that wait for the same thing. */
    enum Orders implements Place {
        TO_ANSWER,
        TO_PREPARE,
        TO_REFUND,
        TO_COLLECT
    }

    /** The product of this name. */
    record Named(String name) implements Place {}

    /** Somewhere that needs no more words. */
    enum Spot implements Place {
        NEW_PRODUCT,
        ADDRESS,
        OPENING_HOURS,
        LEGAL_TEXTS,
        RECOVERY_SHEET,
        BACKUP,
        NETWORK,
        ADD_SHOP,
        SETTINGS
    }
}
