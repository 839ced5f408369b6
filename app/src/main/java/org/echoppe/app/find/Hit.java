package org.echoppe.app.find;

/**
 * Something that can be found.
 *
 * @param detail what tells it from others of its name; may be empty
 * @param words what it is also found by; may be empty
 * @param open goes there, on the window's thread
 */
public record Hit(Kind kind, String title, String detail, String words, Runnable open) {
    /** What it is. */
    public enum Kind {
        SCREEN,
        ACTION,
        SETTING,
        PRODUCT,
        SHOP
    }
}
