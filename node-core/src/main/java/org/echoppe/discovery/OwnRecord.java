package org.echoppe.discovery;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.echoppe.peers.Endpoint;
import org.echoppe.peers.NodeRecord;
import org.echoppe.repo.Signer;
import org.jspecify.annotations.Nullable;

/** What this node says about itself: signed anew when it changes, and daily. */
final class OwnRecord {
    private static final Duration LIFE = Duration.ofDays(14);
    private static final Duration AGE = Duration.ofDays(1);

    private final Signer signer;
    private final String software;
    private final Clock clock;
    private String role;
    private List<Endpoint> endpoints = List.of();
    private @Nullable NodeRecord record;

    OwnRecord(Signer signer, String role, String software, Clock clock) {
        this.signer = signer;
        this.role = role;
        this.software = software;
        this.clock = clock;
    }

    synchronized void reachableAt(List<Endpoint> addresses) {
        if (!endpoints.equals(addresses)) {
            endpoints = List.copyOf(addresses);
            record = null;
        }
    }

    /** @return whether it was something else before */
    synchronized boolean becomes(String newRole) {
        boolean changed = !role.equals(newRole);
        if (changed) {
            role = newRole;
            record = null;
        }
        return changed;
    }

    synchronized NodeRecord current() {
        var now = clock.instant();
        var held = record;
        if (held == null || held.expires().isBefore(now.plus(LIFE).minus(AGE))) {
            // the time makes the sequence rise even over restarts, without anything to be kept
            held = NodeRecord.sign(signer, endpoints, role, software, now.toEpochMilli(), now.plus(LIFE));
            record = held;
        }
        return held;
    }
}
