package org.echoppe.today;

/** The steps of a shop's first week, in the order they are best taken. */
public enum Step {
    /** Who and where the shop is, and how to reach it. */
    SHOP_DATA,
    PRODUCT,
    PICTURE,
    OPENING_HOURS,
    LEGAL_TEXTS,
    RECOVERY_SHEET,
    /** Others can reach it. */
    VISIBLE,
    /** A first other shop is known. */
    OTHER_SHOP
}
