package org.echoppe.replicas;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.echoppe.domain.Did;

/** What was refused from a peer is not fetched again at once: first after a minute, then after two, four … up to an hour. */
final class Penalties {
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LAST = Duration.ofHours(1);
    private static final int MOST = 10_000;

    private record Key(Did peer, Did repository) {}

    private record Penalty(Instant until, Duration length) {}

    private final Clock clock;
    private final Map<Key, Penalty> penalties = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Penalty> eldest) {
            return size() > MOST;
        }
    };

    Penalties(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(Did peer, Did repository) {
        penalties.merge(new Key(peer, repository), penalty(FIRST), (before, _) -> {
            var doubled = before.length().multipliedBy(2);
            return penalty(doubled.compareTo(LAST) < 0 ? doubled : LAST);
        });
    }

    private Penalty penalty(Duration length) {
        return new Penalty(clock.instant().plus(length), length);
    }

    synchronized boolean holds(Did peer, Did repository) {
        var penalty = penalties.get(new Key(peer, repository));
        return penalty != null && penalty.until().isAfter(clock.instant());
    }

    synchronized void lift(Did peer, Did repository) {
        penalties.remove(new Key(peer, repository));
    }

    /** Whoever it came from: it is judged by other rules now. */
    synchronized void lift(Did repository) {
        penalties.keySet().removeIf(key -> key.repository().equals(repository));
    }
}
