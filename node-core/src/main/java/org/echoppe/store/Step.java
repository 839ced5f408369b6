package org.echoppe.store;

/** Store calls that belong together and give nothing back. */
@FunctionalInterface
public interface Step<X extends Exception> {
    void run() throws X;
}
