package org.echoppe.peerport;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Who may push now: each one repository at a time, so that who is slow keeps nobody else out. */
final class PushPlaces {
    private final int most;
    private final Set<String> inside = new HashSet<>();

    PushPlaces(int most) {
        this.most = most;
    }

    /**
     * Waits for a place. Who came in has to {@link #leave}.
     *
     * @param who all strangers of a network are one
     * @return false when there was none in time
     */
    synchronized boolean enter(String who, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (inside.size() >= most || inside.contains(who)) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return inside.add(who);
    }

    synchronized void leave(String who) {
        inside.remove(who);
        notifyAll();
    }
}
