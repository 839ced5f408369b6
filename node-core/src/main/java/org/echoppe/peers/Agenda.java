package org.echoppe.peers;

import java.time.Duration;

/**
 * Work that is not done by the caller's thread: at once, or after a while. The real one is {@link VirtualAgenda}; in a test a
 * simulated clock runs many nodes in one thread, in the same order every time.
 */
public interface Agenda {
    void soon(Runnable work);

    void after(Duration delay, Runnable work);
}
