package org.echoppe.peers;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Work that is not done by the caller's thread: at once, or after a while. The real one is {@link VirtualAgenda}; in a test a
 * simulated clock runs many nodes in one thread, in the same order every time.
 */
public interface Agenda {
    void soon(Runnable work);

    void after(Duration delay, Runnable work);

    /** Again and again, for the first time after a pause; work that failed is done again like work that did not. */
    default void every(Supplier<Duration> pause, Runnable work) {
        after(pause.get(), () -> {
            try {
                work.run();
            } finally {
                every(pause, work);
            }
        });
    }
}
