package org.echoppe.guard;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;

/** A budget for each address prefix: so much at once, refilled evenly. */
@SuppressWarnings({"DoNotCallSuggester", "unused", "UnusedVariable"})
public final class RateLimits {
    /** Prefixes remembered at once; the least recently seen is forgotten first. */
    public static final int MAX_KEYS = 50_000;

    /**
     * @param burst tokens in a full bucket
     * @param refill how long an empty bucket takes to be full again
     */
    public RateLimits(long burst, Duration refill, Clock clock) {}

    /** Zero when the cost was taken; else nothing was taken and this is how long to wait. */
    public Duration take(InetAddress from, long cost) {
        throw new UnsupportedOperationException();
    }

    public boolean allows(InetAddress from) {
        return take(from, 1).isZero();
    }
}
