package org.echoppe.replicas;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How often one repository's news are told: a burst of {@value #BURST}, then one in {@link #EVERY}. */
final class Pace {
    static final int BURST = 3;
    static final Duration EVERY = Duration.ofSeconds(10);

    /** When the bucket would be full again; each telling costs {@link #EVERY}. */
    private @Nullable Instant fullAt;

    private boolean waiting;

    /** Zero when it may be told now, which is then noted; else how long to wait. */
    synchronized Duration next(Instant now) {
        var full = fullAt == null || fullAt.isBefore(now) ? now : fullAt;
        var after = full.plus(EVERY);
        var soonest = after.minus(EVERY.multipliedBy(BURST));
        if (soonest.isAfter(now)) {
            return Duration.between(now, soonest);
        }
        fullAt = after;
        return Duration.ZERO;
    }

    /** Whether nobody waits yet: one is enough, since only the latest is told. */
    synchronized boolean waitOnce() {
        boolean first = !waiting;
        waiting = true;
        return first;
    }

    synchronized void waited() {
        waiting = false;
    }

    synchronized boolean isFull(Instant now) {
        return !waiting && (fullAt == null || fullAt.isBefore(now));
    }
}
