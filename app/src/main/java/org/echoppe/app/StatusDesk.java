package org.echoppe.app;

/** Asks the node how it is. */
public interface StatusDesk {
    ShopStatus status();
}
