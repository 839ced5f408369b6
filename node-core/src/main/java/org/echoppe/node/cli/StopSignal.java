package org.echoppe.node.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl+C or SIGTERM: the program is told to stop, and the JVM waits until everything is closed. */
final class StopSignal {
    private static final int CLOSING_SECONDS = 20;

    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    StopSignal() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    }

    private void stop() {
        stop.countDown();
        try {
            var _ = stopped.await(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops as on Ctrl+C, without ending the JVM. */
    void ask() {
        stop.countDown();
    }

    void await() throws InterruptedException {
        stop.await();
    }

    void stopped() {
        stopped.countDown();
    }
}
