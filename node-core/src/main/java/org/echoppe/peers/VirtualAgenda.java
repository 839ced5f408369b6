package org.echoppe.peers;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An agenda on real time: every piece of work has a virtual thread of its own, so none delays another. */
public final class VirtualAgenda implements Agenda, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VirtualAgenda.class);
    private static final int STOP_SECONDS = 10;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("agenda").factory());

    @Override
    public void soon(Runnable work) {
        try {
            threads.execute(() -> run(work));
        } catch (RejectedExecutionException e) {
            LOG.debug("the node is closing: work left out");
        }
    }

    @Override
    public void after(Duration delay, Runnable work) {
        try {
            var _ = clock.schedule(() -> soon(work), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("the node is closing: work left out");
        }
    }

    private static void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("work in the background failed", e);
        }
    }

    /**
     * Takes no more work and waits for what is under way. Nothing is interrupted: an interrupt in the middle of a write
     * would end that write halfway. So calls to peers, which wait longest, are ended first ({@link HttpPeerClient#close}).
     */
    @Override
    public void close() {
        clock.shutdownNow();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("work in the background did not stop within {} s", STOP_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
