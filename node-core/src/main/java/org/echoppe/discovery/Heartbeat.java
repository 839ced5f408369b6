package org.echoppe.discovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.echoppe.domain.Did;
import org.echoppe.peers.Agenda;
import org.echoppe.peers.Reachability;

/**
 * Calls every peer lightly, so that an absence is seen within about ten seconds; one that is away is called ever more
 * rarely, up to every five minutes, or at once when it shows itself.
 */
final class Heartbeat {
    private static final Duration USUAL = Duration.ofSeconds(5);
    /** After a first failure: is it an absence, or was it a lost packet? */
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private static final Duration RAREST = Duration.ofMinutes(5);
    /** With many peers the calls get rarer, so that all of them together stay this far apart. */
    private static final Duration APART = Duration.ofMillis(50);

    /** Calls one peer; whether it answers is the reachability's to note. */
    interface Call {
        /** @return false when the peer is not to be called any more */
        boolean run(Did did);
    }

    private final Call call;
    private final Reachability reachability;
    private final Agenda agenda;
    private final Clock clock;
    private final RandomGenerator random;
    /** When each is called next; whoever wakes at another time than this one was overtaken. */
    private final Map<Did, Instant> next = new ConcurrentHashMap<>();

    Heartbeat(Call call, Reachability reachability, Agenda agenda, Clock clock, RandomGenerator random) {
        this.call = call;
        this.reachability = reachability;
        this.agenda = agenda;
        this.clock = clock;
        this.random = random;
    }

    /** Calls it now, and from now on. */
    void now(Did did) {
        at(did, Duration.ZERO);
    }

    void stop(Did did) {
        next.remove(did);
    }

    private void at(Did did, Duration delay) {
        var due = clock.instant().plus(delay);
        next.put(did, due);
        Runnable beat = () -> beat(did, due);
        if (delay.isZero()) {
            agenda.soon(beat);
        } else {
            agenda.after(delay, beat);
        }
    }

    private void beat(Did did, Instant due) {
        if (!due.equals(next.get(did))) {
            return;
        }
        boolean wanted = true;
        try {
            wanted = call.run(did);
        } finally {
            if (!wanted) {
                next.remove(did, due);
            } else if (due.equals(next.get(did))) {
                at(did, jittered(pause(reachability.of(did))));
            }
        }
    }

    private Duration pause(Reachability.State state) {
        if (state.failures() == 1) {
            return AGAIN;
        }
        var usual = longer(USUAL, APART.multipliedBy(next.size()));
        if (state.failures() == 0) {
            return usual;
        }
        var rarer = usual.multipliedBy(1L << Math.min(10, state.failures() - 2));
        return rarer.compareTo(RAREST) < 0 ? rarer : RAREST;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private Duration jittered(Duration pause) {
        return Duration.ofMillis((long) (pause.toMillis() * (0.8 + 0.4 * random.nextDouble())));
    }
}
