package org.echoppe.orders;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before it is tried again: 1, 2, 4 … minutes up to 6 hours, a fifth more or less so that not all come at once. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(6);
    private static final int MOST_DOUBLINGS = 9;

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** @param attempts so far */
    Duration after(int attempts) {
        var doubled = FIRST.multipliedBy(1L << Math.clamp(attempts, 0, MOST_DOUBLINGS));
        var pause = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return Duration.ofMillis((long) (pause.toMillis() * (0.8 + 0.4 * random.nextDouble())));
    }
}
