package org.echoppe.network;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.echoppe.peers.Agenda;

/** A clock and the work that waits for it, in one thread and always in the same order. */
final class SimulatedTime extends Clock implements Agenda {
    private record Entry(Instant at, long number, Runnable work) {}

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparingLong(Entry::number));
    private Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private long number;

    @Override
    public void soon(Runnable work) {
        after(Duration.ZERO, work);
    }

    @Override
    public void after(Duration delay, Runnable work) {
        entries.add(new Entry(now.plus(delay), number++, work));
    }

    /** Lets the time pass, and everything happen that is due in it. */
    void pass(Duration time) {
        var end = now.plus(time);
        while (!entries.isEmpty() && !entries.peek().at().isAfter(end)) {
            var next = entries.remove();
            now = next.at().isAfter(now) ? next.at() : now;
            next.work().run();
        }
        now = end;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
