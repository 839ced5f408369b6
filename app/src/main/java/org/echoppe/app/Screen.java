package org.echoppe.app;

import org.kordamp.ikonli.feather.Feather;

/** The screens of the rail, in its order. */
enum Screen {
    TODAY(1, Feather.SUN),
    PRODUCTS(2, Feather.PACKAGE),
    ORDERS(3, Feather.SHOPPING_BAG),
    NETWORK(4, Feather.SHARE_2),
    SHOP(5, Feather.HOME),
    SETTINGS(6, Feather.SETTINGS);

    private final int digit;
    private final Feather icon;

    Screen(int digit, Feather icon) {
        this.digit = digit;
        this.icon = icon;
    }

    /** With Ctrl it calls the screen. */
    int digit() {
        return digit;
    }

    Feather icon() {
        return icon;
    }
}
