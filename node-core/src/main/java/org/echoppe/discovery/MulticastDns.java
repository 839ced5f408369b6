package org.echoppe.discovery;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.echoppe.domain.Did;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * DNS-SD over multicast DNS (RFC 6763, 6762): a station at each card, opened when something is wanted and closed when nothing
 * is. All of it happens on a thread of its own, since saying a word there takes seconds.
 */
final class MulticastDns implements LocalNetwork {
    /** So long the closing waits for its goodbyes; what is left is said while the rest of the node closes. */
    private static final Duration GOODBYE = Duration.ofMillis(500);

    private static final Logger LOG = LoggerFactory.getLogger(MulticastDns.class);

    private record Wish(@Nullable Word own, @Nullable Ear ear) {}

    private final Did self;
    private final Supplier<Set<InetAddress>> cards;
    private final Map<InetAddress, Station> stations = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("multicast-dns").factory());
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile Wish wish = new Wish(null, null);
    private volatile boolean closed;

    /** @param cards the own addresses at whose networks it speaks; asked again and again */
    MulticastDns(Did self, Supplier<Set<InetAddress>> cards) {
        this.self = self;
        this.cards = cards;
    }

    @Override
    public void keep(@Nullable Word own, @Nullable Ear ear) {
        wish = new Wish(own, ear);
        boolean idle = ear == null && stations.isEmpty();
        if (!idle && !closed && waiting.compareAndSet(false, true)) {
            try {
                worker.execute(this::follow);
            } catch (RejectedExecutionException e) {
                LOG.debug("closing: nobody is told any more");
            }
        }
    }

    private void follow() {
        waiting.set(false);
        var wanted = wish;
        var own = wanted.own;
        var ear = wanted.ear;
        var places = ear == null ? Set.<InetAddress>of() : cards.get();
        for (var station : List.copyOf(stations.values())) {
            if (!places.contains(station.card()) || station.isSpent()) {
                leave(station);
            }
        }
        if (ear != null) {
            places.forEach(card -> open(card, ear));
        }
        stations.values().forEach(station -> say(station, own)); // takes seconds: all of them listen by now
    }

    private void open(InetAddress card, Ear ear) {
        if (closed || stations.containsKey(card)) {
            return;
        }
        try {
            var station = Station.open(card, self, ear);
            stations.put(card, station);
            if (closed) {
                leave(station);
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("no multicast at {}: {}", card, e.getMessage());
        }
    }

    /** A station that failed is closed, and opened anew at the next turn. */
    private void say(Station station, @Nullable Word own) {
        try {
            if (!closed) {
                station.say(own);
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("multicast at {} failed: {}", station.card(), e.getMessage());
            leave(station);
        }
    }

    /** Its goodbyes take seconds, and nobody waits for them. */
    private Thread leave(Station station) {
        stations.remove(station.card(), station);
        return Thread.ofVirtual().name("goodbye").start(station::close);
    }

    @Override
    public void close() {
        closed = true;
        worker.shutdownNow();
        var leaving = new ArrayList<Thread>();
        stations.values().forEach(station -> leaving.add(leave(station)));
        long until = System.nanoTime() + GOODBYE.toNanos();
        try {
            for (var one : leaving) {
                one.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
