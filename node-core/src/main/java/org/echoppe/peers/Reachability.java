package org.echoppe.peers;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.echoppe.domain.Did;
import org.jspecify.annotations.Nullable;

/** Who answers now, and since when who does not: one entry a node, in memory. Safe for many threads. */
public final class Reachability {
    /** One lost packet is no absence; a second call that fails is. */
    private static final int FAILURES = 2;

    /** What a node's last calls came to. */
    public enum Standing {
        /** Never called with success, and not given up yet. */
        UNKNOWN,
        ANSWERS,
        AWAY,
        /** Another key than its own answers at its address. */
        ANOTHER_ANSWERS
    }

    /**
     * What is known of one node.
     *
     * @param lastContact null when it never answered
     * @param awaySince when it was last heard before it stopped to answer; null while it answers, or when it never did
     * @param failures calls in a row that failed
     */
    public record State(
            Standing standing,
            @Nullable Instant lastContact,
            @Nullable Instant awaySince,
            int failures) {
        private static final State NEW = new State(Standing.UNKNOWN, null, null, 0);

        public boolean reachable() {
            return standing == Standing.ANSWERS;
        }

        private State failed(boolean another) {
            boolean gone = another || failures + 1 >= FAILURES;
            var now = another ? Standing.ANOTHER_ANSWERS : gone ? Standing.AWAY : standing;
            return new State(now, lastContact, gone ? lastContact : awaySince, failures + 1);
        }
    }

    private final Map<Did, State> states = new ConcurrentHashMap<>();
    private final Map<Did, Instant> syncs = new ConcurrentHashMap<>();
    private final Map<Did, InetAddress> places = new ConcurrentHashMap<>();
    private final List<BiConsumer<Did, State>> listeners = new CopyOnWriteArrayList<>();
    private final Clock clock;

    public Reachability(Clock clock) {
        this.clock = clock;
    }

    /** Who is told, on the thread of the call, when a node's standing changes. */
    public void onChange(BiConsumer<Did, State> listener) {
        listeners.add(listener);
    }

    /** What an earlier life of this node knew: the other was there then, and is away until it answers. */
    public void remembered(Did did, Instant lastContact) {
        states.putIfAbsent(did, new State(Standing.AWAY, lastContact, lastContact, FAILURES));
    }

    /** It is not called any more, by choice: from now on all that is known is when it last answered. */
    public void rest(Did did) {
        var before = states.get(did);
        if (before != null && before.reachable()) {
            states.put(did, new State(Standing.AWAY, before.lastContact(), before.lastContact(), FAILURES));
            moved(did, before);
        }
    }

    public void answered(Did did, InetAddress from) {
        places.put(did, from);
        answered(did);
    }

    /** The IP address where the node answered last; empty when it never did. */
    public Optional<InetAddress> place(Did did) {
        return Optional.ofNullable(places.get(did));
    }

    public void answered(Did did) {
        moved(did, states.put(did, new State(Standing.ANSWERS, clock.instant(), null, 0)));
    }

    /** A node that answered has just become a peer: the listeners are told, since before it was nobody to them. */
    public void met(Did did) {
        answered(did);
        listeners.forEach(listener -> listener.accept(did, of(did)));
    }

    public void failed(Did did) {
        fail(did, false);
    }

    public void anotherAnswered(Did did) {
        fail(did, true);
    }

    private void fail(Did did, boolean another) {
        var before = new State[1];
        states.compute(did, (_, state) -> {
            before[0] = state;
            return (state == null ? State.NEW : state).failed(another);
        });
        moved(did, before[0]);
    }

    private void moved(Did did, @Nullable State before) {
        var now = of(did);
        if (now.standing() != (before == null ? Standing.UNKNOWN : before.standing())) {
            listeners.forEach(listener -> listener.accept(did, now));
        }
    }

    /** Everything that the node holds is held here as well, as far as it is good. */
    public void synced(Did did) {
        syncs.put(did, clock.instant());
    }

    /** It holds something newer that could not be had. */
    public void behind(Did did) {
        syncs.remove(did);
    }

    /** When all of what the node holds was last compared with what is held here. */
    public Optional<Instant> syncedAt(Did did) {
        return Optional.ofNullable(syncs.get(did));
    }

    public void forget(Did did) {
        states.remove(did);
        syncs.remove(did);
        places.remove(did);
    }

    public State of(Did did) {
        return states.getOrDefault(did, State.NEW);
    }

    /** Since when the node does not answer; empty while it does, or when it never did. */
    public Optional<Instant> awaySince(Did did) {
        return Optional.ofNullable(of(did).awaySince());
    }
}
