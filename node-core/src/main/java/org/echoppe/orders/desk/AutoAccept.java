package org.echoppe.orders.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.echoppe.catalogue.OrderRules;
import org.echoppe.domain.Did;

/**
 * Which orders a shop accepts without looking: within limits, because nobody signs up and an order costs nothing. What goes
 * beyond waits for somebody to look. Only the ledger's thread asks.
 */
final class AutoAccept {
    private static final Duration HOUR = Duration.ofHours(1);

    private final ArrayDeque<Instant> all = new ArrayDeque<>();
    private final Map<Optional<Did>, ArrayDeque<Instant>> byRelay = new HashMap<>();

    /** Whether this one may be accepted; when it is, {@link #accepted} is to be told. */
    boolean allows(OrderRules rules, long total, Optional<Did> relay, Instant now) {
        forget(now);
        return rules.byItself()
                && total <= rules.upTo()
                && all.size() < rules.perHour()
                && byRelay.getOrDefault(relay, new ArrayDeque<>()).size() < rules.perRelay();
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
