package org.echoppe.orders.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.echoppe.domain.Did;

/**
 * Which orders a shop accepts without looking: within limits, because nobody signs up and an order costs nothing. What goes
 * beyond waits for somebody to look. Only the ledger's thread asks.
 */
final class AutoAccept {
    private static final Duration HOUR = Duration.ofHours(1);

    /**
     * What the shopkeeper set.
     *
     * @param perHour orders in an hour
     * @param perRelay of them by one relay
     * @param most the dearest, minor units
     */
    record Limits(boolean on, int perHour, int perRelay, long most) {
        static final Limits OFF = new Limits(false, 20, 5, 10_000);
    }

    private final ArrayDeque<Instant> all = new ArrayDeque<>();
    private final Map<Optional<Did>, ArrayDeque<Instant>> byRelay = new HashMap<>();

    /** Whether this one may be accepted; when it is, {@link #accepted} is to be told. */
    boolean allows(Limits limits, long total, Optional<Did> relay, Instant now) {
        forget(now);
        return limits.on
                && total <= limits.most
                && all.size() < limits.perHour
                && byRelay.getOrDefault(relay, new ArrayDeque<>()).size() < limits.perRelay;
    }

    void accepted(Optional<Did> relay, Instant now) {
        all.add(now);
        byRelay.computeIfAbsent(relay, _ -> new ArrayDeque<>()).add(now);
    }

    private void forget(Instant now) {
        var before = now.minus(HOUR);
        forget(all, before);
        byRelay.values().forEach(times -> forget(times, before));
        byRelay.values().removeIf(ArrayDeque::isEmpty);
    }

    private static void forget(ArrayDeque<Instant> times, Instant before) {
        while (!times.isEmpty() && times.peek().isBefore(before)) {
            times.remove();
        }
    }
}
