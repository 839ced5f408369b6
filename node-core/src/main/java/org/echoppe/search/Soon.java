package org.echoppe.search;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something once, a little after it was asked for, however often it is asked for meanwhile; nothing while nobody asks. */
final class Soon {
    private static final Logger LOG = LoggerFactory.getLogger(Soon.class);

    interface Action {
        void run() throws IOException;
    }

    private final ScheduledExecutorService clock;
    private final Duration delay;
    private final Action action;
    private final AtomicBoolean asked = new AtomicBoolean();

    Soon(ScheduledExecutorService clock, Duration delay, Action action) {
        this.clock = clock;
        this.delay = delay;
        this.action = action;
    }

    void ask() {
        if (asked.compareAndSet(false, true)) {
            try {
                var _ = clock.schedule(this::run, delay.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                // Closing: what is asked for now is done by close.
            }
        }
    }

    private void run() {
        asked.set(false);
        try {
            action.run();
        } catch (IOException | RuntimeException e) {
            LOG.warn("The listing index could not be brought up to date on disk or for searching", e);
        }
    }
}
