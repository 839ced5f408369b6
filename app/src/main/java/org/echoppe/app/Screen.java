package org.echoppe.app;

import org.kordamp.ikonli.feather.Feather;

/** The screens of the rail, in its order. */
enum Screen {
    PRODUCTS(1, Feather.PACKAGE),
    NETWORK(2, Feather.SHARE_2),
    SHOP(3, Feather.HOME),
    SETTINGS(4, Feather.SETTINGS);

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
