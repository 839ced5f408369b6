package org.echoppe.repo;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.echoppe.domain.Tid;
import org.jspecify.annotations.Nullable;

/** Gives TIDs, each above the one before, even when the clock is set back. Safe for several threads. */
public final class TidClock {
    private final Clock clock;
    private final int clockId;
    private long last;

    /**
     * @param clockId 0 to 1023: chosen at random once, it keeps two writers apart
     * @param last the last one given in an earlier life; null when there was none
     */
    public TidClock(Clock clock, int clockId, @Nullable Tid last) {
        this.clock = clock;
        this.clockId = clockId;
        this.last = last == null ? -1 : last.micros();
    }

    public synchronized Tid next() {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        last = Math.max(now, last + 1);
        return Tid.of(last, clockId);
    }
}
