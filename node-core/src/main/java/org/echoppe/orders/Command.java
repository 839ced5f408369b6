package org.echoppe.orders;

import org.jspecify.annotations.Nullable;

/**
 * Something that somebody wants done: it looks at the tables, says to the turn what happens, and answers. It changes nothing itself, and
 * may be asked again when its turn came to nothing. A throw means that nothing happens.
 */
@FunctionalInterface
public interface Command<T extends @Nullable Object> {
    T decide(Turn turn);
}
