package org.echoppe.catalogue;

import java.time.Duration;

/** Runs work after a while: a scheduler, or a test's hand. */
@FunctionalInterface
public interface Later {
    void run(Duration delay, Runnable work);
}
