package org.echoppe.store;

import org.jspecify.annotations.Nullable;

/** Store calls that belong together. */
@FunctionalInterface
public interface Work<T extends @Nullable Object, X extends Exception> {
    T run() throws X;
}
